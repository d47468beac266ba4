package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs of older versions, and a run of today in them: every command reads the mix. */
class OlderOutputEndToEndTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  /** Columns that came after version 1, which no row of then has. */
  private static final String CAME_LATER =
      "story_label IS NULL AND story_earlier = [] AND split_cues = []";

  @TempDir private static Path folder;
  private static final Map<Integer, Path> MIXES = new HashMap<>();
  private static Console refused = new Console(-1, "", "");
  private static Console rebuilt = new Console(-1, "", "");

  @BeforeAll
  static void publishARunOfTodayIntoEach() throws Exception {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Files.copy(SAMPLES.resolve("page.html"), dumps.resolve("page.html"));
    Files.copy(SAMPLES.resolve("magazine.md"), dumps.resolve("copied.md"));
    Files.writeString(
        dumps.resolve("new.jsonl"),
        "{\"id\":\"n\",\"title\":\"A kettle of tomorrow\",\"text\":\"The kettle of tomorrow knows when you wake."
            + " It listens for the alarm of your phone and begins to boil two minutes later. We took one apart"
            + " and found a small board with a radio, a sensor and a relay. The relay fails first, as in all"
            + " kettles before it, after some four thousand cups.\"}\n");
    for (int version : List.of(1, 2)) {
      Path output = folder.resolve("v" + version);
      OlderOutput.unpack(version, output);
      MIXES.put(version, output);
    }
    refused = curate(MIXES.get(1), dumps);
    rebuilt = Console.run("refingerprint", "--output=" + MIXES.get(1));
    for (Path output : MIXES.values()) {
      Console published = curate(output, dumps);
      assertThat(published.err(), published.code(), is(0));
    }
  }

  private static Console curate(Path output, Path dumps) {
    return Console.run(
        "curate",
        "--runner=DirectRunner",
        "--input=" + dumps,
        "--output=" + output,
        "--runId=today",
        "--date=2026-02-20");
  }

  @Test
  void refusesFingerprintsThatDoNotCompareUntilTheyAreRebuilt() {
    assertThat(refused.code(), is(ExitCode.USAGE.code()));
    assertThat(
        refused.err(),
        allOf(
            containsString("monday (version 1), tuesday (version 1)"),
            containsString("./winnow refingerprint --output=")));
    assertThat(rebuilt.out().strip(), endsWith("refingerprinted runs=2 fingerprints=25"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void skipsWhatAnOlderRunReadAndKnowsItsArticlesAgain(int version) {
    assertThat(
        query(version, "SELECT status FROM ledger WHERE run_id = 'today' ORDER BY source_uri"),
        equalTo("status\nread\nread\nunchanged\n"));
    assertThat(
        query(
            version,
            "SELECT count(*) FROM duplicates WHERE run_id = 'today' AND method = 'exact'"
                + " AND duplicate_of_run IN ('monday', 'wednesday')"),
        equalTo("count_star()\n4\n"));
    assertThat(
        query(
            version,
            "SELECT count(*) - (SELECT count(DISTINCT duplicate_of) FROM duplicates) AS more"
                + " FROM articles WHERE cluster_size > 1 AND also_at <> []"),
        equalTo("more\n0\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tellsWhatWouldChangeGoOrBePacked(int version) {
    String output = "--output=" + MIXES.get(version);
    for (List<String> command :
        List.of(
            List.of("replay", output, "--quality=none", "--dry-run"),
            List.of("replay", output, "--rejects=not-an-article", "--dry-run"),
            List.of("replay", output, "--reprocess=**", "--dry-run"),
            List.of("forget", output, "--dry-run", "https://example.org/nowhere", "--always"),
            List.of("compact", output, "--date=2030-01-01", "--dry-run"),
            List.of("expire", output, "--keep=1d", "--date=2030-01-01", "--dry-run"))) {
      Console told = Console.run(command.toArray(String[]::new));

      assertThat(command + told.err(), told.code(), is(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsEveryViewWithEveryColumn(int version) {
    for (Dataset<?> dataset : Dataset.all()) {
      List<String> columns = dataset.schema().getFields().stream().map(Schema.Field::name).toList();
      String rows = query(version, "SELECT * FROM " + dataset);

      assertThat(rows.lines().findFirst().orElse(""), equalTo(String.join(",", columns)));
    }
    for (String view : List.of("runs", "pieces", "members", "revisions", "stories")) {
      query(version, "SELECT * FROM " + view);
    }
    assertThat(query(version, "SELECT count(*) FROM articles"), equalTo("count_star()\n23\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void showsNothingInColumnsThatCameAfterARow(int version) {
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
      assertThat(
          query(
              version,
              "SELECT count(*) FROM %s WHERE run_id <> 'today' AND split_cues IS DISTINCT FROM []"
                  .formatted(dataset)),
          equalTo("count_star()\n0\n"));
    }
    assertThat(
        query(
            1,
            "SELECT count(*) FROM articles WHERE run_id <> 'today' AND NOT (" + CAME_LATER + ")"),
        equalTo("count_star()\n0\n"));
    assertThat(
        query(version, "SELECT count(*) FROM articles WHERE split_cues <> []"),
        equalTo("count_star()\n1\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void explainsEveryPiece(int version) {
    List<String> ids =
        query(
                version,
                "SELECT id FROM (SELECT DISTINCT ON (became, run_id) * FROM pieces ORDER BY id)")
            .lines()
            .skip(1)
            .toList();
    for (String id : ids) {
      explain(MIXES.get(version), id);
    }
    assertThat(ids.size(), is(version == 1 ? 8 : 6));
    explain(MIXES.get(version), ids.get(0), ids.get(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void explainsWhereNoRunIsOfToday(int version) throws IOException {
    Path output = folder.resolve("untouched" + version);
    OlderOutput.unpack(version, output);
    String ids =
        Console.run("query", "--output=" + output, "--format=csv", "SELECT id FROM articles").out();

    for (String id : ids.lines().skip(1).limit(4).toList()) {
      assertThat(
          explain(output, id),
          containsString("because of what, this output of an older version does not say"));
    }
  }

  @Test
  void rebuildsFingerprintsOfOlderRunsInAPack() throws IOException {
    Path output = folder.resolve("packed");
    OlderOutput.unpack(1, output);
    Console packed = Console.run("compact", "--output=" + output, "--keep=1d", "--date=2026-02-20");
    assertThat(packed.err(), packed.code(), is(0));

    Console mended = Console.run("refingerprint", "--output=" + output);

    assertThat(mended.err(), mended.code(), is(0));
    assertThat(mended.out().strip(), endsWith("refingerprinted runs=2 fingerprints=25"));
    assertThat(
        query(output, "SELECT count(*) FROM articles WHERE " + CAME_LATER),
        equalTo("count_star()\n22\n"));
    assertThat(
        query(output, "SELECT count(*) FROM fingerprints WHERE version = 2"),
        equalTo("count_star()\n25\n"));
  }

  private static String explain(Path output, String... names) {
    List<String> command = new ArrayList<>(List.of("explain", "--output=" + output));
    command.addAll(List.of(names));
    Console told = Console.run(command.toArray(String[]::new));
    assertThat(told.err(), told.code(), is(0));
    return told.out();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void rendersDigestsOfOldAndNewRuns(int version) {
    for (String period : List.of("2026-W08", "2026-02", "run:today")) {
      Console rendered =
          Console.run("digest", "--output=" + MIXES.get(version), "--period=" + period);
      assertThat(rendered.err(), rendered.code(), is(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void isReadByOthersFromTheViewsThatFilesPrints(int version) throws SQLException {
    Console ddl = Console.run("files", "--output=" + MIXES.get(version), "--format=ddl");
    Console one =
        Console.run(
            "files", "--output=" + MIXES.get(version), "--format=ddl", "--dataset=duplicates");

    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(ddl.out());
      assertThat(count(statement, "articles"), is(23));
      assertThat(count(statement, "articles WHERE split_cues IS NULL"), is(0));
      statement.execute(one.out());
      assertThat(count(statement, "duplicates WHERE split_cues IS NULL"), is(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void isReadByOthersFromTheFilesAlone(int version) throws SQLException {
    String files =
        "read_parquet('%s/run=*/articles/*.parquet', hive_partitioning = false, union_by_name = true)"
            .formatted(MIXES.get(version));
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      assertThat(count(statement, files), is(23));
      assertThat(count(statement, files + " WHERE split_cues IS NULL"), is(22));
    }
  }

  private static int count(Statement statement, String from) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String query(int version, String sql) {
    return query(MIXES.get(version), sql);
  }

  private static String query(Path output, String sql) {
    Console answer = Console.run("query", "--output=" + output, "--format=csv", sql);
    assertThat(answer.err(), answer.code(), is(0));
    return answer.out().replace("\r", "");
  }
}
