package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.log.JsonFormat;
import io.winnow.log.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that gates refuse, then the same run with gates that it passes, and the log of both. */
class RefusedRunEndToEndTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private Path output;

  @Test
  void refusesKeepsThenPublishesAndLogsNoTextOfAnArticle() throws Exception {
    List<LogRecord> log = Collections.synchronizedList(new ArrayList<>());
    Recorder recorder = new Recorder(log);
    try {
      refuses();
      publishes();
    } finally {
      recorder.close();
    }
    tellsEveryEventOnALineEach(log);
    holdsNoTextOfAnArticle(log);
  }

  private void refuses() throws IOException {
    Console refused = curate("--maxRejects=1%", "--minArticles=1000", "--keepRefused");

    assertThat(refused.err(), refused.code(), is(ExitCode.REFUSED.code()));
    assertThat(
        refused.err(),
        allOf(
            containsString("2 quality gates refused the run, so nothing was published"),
            containsString("more than --maxRejects=1%"),
            containsString("fewer than --minArticles=1000"),
            containsString("kept in " + output.resolve("_refused/nightly."))));
    assertThat(refused.out(), is(""));
    assertThat(visible(), empty());
    List<String> kept = names(output.resolve("_refused"));
    assertThat(kept.size(), is(1));
    Path run = output.resolve("_refused").resolve(kept.get(0));
    assertThat(
        Files.readString(run.resolve("report.md")),
        allOf(
            startsWith(
                "# Run nightly · refused\n\n**Refused: nothing of this run was published.**"),
            containsString("- the run has")));
    assertThat(Files.exists(run.resolve("manifest.json")), is(true));
  }

  private void publishes() throws IOException {
    Console published = curate("--maxRejects=0.9", "--minArticles=1", "--maxDrop=50%");

    assertThat(published.err(), published.code(), is(0));
    assertThat(visible(), is(List.of("digests", "run=nightly")));
    assertThat(names(output.resolve("_refused")), empty());
  }

  private void tellsEveryEventOnALineEach(List<LogRecord> log) throws IOException {
    List<String> events = new ArrayList<>();
    for (LogRecord logged : log) {
      if (logged.getLoggerName().startsWith("io.winnow")) {
        assertThat(new TextFormat().format(logged).lines().count(), is(1L));
        JsonNode json = new JsonMapper().readTree(new JsonFormat().format(logged));
        if (json.has("event")) {
          events.add(json.get("event").asText());
        }
      }
    }
    events.removeIf(event -> event.equals("stage") || event.equals("progress"));
    assertThat(
        events,
        is(
            List.of(
                "lease-taken",
                "run-started",
                "job-submitted",
                "job-finished",
                "gate-refused",
                "gate-refused",
                "refused-run-kept",
                "failed",
                "lease-taken",
                "run-started",
                "job-submitted",
                "job-finished",
                "published")));
  }

  private void holdsNoTextOfAnArticle(List<LogRecord> log) throws Exception {
    List<String> lines = new ArrayList<>();
    log.forEach(logged -> lines.add(new TextFormat().format(logged)));
    List<String> texts = texts();

    assertThat(texts.size(), greaterThan(50));
    for (String text : texts) {
      assertThat(lines, everyItem(not(containsString(text))));
    }
  }

  /** Titles, and the first words of every paragraph. */
  private List<String> texts() throws Exception {
    List<String> texts = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                String.format(
                    "select title from '%1$s/run=*/articles/*.parquet' union select"
                        + " unnest(regexp_extract_all(text, '(?m)^.{12}')) from"
                        + " '%1$s/run=*/articles/*.parquet'",
                    output))) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private List<String> visible() throws IOException {
    return names(output).stream()
        .filter(name -> !name.startsWith(".") && !name.startsWith("_"))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Console curate(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "curate",
                "--runner=DirectRunner",
                "--input=" + SAMPLES,
                "--output=" + output,
                "--runId=nightly",
                "--date=2026-02-15"));
    args.addAll(List.of(more));
    return Console.run(args.toArray(String[]::new));
  }

  /** Keeps what would be shown: ours from INFO, others from WARNING. */
  private static final class Recorder extends Handler {
    private final List<LogRecord> log;
    private final Logger ours = Logger.getLogger("io.winnow");
    private final Level before = ours.getLevel();

    Recorder(List<LogRecord> log) {
      this.log = log;
      ours.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
      log.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      Logger.getLogger("").removeHandler(this);
      ours.setLevel(before);
    }
  }
}
