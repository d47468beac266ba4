package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are packed, and every command after that. */
class CompactEndToEndTest {
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

  @Test
  void packsOldRunsAndLeavesEveryCommandAsItWas() throws Exception {
    Path output = folder.resolve("out");
    curate("one", "2026-01-05", "The ferry terminal", TEXT);
    curate("two", "2026-01-06", "The library", OTHER);
    String out = "--output=" + output;
    String articles = query("SELECT * FROM articles ORDER BY id");

    Console told = Console.run("compact", out, "--date=2026-03-01", "--dry-run");
    assertThat(
        told.out(),
        allOf(
            containsString("a pack of 2 runs, one to two"),
            containsString("would compact runs=2 packs=1 files=")));
    Console packed = Console.run("compact", out, "--date=2026-03-01");
    assertThat(packed.err(), packed.code(), is(0));
    assertThat(packed.out(), startsWith("compacted runs=2 packs=1 files="));
    assertThat(
        Console.run("compact", out, "--date=2026-03-01").out(),
        startsWith("nothing to pack\ncompacted runs=0 packs=0 files="));

    assertThat(Files.exists(output.resolve("run=PACK-1-2/reports.zip")), is(true));
    assertThat(query("SELECT * FROM articles ORDER BY id"), is(articles));
    assertThat(
        Files.readString(output.resolve("digests/2026-W02.en.md")),
        not(containsString("report.md")));
    assertThat(
        Console.run("files", out, "--dataset=articles").out().lines().toList().size(), is(1));
    assertThat(
        Console.run("files", out, "--dataset=articles", "--run=one", "--format=ddl").out(),
        containsString("WHERE run_id IN ('one')"));
    String id = query("SELECT id FROM articles WHERE run_id = 'two'").lines().toList().get(1);
    assertThat(Console.run("explain", out, id).out(), containsString("The library"));

    Console copy = curate("three", "2026-02-28", "The ferry terminal again", TEXT);
    assertThat(copy.out(), containsString("articles=0 duplicates=1"));
    Console again = curate("two", "2026-01-06", "The library", OTHER + " It is free.");
    assertThat(again.err(), again.out(), containsString("published run=two"));
    assertThat(
        query("SELECT run_id, title FROM articles ORDER BY run_id").lines().skip(1).toList(),
        is(List.of("one,The ferry terminal", "two,The library")));
  }

  private Console curate(String run, String date, String title, String text) throws Exception {
    Path dump = Files.createDirectories(folder.resolve("dumps-" + run)).resolve(run + ".jsonl");
    Files.writeString(dump, "{\"title\": \"%s\", \"text\": \"%s\"}\n".formatted(title, text));
    Console console =
        Console.run(
            "curate",
            "--input=" + dump,
            "--output=" + folder.resolve("out"),
            "--runId=" + run,
            "--date=" + date,
            "--orphans=publish",
            "--runner=DirectRunner");
    assertThat(console.err(), console.code(), is(0));
    return console;
  }

  private String query(String sql) throws Exception {
    return Console.run("query", "--output=" + folder.resolve("out"), "--format=csv", sql).out();
  }
}
