package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on the README's samples, read back by DuckDB from the files alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurateEndToEndTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private static Path folder;
  private Path output;
  private Console console;

  @BeforeAll
  void curateTheSamples() {
    output = folder.resolve("out");
    console = curate(output, "--runner=DirectRunner");
  }

  @Test
  void tellsOnStandardOutputWhatWasPublished() throws SQLException {
    assertThat(console.err(), console.code(), is(0));
    assertThat(
        console.out().strip(),
        is(
            String.format(
                "published run=golden files=6 articles=%s duplicates=%s rejects=%s",
                one("select count(*) from articles"),
                one("select count(*) from duplicates"),
                one("select count(*) from rejects"))));
  }

  @Test
  void everyPieceAndLineIsAccountedFor() throws SQLException {
    assertThat(
        rows(
            "select source_uri from ledger where split <> published + duplicates + rejects"
                + " or lines <> lines_published + lines_duplicates + lines_rejects + lines_frame"),
        empty());
    assertThat(one("select count(*) from ledger"), is("6"));
    assertThat(
        one("select sum(split) from ledger"),
        is(
            one(
                "select (select count(*) from articles) + (select count(*) from duplicates)"
                    + " + (select count(*) from rejects)")));
  }

  @Test
  void everyShapeIsSplitByItsOwnDetector() throws SQLException {
    Map<String, String> detectors = new TreeMap<>();
    for (List<String> row : rows("select source_uri, detector from ledger")) {
      detectors.put(row.get(0), row.get(1));
    }
    assertThat(
        detectors,
        is(
            Map.of(
                "digest.md", "digest",
                "magazine.md", "book",
                "notes.md", "dated-notes",
                "page.html", "page",
                "records.jsonl", "jsonl",
                "stream.txt", "stream")));
  }

  @Test
  void aPageInAnotherCharsetIsReadRight() throws SQLException {
    assertThat(one("select charset from articles where source_uri = 'page.html'"), is("GB18030"));
    assertThat(one("select count(*) from articles where contains(text, chr(65533))"), is("0"));
  }

  @Test
  void copiesAreFoundAndPointAtPublishedArticles() throws SQLException {
    assertThat(
        one("select count(*) from duplicates d anti join articles a on d.duplicate_of = a.id"),
        is("0"));
    assertThat(
        Integer.parseInt(one("select count(*) from duplicates where method = 'exact'")),
        greaterThan(0));
    assertThat(
        Integer.parseInt(one("select count(*) from duplicates where method = 'near'")),
        greaterThan(0));
  }

  @Test
  void noBoilerplateIsLeftAndWhatWasDroppedIsLogged() throws SQLException {
    assertThat(
        one("select count(*) from articles where regexp_matches(text, '(?m)^Prompt:|本篇完|扫描下方二维码')"),
        is("0"));
    assertThat(
        Integer.parseInt(one("select sum(len(dropped_spans)) from articles")), greaterThan(0));
  }

  @Test
  void everySummaryIsVerbatimInOrderAndBounded() throws SQLException {
    assertThat(one("select count(*) from articles where len(summary) = 0"), is("0"));
    assertThat(
        rows(
            "select id from (select id, text, unnest(summary) as s from articles)"
                + " where not contains(text, s)"),
        empty());
    assertThat(
        rows("select id from articles where regexp_matches(summary[len(summary)], '[:：]$')"),
        empty());
  }

  @Test
  void noColumnThatMustBeSetIsEmpty() throws SQLException {
    assertThat(
        rows(
            "select id from articles where title = '' or text = '' or section = ''"
                + " or content_sha256 = '' or cluster_id = '' or lang = ''"
                + " or (url is null) <> (url_role is null)"),
        empty());
  }

  @Test
  void digestsAndReportAreThere() throws IOException {
    String digest = Files.readString(output.resolve("digests/2026-W07.zh.md"));
    assertThat(digest, allOf(startsWith("# "), containsString("2026")));
    assertThat(Files.exists(output.resolve("digests/2026-W07.en.md")), is(true));
    assertThat(Files.exists(output.resolve("digests/README.md")), is(true));
    assertThat(Files.readString(output.resolve("run=golden/report.md")), containsString("golden"));
  }

  @Test
  void nothingButTheContractIsVisible() throws IOException {
    List<String> visible = new ArrayList<>();
    try (var files = Files.list(output.resolve("run=golden"))) {
      files.map(file -> file.getFileName().toString()).forEach(visible::add);
    }
    visible.removeIf(name -> name.startsWith("_") || name.startsWith("."));
    assertThat(
        visible,
        everyItem(
            matchesPattern(
                "articles|duplicates|rejects|fingerprints|boilerplate|ledger|manifest\\.json|report\\.md|report")));
    assertThat(visible, hasItem("manifest.json"));
  }

  @Test
  void flinkPublishesTheSameRows() throws IOException {
    Path other = folder.resolve("flink");
    Console flink = curate(other, "--parallelism=3");

    assertThat(flink.err(), flink.code(), is(0));
    assertThat(hashes(other), is(hashes(output)));
    assertThat(metricNames(other), is(metricNames(output)));
  }

  private static Set<String> metricNames(Path output) throws IOException {
    JsonNode manifest =
        new JsonMapper().readTree(output.resolve("run=golden/manifest.json").toFile());
    Set<String> names = new TreeSet<>();
    manifest.get("metrics").fieldNames().forEachRemaining(names::add);
    assertThat(names, hasItem("summarize:in"));
    return names;
  }

  @Test
  void aRunAgainSkipsWhatItHasAndARunIdAgainReplacesItself() throws IOException, SQLException {
    Path again = folder.resolve("again");
    curate(again, "--runner=DirectRunner");
    Console second =
        Console.run(
            "curate",
            "--runner=DirectRunner",
            "--input=" + SAMPLES,
            "--output=" + again,
            "--runId=second",
            "--date=2026-02-16");
    assertThat(second.err(), second.code(), is(0));
    assertThat(
        second.out(),
        containsString("published run=second files=6 articles=0 duplicates=0 rejects=0"));

    Console replaced = curate(again, "--runner=DirectRunner");
    assertThat(replaced.code(), is(0));
  }

  private static Console curate(Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "curate",
                "--input=" + SAMPLES,
                "--output=" + output,
                "--runId=golden",
                "--date=2026-02-15"));
    args.addAll(List.of(more));
    return Console.run(args.toArray(String[]::new));
  }

  private static Map<String, String> hashes(Path output) throws IOException {
    JsonNode manifest =
        new JsonMapper().readTree(output.resolve("run=golden/manifest.json").toFile());
    Map<String, String> hashes = new TreeMap<>();
    manifest
        .get("datasets")
        .properties()
        .forEach(
            dataset -> hashes.put(dataset.getKey(), dataset.getValue().get("rows_hash").asText()));
    assertThat(hashes.values(), not(empty()));
    return hashes;
  }

  private String one(String sql) throws SQLException {
    return rows(sql).get(0).get(0);
  }

  /** DuckDB alone, on the files as any reader would glob them. */
  private List<List<String>> rows(String sql) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (String dataset :
          List.of("articles", "duplicates", "rejects", "fingerprints", "boilerplate", "ledger")) {
        statement.execute(
            String.format(
                "create view %s as select * from read_parquet('%s/run=*/%s/*.parquet',"
                    + " hive_partitioning = false)",
                dataset, output, dataset));
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }
}
