package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejects that are run again, end to end. */
class ReplayEndToEndTest {
  private static final String STRICT =
      """
      rules:
        - rule: few-words
          reason: repetitive
          when: {distinct_word_share: below 0.85, words: above 60}
        - rule: short
          reason: low-quality
          when: {words: below 60}
      """;

  /** All that does not tell of the run, or of what deduplication compared. */
  private static final String ROW =
      "id, source_uri, source_format, source_ordinal, start_line, end_line, start_offset, end_offset, lines,"
          + " source_path, split_detector, split_cues, publication, issue, url, url_role, title, title_origin,"
          + " authors, published, lang, kind, series, part, text, links, section, tags, keywords, summary, quality,"
          + " dropped_spans, content_sha256";

  @TempDir private Path folder;

  @Test
  void publishesWhatCuratingWithTheNewRulesWouldHavePublished() throws Exception {
    Path input = input();
    Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
    Path truth = folder.resolve("truth");
    Path output = folder.resolve("out");
    ok(curate(input, truth, "first"));
    ok(curate(input, output, "first", "--quality=" + strict));
    List<String> rejected =
        query(output, "SELECT id FROM rejects WHERE reason IN ('repetitive', 'low-quality')");
    assertThat(rejected.size(), is(greaterThan(4)));

    Console planned = replay(output, "--rejects=repetitive,low-quality", "--dry-run");
    assertThat(planned.out(), containsString("Would run " + rejected.size() + " rejects again"));
    assertThat(query(output, "SELECT run_id FROM runs"), is(List.of("first")));

    Console replayed = ok(replay(output, "--rejects=repetitive,low-quality", "--runId=second"));

    assertThat(replayed.out().strip(), endsWith(" rejects=0"));
    assertThat(
        query(output, "SELECT " + ROW + " FROM articles ORDER BY id"),
        equalTo(query(truth, "SELECT " + ROW + " FROM articles ORDER BY id")));
    assertThat(
        query(output, "SELECT id, duplicate_of FROM duplicates ORDER BY id"),
        equalTo(query(truth, "SELECT id, duplicate_of FROM duplicates ORDER BY id")));
    assertThat(
        "the rows of before stay",
        query(output, "SELECT count(*) FROM rejects WHERE run_id = 'first' AND quality != []"),
        is(List.of(Integer.toString(rejected.size()))));
    assertThat(
        query(
            output,
            "SELECT DISTINCT status, split = published + duplicates + rejects,"
                + " lines = lines_published + lines_duplicates + lines_rejects, lines_frame"
                + " FROM ledger WHERE run_id = 'second'"),
        is(List.of("replayed,true,true,0")));
    assertThat(
        query(output, "SELECT sum(split) FROM ledger WHERE run_id = 'second'"),
        is(List.of(Integer.toString(rejected.size()))));

    Console explained = ok(Console.run("explain", "--output=" + output, rejected.get(0)));
    assertThat(
        explained.out().replaceAll("\\s+", " "),
        allOf(containsString("run second"), containsString("Run first had rejected it: ")));
    Console replacing = replay(output, "--rejects=repetitive", "--runId=first");
    assertThat(replacing.code(), is(ExitCode.USAGE.code()));
    assertThat(replacing.err(), containsString("run first is published and no replay"));
    Console again = replay(output, "--rejects=repetitive,low-quality");
    assertThat(again.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(
        again.err(), containsString("nothing is a reject of low-quality, repetitive any more"));
    ok(curate(input, output, "third"));
    assertThat(
        query(output, "SELECT DISTINCT status FROM ledger WHERE run_id = 'third'"),
        is(List.of("unchanged")));
  }

  @Test
  void runsAPieceAgainFromItsLastRejectOnly() throws Exception {
    Path input = input();
    Path output = folder.resolve("out");
    Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
    ok(curate(input, output, "first", "--quality=" + strict));
    Path half = Files.writeString(folder.resolve("half.yaml"), STRICT.replace("0.85", "0.7"));

    ok(replay(output, "--rejects=repetitive", "--runId=second", "--quality=" + half));
    List<String> still =
        query(output, "SELECT id FROM rejects WHERE run_id = 'second' ORDER BY id");
    assertThat(still.size(), is(greaterThan(0)));
    ok(replay(output, "--rejects=repetitive", "--runId=third"));

    assertThat(
        query(output, "SELECT id FROM pieces WHERE run_id = 'third' ORDER BY id"), is(still));
    assertThat(
        "the same again, in place of itself",
        ok(replay(output, "--rejects=repetitive", "--runId=third")).out(),
        containsString("published run=third"));
    assertThat(
        query(output, "SELECT id FROM pieces WHERE run_id = 'third' ORDER BY id"), is(still));
    assertThat(
        query(output, "SELECT id FROM articles GROUP BY id HAVING count(*) > 1"), is(empty()));
  }

  @Test
  void leavesWhatIsNotThereAsItWas() throws Exception {
    Path input = input();
    Path output = folder.resolve("out");
    Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
    ok(curate(input, output, "first", "--quality=" + strict));
    Files.writeString(
        input.resolve("digest.md"), Files.readString(input.resolve("digest.md")) + "\nmore\n");
    Path moved = Files.move(input, folder.resolve("moved"));

    Console gone = replay(output, "--rejects=repetitive,low-quality");

    assertThat(gone.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(
        gone.err(),
        allOf(
            containsString("in stream.txt: the file is not there; --input says where it lies now"),
            containsString("none of the rejects can be run again")));

    Console planned =
        ok(replay(output, "--rejects=repetitive,low-quality", "--input=" + moved, "--dry-run"));
    assertThat(
        planned.out(),
        containsString("in digest.md: the file is not what it was when it was read"));
    Console found =
        ok(
            replay(
                output, "--rejects=repetitive,low-quality", "--input=" + moved, "--runId=second"));

    assertThat(found.out(), containsString("published run=second"));
    assertThat(
        query(
            output,
            "SELECT count(*) FROM articles WHERE run_id = 'second' AND source_uri = 'digest.md'"),
        is(List.of("0")));
  }

  @Test
  void refusesAReasonThatIsNone() {
    Console refused = replay(folder.resolve("out"), "--rejects=too-boring");

    assertThat(refused.code(), is(ExitCode.USAGE.code()));
    assertThat(refused.err(), containsString("'too-boring' is no reason; allowed: empty, "));
  }

  private Path input() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    for (String name : List.of("stream.txt", "digest.md", "magazine.md", "records.jsonl")) {
      Files.copy(Path.of("..", "samples", name), input.resolve(name));
    }
    return input;
  }

  private static Console curate(Path input, Path output, String run, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("curate", "--runner=DirectRunner", "--input=" + input, "--date=2026-02-15"));
    args.addAll(List.of("--output=" + output, "--runId=" + run));
    args.addAll(List.of(more));
    return Console.run(args.toArray(String[]::new));
  }

  private static Console replay(Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("replay", "--runner=DirectRunner", "--output=" + output, "--date=2026-02-16"));
    args.addAll(List.of(more));
    return Console.run(args.toArray(String[]::new));
  }

  private static Console ok(Console command) {
    assertThat(command.err(), command.code(), is(0));
    return command;
  }

  private static List<String> query(Path output, String sql) {
    Console rows = ok(Console.run("query", "--output=" + output, "--format=csv", sql));
    return rows.out().lines().skip(1).toList();
  }
}
