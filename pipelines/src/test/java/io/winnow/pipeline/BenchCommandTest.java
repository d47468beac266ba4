package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir private Path folder;

  @Test
  void tellsAllThatIsWrongWithItsOptions() {
    Console console =
        Console.run(
            "bench", "--size=20", "--only=fr", "--repeat=0", "--corpusOnly", "--cores=9999");
    assertThat(console.code(), is(2));
    assertThat(
        console.err(),
        allOf(
            containsString("a size is a number"),
            containsString("--only must be of"),
            containsString("--repeat must be"),
            containsString("--corpusOnly needs --work"),
            containsString("--cores must be")));
  }

  @Test
  void makesACorpusAndKeepsIt() {
    Console console =
        Console.run("bench", "--size=1MB", "--only=text", "--corpusOnly", "--work=" + folder);
    assertThat(console.err(), console.code(), is(0));
    Path corpus = folder.resolve("corpus-1000000");
    assertThat(Files.isRegularFile(corpus.resolve("articles/articles-000001.jsonl")), is(true));
    assertThat(Files.isDirectory(corpus.resolve("page")), is(false));
  }

  @Test
  void isListedAndItsFloorIsNot() {
    String help = Console.run("--help").out();
    assertThat(help, containsString("bench "));
    assertThat(help, not(containsString("bench-floor")));
  }
}
