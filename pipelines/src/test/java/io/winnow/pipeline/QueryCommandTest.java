package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.publish.LocalOutput;
import io.winnow.publish.SampleOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
  private static @TempDir Path folder;

  @BeforeAll
  static void publish() throws Exception {
    SampleOutput.publish(LocalOutput.at(folder), "r1", 1, "a.txt");
  }

  @Test
  void takesSqlThatBeginsWithAComment() {
    assertThat(
        query("--format=csv", "-- how many?\nSELECT count(*) AS n FROM articles -- all\n;"),
        equalTo("n\r\n2\r\n"));
  }

  @Test
  void readsSqlFromStandardInput() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "\uFEFFSELECT title FROM articles WHERE id = 'a.txt#0'"
                .getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(query("--format=jsonl", "-"), equalTo("{\"title\":\"标题 0\"}\n"));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void tellsWhatIsWrongAndEndsWithTwo() {
    Console syntax = Console.run("query", "--output=" + folder, "SELEC 1");
    assertThat(syntax.code(), equalTo(2));
    assertThat(syntax.err(), allOf(containsString("syntax error at or near"), containsString("^")));

    Console format = Console.run("query", "--output=" + folder, "--format=xml", "SELECT 1");
    assertThat(format.code(), equalTo(2));
    assertThat(format.err(), containsString("[TABLE, CSV, JSONL]"));

    Console missing = Console.run("query", "--output=" + folder.resolve("no"), "SELECT 1");
    assertThat(missing.code(), equalTo(2));
    assertThat(missing.err(), containsString("nothing is published at"));
  }

  @Test
  void printsTheViewsForDuckDbAndTheDatasetsForSpark() {
    Console ddl = Console.run("files", "--output=" + folder, "--format=ddl");
    assertThat(ddl.code(), equalTo(0));
    assertThat(
        ddl.out(),
        allOf(
            startsWith("CREATE OR REPLACE VIEW published_articles AS"),
            containsString("CREATE OR REPLACE VIEW articles AS"),
            containsString("CREATE OR REPLACE VIEW runs AS")));
    Console spark = Console.run("files", "--output=" + folder, "--format=spark");
    assertThat(spark.out(), containsString("TEMPORARY VIEW ledger AS"));
    Console paths = Console.run("files", "--output=" + folder);
    assertThat(paths.code(), equalTo(2));
    assertThat(paths.err(), containsString("needs --dataset"));
  }

  private static String query(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "query";
    all[1] = "--output=" + folder;
    System.arraycopy(args, 0, all, 2, args.length);
    Console console = Console.run(all);
    assertThat(console.err(), console.code(), equalTo(0));
    return console.out();
  }
}
