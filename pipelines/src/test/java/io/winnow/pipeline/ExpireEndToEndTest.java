package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.publish.LocalOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go by age, and what the next run still knows of them. */
class ExpireEndToEndTest {
  private static final String TEXT =
      "The harbour authority of Vellmark said on Monday that the old ferry terminal will be torn"
          + " down next spring. Engineers found rust in all but two of the forty pillars that carry"
          + " the waiting hall. A temporary pier will open in April, and commuters are told to"
          + " expect crossings of half an hour. The new terminal is to cost ninety million crowns.";

  private static final String OTHER =
      "Readers in Osterby get their library back: after four years of building, the reading room"
          + " opens on the first of March. It keeps the painted ceiling of 1911 and gains a floor for"
          + " children, a workshop and six hundred seats. The town council paid a third of the sum,"
          + " donors the rest. Opening hours are longer than before, and Sundays are new.";

  private @TempDir Path folder;
  private Path dumps;
  private Path output;

  @BeforeEach
  void publishTwoRuns() throws Exception {
    dumps = Files.createDirectory(folder.resolve("dumps"));
    output = folder.resolve("out");
    write("old.jsonl", "The ferry terminal", TEXT);
    curate("old", "2026-01-05");
    write("new.jsonl", "The library", OTHER);
    curate("new", "2026-02-16");
  }

  @Test
  void showsWhatWouldGoAndRemovesNothing() throws Exception {
    List<String> before = files();

    Console shown = expire("--keep=4w", "--date=2026-02-17", "--dry-run");

    assertThat(shown.code(), is(0));
    assertThat(
        shown.out(),
        allOf(
            containsString("2026-01-05  old  articles=1 duplicates=0 rejects=0 bytes="),
            containsString("runs before 2026-01-20; nothing was removed"),
            containsString("would expire runs=1 articles=1 duplicates=0 rejects=0 bytes=")));
    assertThat(files(), is(before));
  }

  @Test
  void removesTheRunWithItsTextAndItsDigest() throws Exception {
    Console expired = expire("--keep=4w", "--date=2026-02-17");

    assertThat(expired.err(), expired.code(), is(0));
    assertThat(expired.out().strip(), containsString("expired runs=1 articles=1 duplicates=0"));
    assertThat(files(), not(hasItem(containsString("run=old"))));
    assertThat(files(), not(hasItem(containsString("2026-W02"))));
    assertThat(files(), hasItem(endsWith("digests/2026-W08.en.md")));
    assertThat(
        query("SELECT title FROM articles").lines().toList(), is(List.of("title", "The library")));
    Console again = expire("--keep=4w", "--date=2026-02-17");
    assertThat(again.out().strip(), is("expired runs=0 articles=0 duplicates=0 rejects=0 bytes=0"));
  }

  @Test
  void aTextOfARemovedRunIsStillADuplicateAndItsFileStillUnchanged() throws Exception {
    expire("--keep=4w", "--date=2026-02-17");
    write("copy.jsonl", "The ferry terminal again", TEXT);

    Console third = curate("third", "2026-02-18");

    assertThat(third.out(), containsString("articles=0 duplicates=1 rejects=0"));
    assertThat(
        query("SELECT duplicate_of_run FROM duplicates").lines().toList(),
        is(List.of("duplicate_of_run", "old")));
    assertThat(
        query("SELECT source_uri, status FROM ledger WHERE run_id = 'third' ORDER BY 1")
            .lines()
            .skip(1)
            .toList(),
        is(List.of("copy.jsonl,read", "new.jsonl,unchanged", "old.jsonl,unchanged")));
  }

  @Test
  void explainTellsOfARemovedArticle() throws Exception {
    String id =
        query("SELECT id FROM articles WHERE run_id = 'old'").lines().skip(1).findFirst().get();
    write("copy.jsonl", "The ferry terminal again", TEXT);
    curate("third", "2026-02-18");
    expire("--keep=4w", "--date=2026-02-17");

    Console gone = Console.run("explain", "--output=" + output, id);
    Console copy = Console.run("explain", "--output=" + output, "copy.jsonl#0");

    assertThat(gone.err() + gone.out(), containsString("old"));
    assertThat(gone.out(), containsString("was removed with it by expire"));
    assertThat(copy.err(), copy.code(), is(0));
    assertThat(copy.out(), containsString(id.substring(0, 10)));
  }

  @Test
  void aRemovedRunCannotBeRunAgain() {
    expire("--keep=4w", "--date=2026-02-17");

    Console again = curateAll("old", "2026-01-05");

    assertThat(again.code(), is(ExitCode.USAGE.code()));
    assertThat(again.err(), containsString("give another --runId"));
  }

  @Test
  void refusesWrongAgesAndDaysTogether() {
    Console wrong = expire("--keep=soon", "--date=yesterday", "--lockWait=-1");

    assertThat(wrong.code(), is(ExitCode.USAGE.code()));
    assertThat(
        wrong.err(),
        allOf(
            containsString("--keep must be a number of days"),
            containsString("--date must be a day"),
            containsString("--lockWait must be at least 0")));
  }

  private Console expire(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "expire";
    args[1] = "--output=" + output;
    System.arraycopy(options, 0, args, 2, options.length);
    return Console.run(args);
  }

  private Console curate(String run, String date) {
    Console console = curateAll(run, date);
    assertThat(console.err(), console.code(), is(0));
    return console;
  }

  private Console curateAll(String run, String date) {
    return Console.run(
        "curate",
        "--runner=DirectRunner",
        "--input=" + dumps,
        "--output=" + output,
        "--runId=" + run,
        "--date=" + date);
  }

  private String query(String sql) {
    return Console.run("query", "--format=csv", "--output=" + output, sql).out();
  }

  private void write(String file, String title, String text) throws IOException {
    Files.writeString(
        dumps.resolve(file), "{\"title\": \"" + title + "\", \"text\": \"" + text + "\"}\n");
  }

  private List<String> files() throws IOException {
    return LocalOutput.at(output).files("");
  }
}
