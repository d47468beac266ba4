package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other thresholds would change, as told from stored signals and as curating shows it. */
class WhatIfEndToEndTest {
  private static final String STRICT =
      """
      rules:
        - rule: few-words
          reason: repetitive
          when: {distinct_word_share: below 0.85, words: above 60}
        - rule: short-digest
          reason: low-quality
          kind: [digest_item]
          when: {words: below 60}
        - rule: menu-page
          reason: index-page
          of: pages
          when: {page_links: above 2, page_is_article: below 1}
        - rule: says-so
          reason: error-page
          when: {error_share: above 0.3}
      """;

  private static final String MENU =
      """
      <html><head><title>Kettles</title></head><body><h1>Kettles of the north</h1>
      <p>A kettle is a vessel in which water is heated until it boils, and every house of the north has one.</p>
      <ul><li><a href="/a">One kettle of copper</a></li><li><a href="/b">Another kettle of iron</a></li>
      <li><a href="/c">A third kettle of steel</a></li><li><a href="/d">The last kettle of all</a></li></ul>
      <p>It is filled in the morning, and it is empty in the evening, when all have had their tea.</p></body></html>
      """;

  @TempDir private Path folder;

  @Test
  void tellsWhatCuratingWithOtherThresholdsDoes() throws Exception {
    Path input = input();
    Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
    Path byDefault = folder.resolve("default");
    Path byStrict = folder.resolve("by-strict");
    curate(input, byDefault, "default");
    curate(input, byStrict, strict.toString());

    JsonNode tighter = whatIf(byDefault, strict.toString());
    JsonNode looser = whatIf(byStrict, "default");

    Set<String> stopped = ids(byStrict, "rejects WHERE quality != []");
    stopped.retainAll(ids(byDefault, "articles"));
    assertThat(stopped.size(), is(greaterThan(3)));
    assertThat(ids(tighter.get("rejected")), equalTo(stopped));
    assertThat(tighter.get("articles_unknown").asInt(), is(0));
    Set<String> kept = ids(byDefault, "pieces WHERE became != 'reject'");
    kept.retainAll(ids(byStrict, "rejects"));
    assertThat(ids(looser.get("kept")), equalTo(kept));
    assertThat(looser.get("rejects_unknown").asInt(), is(0));
  }

  @Test
  void tellsPeopleByRuleAndChangesNothing() throws Exception {
    Path output = folder.resolve("out");
    Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
    curate(input(), output, "default");

    Console told = replay(output, "--quality=" + strict, "--dry-run");

    assertThat(told.err(), told.code(), is(0));
    assertThat(
        told.out(),
        allOf(
            containsString("over 1 run (first)"),
            containsString("low-quality          short-digest"),
            containsString("Nearest to their thresholds:"),
            containsString("Rejects that would be articles, or duplicates of some: 0 of 0")));
    Console later = replay(output, "--quality=none", "--dry-run", "--since=2027-01-01");
    assertThat(later.out(), containsString("over 0 runs"));
  }

  @Test
  void saysWhatToAskWhenNothingIsAskedFor() {
    Path output = folder.resolve("out");

    assertThat(
        replay(output, "--quality=none").err(),
        containsString("--quality alone only tells what would change: add --dry-run"));
    Console nothing = replay(output, "--dry-run");
    assertThat(nothing.code(), is(ExitCode.USAGE.code()));
    assertThat(nothing.err(), containsString("say what to replay"));
    Console empty = replay(output, "--quality=none", "--dry-run");
    assertThat(empty.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(Files.exists(output), is(false));
  }

  @Test
  void refusesARunThatIsNotThere() throws Exception {
    Path output = folder.resolve("out");
    curate(input(), output, "default");

    Console refused = replay(output, "--quality=none", "--dry-run", "--run=second");

    assertThat(refused.code(), is(ExitCode.USAGE.code()));
    assertThat(refused.err(), containsString("--run=second is not published"));
  }

  private Path input() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    for (String name : new String[] {"stream.txt", "digest.md", "magazine.md", "records.jsonl"}) {
      Files.copy(Path.of("..", "samples", name), input.resolve(name));
    }
    Files.writeString(input.resolve("menu.html"), MENU);
    return input;
  }

  private static void curate(Path input, Path output, String quality) {
    Console run =
        Console.run(
            "curate",
            "--runner=DirectRunner",
            "--input=" + input,
            "--output=" + output,
            "--runId=first",
            "--date=2026-02-15",
            "--quality=" + quality);
    assertThat(run.err(), run.code(), is(0));
  }

  private static Console replay(Path output, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "replay";
    args[1] = "--output=" + output;
    System.arraycopy(more, 0, args, 2, more.length);
    return Console.run(args);
  }

  private static JsonNode whatIf(Path output, String quality) throws IOException {
    Console told = replay(output, "--quality=" + quality, "--dry-run", "--format=json");
    assertThat(told.err(), told.code(), is(0));
    return new JsonMapper().readTree(told.out());
  }

  private static Set<String> ids(JsonNode pieces) {
    Set<String> ids = new TreeSet<>();
    pieces.forEach(piece -> ids.add(piece.get("id").asText()));
    return ids;
  }

  private static Set<String> ids(Path output, String from) {
    Console rows =
        Console.run("query", "--output=" + output, "--format=csv", "SELECT id FROM " + from);
    assertThat(rows.err(), rows.code(), is(0));
    Set<String> ids = new TreeSet<>(rows.out().lines().skip(1).toList());
    return ids;
  }
}
