package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.winnow.publish.LocalOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sources that are read again after rules changed, in place of what earlier runs have. */
class ReprocessEndToEndTest {
  private static final String FERRY =
      "The harbour authority of Vellmark said on Monday that the old ferry terminal will be torn"
          + " down next spring. Engineers found rust in all but two of the forty pillars that carry"
          + " the waiting hall. A temporary pier will open in April, and commuters are told to"
          + " expect crossings of half an hour. The new terminal is to cost ninety million crowns.";

  private static final String LIBRARY =
      "Readers in Osterby get their library back: after four years of building, the reading room"
          + " opens on the first of March. It keeps the painted ceiling of 1911 and gains a floor for"
          + " children, a workshop and six hundred seats. The town council paid a third of the sum,"
          + " donors the rest. Opening hours are longer than before, and Sundays are new.";

  private static final String LONG_ONLY =
      "rules:\n  - rule: short\n    reason: low-quality\n    when: {words: below 60}\n";

  private static final String ALL =
      "rules:\n  - rule: short\n    reason: low-quality\n    when: {words: below 5}\n";

  private @TempDir Path folder;
  private Path dumps;
  private Path output;

  @BeforeEach
  void publishTwoRuns() throws IOException {
    dumps = Files.createDirectories(folder.resolve("dumps/weekly"));
    output = folder.resolve("out");
    write(
        "weekly/a.jsonl", FERRY, "Too short for the rules of the first run, and whole sentences.");
    write("other.jsonl", LIBRARY);
    curate("first", "2026-02-16");
    write("copies.jsonl", FERRY);
    curate("second", "2026-02-17");
    assertThat(
        query("SELECT run_id, source_uri, duplicate_of_run FROM duplicates"),
        is(List.of("second,copies.jsonl,first")));
  }

  @Test
  void everyPieceIsPublishedOnceByTheRulesOfToday() throws IOException {
    Console again = replay("--reprocess=weekly/**", "--runId=third", "--date=2026-02-18");

    assertThat(again.err(), again.code(), is(0));
    assertThat(
        again.out(),
        containsString("published run=third files=1 articles=2 duplicates=0 rejects=0"));
    assertThat(
        query("SELECT run_id, source_uri FROM published_articles ORDER BY run_id, source_uri"),
        is(List.of("first,other.jsonl", "third,weekly/a.jsonl", "third,weekly/a.jsonl")));
    assertThat(query("SELECT count(*) FROM rejects"), is(List.of("0")));
    assertThat(
        "the copy follows its original",
        query("SELECT run_id, duplicate_of_run FROM duplicates"),
        is(List.of("second,third")));
    assertThat(
        query(
            "SELECT count(*) FROM duplicates d JOIN published_articles a ON a.id = d.duplicate_of"
                + " AND a.run_id = d.duplicate_of_run"),
        is(List.of("1")));
    assertThat(
        query(
            "SELECT run_id, status, split, split = published + duplicates + rejects FROM ledger"
                + " WHERE source_uri = 'weekly/a.jsonl' ORDER BY run_id"),
        is(List.of("first,superseded,0,true", "second,unchanged,0,true", "third,read,2,true")));
    assertThat(
        query("SELECT split, articles, rejects FROM runs WHERE run_id = 'first'"),
        is(List.of("1,1,0")));

    Console next = curate("fourth", "2026-02-19");
    assertThat(next.out(), containsString("articles=0 duplicates=0 rejects=0"));
  }

  @Test
  void anArticleThatOthersRepeatMustComeAgain() throws IOException {
    Map<String, String> before = LocalOutput.at(output).published();
    Path brief = quality("brief.yaml", LONG_ONLY.replace("below 60", "above 40"));

    Console refused = replay("--reprocess=weekly/**", "--quality=" + brief);

    assertThat(refused.code(), is(ExitCode.REFUSED.code()));
    assertThat(refused.err(), containsString("repeat articles that would come back as none"));
    assertThat(LocalOutput.at(output).published(), is(before));
  }

  @Test
  void aFileThatChangedKeepsItsRows() throws IOException {
    write("weekly/a.jsonl", LIBRARY);

    Console none = replay("--reprocess=weekly/**");

    assertThat(none.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(
        none.err(), containsString("weekly/a.jsonl: the file is not what it was when it was read"));
  }

  @Test
  void aDryRunTellsWhatWouldBeReadAndReplaced() {
    Console told = replay("--reprocess=weekly/**", "--dry-run");

    assertThat(told.err(), told.code(), is(0));
    assertThat(
        told.out(),
        allOf(
            containsString("Would read 1 files of "),
            containsString("in place of 1 sources in the runs first."),
            containsString("  weekly/a.jsonl")));
    assertThat(query("SELECT count(*) FROM runs"), is(List.of("2")));
  }

  @Test
  void theSameAgainUnderItsOwnIdChangesNothing() {
    replay("--reprocess=weekly/**", "--runId=third", "--date=2026-02-18");
    List<String> once = query("SELECT * EXCLUDE (also_at) FROM published_articles ORDER BY id");

    Console again = replay("--reprocess=weekly/**", "--runId=third", "--date=2026-02-18");

    assertThat(again.err(), again.code(), is(3));
    assertThat(query("SELECT * EXCLUDE (also_at) FROM published_articles ORDER BY id"), is(once));
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    Console wrong =
        replay("--reprocess=[a", "--rejects=low-quality", "--run=first", "--orphans=publish");

    assertThat(wrong.code(), is(ExitCode.USAGE.code()));
    assertThat(
        wrong.err(),
        allOf(
            containsString("--reprocess: a glob knows"),
            containsString("give one of them"),
            containsString("--run and --since choose rejects"),
            containsString("--orphans=publish is for")));
  }

  private Console curate(String run, String date) {
    Path strict = quality("strict.yaml", LONG_ONLY.replace("60", "20"));
    Console console =
        Console.run(
            "curate",
            "--runner=DirectRunner",
            "--input=" + dumps.getParent(),
            "--output=" + output,
            "--quality=" + strict,
            "--runId=" + run,
            "--date=" + date);
    assertThat(console.err(), console.code(), is(0));
    return console;
  }

  private Console replay(String... more) {
    return Console.run(
        Stream.concat(
                Stream.of(
                    "replay",
                    "--runner=DirectRunner",
                    "--output=" + output,
                    "--quality=" + quality("all.yaml", ALL)),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Path quality(String name, String rules) {
    try {
      return Files.writeString(folder.resolve(name), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> query(String sql) {
    Console console = Console.run("query", "--format=csv", "--output=" + output, sql);
    assertThat(console.err(), console.code(), is(0));
    return console.out().lines().skip(1).toList();
  }

  private void write(String file, String... texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      lines
          .append("{\"title\": \"")
          .append(text, 0, 20)
          .append("\", \"text\": \"")
          .append(text)
          .append("\"}\n");
    }
    Files.writeString(dumps.getParent().resolve(file), lines);
  }
}
