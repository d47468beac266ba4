package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.LocalOutput;
import io.winnow.publish.SampleOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
  private static @TempDir Path folder;
  private static LocalOutput output;

  @BeforeAll
  static void publish() throws Exception {
    output = LocalOutput.at(folder.resolve("输出 [1]*'x"));
    SampleOutput.publish(output, "2026-02-16", 1, "a.txt", "b.txt");
    SampleOutput.publish(output, "20260217", 2, "c.txt");
  }

  @Test
  void countsTheRowsOfEveryDataset() throws Exception {
    assertThat(jsonl("SELECT count(*) AS n FROM articles"), equalTo("{\"n\":6}\n"));
    assertThat(jsonl("SELECT count(*) AS n FROM duplicates"), equalTo("{\"n\":3}\n"));
    assertThat(jsonl("SELECT count(*) AS n FROM rejects"), equalTo("{\"n\":3}\n"));
    assertThat(jsonl("SELECT count(*) AS n FROM fingerprints"), equalTo("{\"n\":6}\n"));
    assertThat(jsonl("SELECT count(*) AS n FROM boilerplate"), equalTo("{\"n\":0}\n"));
    assertThat(jsonl("SELECT sum(split) AS n FROM ledger"), equalTo("{\"n\":12}\n"));
  }

  @Test
  void takesTheRunFromTheColumnSoThatItStaysText() throws Exception {
    assertThat(
        jsonl("SELECT DISTINCT run_id, typeof(run_id) AS t FROM articles ORDER BY ALL"),
        equalTo(
            """
            {"run_id":"2026-02-16","t":"VARCHAR"}
            {"run_id":"20260217","t":"VARCHAR"}
            """));
  }

  @Test
  void listsTheRuns() throws Exception {
    assertThat(
        jsonl(
            "SELECT run_id, sequence, date, files, articles, rejects FROM runs ORDER BY sequence"),
        equalTo(
            """
            {"run_id":"2026-02-16","sequence":1,"date":"2026-02-16","files":2,"articles":4,"rejects":2}
            {"run_id":"20260217","sequence":2,"date":"2026-02-16","files":1,"articles":2,"rejects":1}
            """));
  }

  @Test
  void addsTheCopiesThatLaterRunsFound(@TempDir Path other) throws Exception {
    LocalOutput later = LocalOutput.at(other);
    SampleOutput.publish(later, "r1", 1, "a.txt");
    SampleOutput.publishCopyOf(later, "r2", 2, "b.txt", "a.txt#0", "r1");

    assertThat(
        answer(
            later, "SELECT id, also_at, cluster_size FROM articles WHERE run_id = 'r1' ORDER BY 1"),
        equalTo(
            """
            {"id":"a.txt#0","also_at":[{"source_uri":"b.txt","url":null,"title":"标题 0"}],"cluster_size":2}
            {"id":"a.txt#1","also_at":[],"cluster_size":1}
            """));
  }

  @Test
  void listsAllMembersOfAClusterAndPairsRevisions(@TempDir Path other) throws Exception {
    LocalOutput later = LocalOutput.at(other);
    SampleOutput.publish(later, "r1", 1, "a.txt");
    SampleOutput.publishCopyOf(later, "r2", 2, "b.txt", "a.txt#0", "r1");

    assertThat(
        answer(
            later,
            "SELECT m.kept, m.run_id FROM duplicates d JOIN members m USING (cluster_id)"
                + " WHERE d.duplicate_of_run <> d.run_id AND m.kept = false AND m.id = d.id"),
        equalTo("{\"kept\":false,\"run_id\":\"r2\"}\n"));
    assertThat(answer(later, "SELECT count(*) AS n FROM revisions"), equalTo("{\"n\":0}\n"));
  }

  @Test
  void tellsWhatBecameOfEveryPieceAndWhy() throws Exception {
    assertThat(
        jsonl("SELECT became, id, why FROM pieces WHERE source_uri = 'c.txt' ORDER BY id"),
        equalTo(
            """
            {"became":"article","id":"c.txt#0","why":null}
            {"became":"article","id":"c.txt#1","why":null}
            {"became":"duplicate","id":"c.txt#2","why":"exact copy of c.txt#0 in run 20260217, similarity 1.0"}
            {"became":"reject","id":"c.txt#3","why":"not-an-article"}
            """));
  }

  @Test
  void joinsWhatLaterRunsAddedWhereverItIsReadButNotElsewhere(@TempDir Path other)
      throws Exception {
    LocalOutput later = LocalOutput.at(other);
    SampleOutput.publish(later, "r1", 1, "a.txt");
    SampleOutput.publishCopyOf(later, "r2", 2, "b.txt", "a.txt#0", "r1");

    for (String sql :
        List.of(
            "SELECT cluster_size AS n FROM articles WHERE id = 'a.txt#0'",
            "SELECT (a).cluster_size AS n FROM articles a WHERE (a).id = 'a.txt#0'",
            "SELECT n FROM (SELECT len(also_at) + 1 AS n, id FROM articles) WHERE id = 'a.txt#0'",
            "SELECT cluster_size AS n FROM (SELECT * FROM articles) WHERE id = 'a.txt#0'",
            "SELECT cluster_size AS n FROM main.articles WHERE id = 'a.txt#0'",
            "SELECT max(COLUMNS('cluster_size')) AS n FROM articles",
            "SELECT count(*) AS n FROM articles WHERE cluster_size > 1 OR id = 'a.txt#1'")) {
      assertThat(sql, answer(later, sql), equalTo("{\"n\":2}\n"));
    }
  }

  @Test
  void describesTheColumnsWithWhatTheyMean() throws Exception {
    assertThat(
        jsonl("DESCRIBE articles"),
        containsString(
            "\"column_name\":\"first_seen\",\"column_type\":\"DATE\",\"meaning\":\"Logical date of the run"));
    for (String view :
        List.of(
            "articles",
            "duplicates",
            "rejects",
            "fingerprints",
            "boilerplate",
            "ledger",
            "pieces",
            "members",
            "revisions",
            "stories",
            "runs")) {
      assertThat(view, jsonl("desc " + view + ";"), not(containsString("\"meaning\":\"\"")));
    }
    assertThat(
        run("DESCRIBE revisions", QueryFormat.TABLE, 60),
        containsString(
            """
            earlier_run    VARCHAR      Run that published the earlier
                                        article.
            """));
    assertThat(failure("DESCRIBE artikles"), containsString("\"articles\""));
  }

  @Test
  void refusesWhateverIsNoQuery() {
    for (String sql :
        List.of(
            "DROP VIEW articles",
            "COPY (SELECT 1) TO 'x.csv'",
            "COPY articles TO 'x.parquet' (FORMAT parquet, USE_TMP_FILE false)",
            "SELECT 1; DROP VIEW articles",
            "INSTALL httpfs",
            "ATTACH 'x.db'",
            "SET threads = 1",
            "PRAGMA version",
            "CALL pragma_version()",
            "LOAD httpfs",
            "EXPORT DATABASE 'x'",
            "VACUUM",
            "CHECKPOINT",
            "DELETE FROM runs",
            "CREATE TABLE t AS SELECT 1",
            "")) {
      assertThat(sql, failure(sql), startsWith("only a query can be answered"));
    }
    assertThat(failure("SELECT 1; SELECT 2"), startsWith("only one query"));
  }

  @Test
  void readsNoFileThatIsNotPublished() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");

    for (String sql :
        List.of(
            "SELECT * FROM read_text('" + secret + "')",
            "SELECT * FROM read_csv('" + secret + "')",
            "SELECT * FROM '" + secret + "'",
            "SELECT * FROM glob('" + folder + "/*')",
            "SELECT * FROM parquet_metadata('" + secret + "')",
            "SELECT * FROM read_blob('" + folder + "/*')",
            "SELECT * FROM sniff_csv('" + secret + "')",
            "SELECT * FROM read_json('" + secret + "')",
            "SELECT getenv('HOME')",
            "SELECT * FROM query('ATTACH 1')",
            "SELECT * FROM read_text('https://example.org/')")) {
      assertThat(sql, failure(sql), not(containsString("secret\n")));
    }
  }

  @Test
  void namesTheNearestColumnAndTable() {
    assertThat(failure("SELECT titel FROM articles"), containsString("\"title\""));
    assertThat(failure("SELECT a.titel FROM articles a"), containsString("\"title\""));
    assertThat(failure("SELECT * FROM artikles"), containsString("\"articles\""));
  }

  @Test
  void saysWhereTheSyntaxIsWrongAndNothingOfJava() {
    assertThat(
        failure("SELECT id FRM articles WHERE x"),
        allOf(
            containsString("syntax error at or near"),
            not(containsString("Exception")),
            not(containsString("at org."))));
  }

  @Test
  void saysThatNothingIsPublishedYet(@TempDir Path empty) {
    for (Path at : List.of(empty, empty.resolve("missing"))) {
      QueryException error =
          assertThrows(QueryException.class, () -> answer(LocalOutput.at(at), "SELECT 1"));
      assertThat(
          error.getMessage(),
          allOf(startsWith("nothing is published at"), containsString("./winnow curate")));
    }
  }

  @Test
  void writesCsvWithListsAsJson() throws Exception {
    assertThat(
        run("SELECT id, summary, url FROM articles ORDER BY id LIMIT 1", QueryFormat.CSV, 80),
        equalTo("id,summary,url\r\na.txt#0,\"[\"\"正文\"\"]\",\r\n"));
  }

  @Test
  void writesTables() throws Exception {
    assertThat(
        run("SELECT id, title, chars FROM articles ORDER BY id LIMIT 2", QueryFormat.TABLE, 80),
        equalTo(
            """
            id       title   chars
            ───────  ──────  ─────
            a.txt#0  标题 0      0
            a.txt#1  标题 1      0
            (2 rows)
            """));
  }

  private static String jsonl(String sql) throws Exception {
    return answer(output, sql);
  }

  private static String failure(String sql) {
    return assertThrows(QueryException.class, () -> jsonl(sql), sql).getMessage();
  }

  private static String answer(LocalOutput at, String sql) throws Exception {
    StringBuilder out = new StringBuilder();
    new Query(at).run(sql, QueryFormat.JSONL, 80, out);
    return out.toString();
  }

  private static String run(String sql, QueryFormat format, int width) throws Exception {
    StringBuilder out = new StringBuilder();
    new Query(output).run(sql, format, width, out);
    return out.toString();
  }
}
