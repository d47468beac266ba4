package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.forget.Tombstones;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.Lease;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.Pages;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.takedown.Name;
import io.winnow.takedown.Removal;
import io.winnow.takedown.Search;
import io.winnow.takedown.Takedown;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text of the samples, which a stream and a record have, is taken down and read again. */
class ForgetEndToEndTest {
  private static final String SAMPLES =
      Path.of("..", "samples", "stream.txt") + "," + Path.of("..", "samples", "records.jsonl");
  private static final String URL = "https://shuisheng.example.org/2026/02/15/kettle-pitch";
  private static final List<String> WORDS =
      List.of(
          "水壶大概是厨房里最被低估的乐器",
          "水壶的音高从哪里来",
          "由壶嘴里两块薄板之间的距离决定",
          "shuisheng.example.org/2026/02/15/kettle-pitch");

  @TempDir private Path folder;
  private Path output;

  @Test
  void isGoneEverywhereAndStaysOutUntilItIsLifted() throws Exception {
    curate("first", "2026-02-15");
    curate("second", "2026-02-16", "--inputs=all", "--dedupe=none");
    String id = id(URL);
    assertThat(leaks(), not(empty()));

    Console dry = forget("--dry-run", id.substring(0, 8));
    assertThat(dry.err(), dry.code(), is(0));
    assertThat(dry.out(), containsString("article   " + id + "  run first"));
    assertThat(
        dry.out().strip(),
        endsWith("would be forgotten texts=1 articles=3 duplicates=1 rejects=0 runs=2"));
    assertThat(Files.exists(output.resolve("run=FORGOTTEN")), is(false));

    Console done = forget(id, "--reason=request 7", "--date=2026-03-01");
    assertThat(done.err(), done.code(), is(0));
    assertThat(
        done.out().strip(), endsWith("forgotten texts=1 articles=3 duplicates=1 rejects=0 runs=2"));
    assertThat(done.out(), not(containsString("水壶")));
    assertThat(leaks(), empty());
    assertThat(dangling(), empty());

    Console again = forget(id);
    assertThat(again.err(), again.code(), is(0));
    assertThat(
        again.out().strip(),
        endsWith("forgotten texts=0 articles=0 duplicates=0 rejects=0 runs=0"));
    assertThat(
        Console.run("explain", "--output=" + output, id).out(),
        containsString("was taken down by request on 2026-03-01 (request 7)"));
    assertThat(
        forget("--list").out(),
        allOf(containsString(id + "  2026-03-01"), endsWith("forgotten tombstones=1\n")));

    curate("first", "2026-02-15");
    curate("third", "2026-02-17", "--inputs=all");
    assertThat(leaks(), empty());
    assertThat(count("third", "forgotten"), is(2L));

    Console lifted = forget("--undo=" + id);
    assertThat(lifted.err(), lifted.code(), is(0));
    curate("fourth", "2026-02-18", "--inputs=all");
    assertThat(leaks(), not(empty()));
  }

  @Test
  void aUrlTakesItsTextAndKeepsOthersOut() throws Exception {
    curate("first", "2026-02-15");

    Console done = forget("http://shuisheng.example.org/2026/02/15/kettle-pitch?utm_source=x");

    assertThat(done.err(), done.code(), is(0));
    assertThat(leaks(), empty());
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("new.jsonl"),
        "{\"url\": \"%s\", \"title\": \"Kettle\", \"text\": \"%s\"}%n"
            .formatted(
                URL, "An entirely new text about lifts and what people say in them. ".repeat(9)));
    Console run =
        Console.run(
            "curate",
            "--runner=DirectRunner",
            "--input=" + other,
            "--output=" + output,
            "--runId=other",
            "--date=2026-02-16");
    // Nothing but what was taken down is no reason to refuse a run.
    assertThat(run.err(), run.code(), is(0));
    assertThat(
        run.out().strip(), is("published run=other files=1 articles=0 duplicates=0 rejects=1"));
    assertThat(leaks(), empty());
    assertThat(
        Console.run("explain", "--output=" + output, URL).out(),
        containsString("was taken down by request"));
  }

  @Test
  void digestsThatACutOffTakedownLeftAreMendedByTheNextDigest() throws Exception {
    curate("first", "2026-02-15");
    LocalOutput store = LocalOutput.at(output);
    Tombstones known = ForgottenTexts.of(store).tombstones();
    LocalDate day = LocalDate.of(2026, 3, 1);
    Removal removal =
        new Search(PublishedRuns.read(store), known, day, null, "test")
            .find(List.of(Name.of(id(URL))), false);
    try (Lease lease = Lease.acquire(store, "forget", Duration.ZERO)) {
      new Takedown(store, Pages.none(), "test").run(removal, known, day, lease);
    }
    assertThat(leaks(), not(empty()));

    Console digest = Console.run("digest", "--output=" + output, "--period=2026-01");

    assertThat(digest.err(), digest.code(), is(0));
    assertThat(leaks(), empty());
  }

  @Test
  void whatLiesInAPackWithOtherRunsGoesToo() throws Exception {
    curate("first", "2026-02-15");
    String id = id(URL);
    curate("second", "2026-02-16", "--inputs=all");
    curate("third", "2026-02-17");
    Console packed = Console.run("compact", "--output=" + output, "--date=2026-12-01");
    assertThat(packed.out(), containsString("compacted runs=3 packs=1"));

    Console done = forget(id);

    assertThat(done.err(), done.code(), is(0));
    assertThat(
        done.out().strip(), endsWith("forgotten texts=1 articles=1 duplicates=3 rejects=0 runs=2"));
    assertThat(leaks(), empty());
    assertThat(dangling(), empty());
  }

  @Test
  void whatIsRememberedOfARemovedRunGoesToo() throws Exception {
    curate("first", "2026-02-15");
    String id = id(URL);
    curate("second", "2026-03-15");
    Console expired =
        Console.run("expire", "--output=" + output, "--keep=10d", "--date=2026-03-16");
    assertThat(expired.err(), expired.code(), is(0));
    assertThat(leaks(), not(empty()));

    Console done = forget(id);

    assertThat(done.err(), done.code(), is(0));
    assertThat(done.out(), containsString("expired: " + id));
    assertThat(leaks(), empty());
    curate("third", "2026-03-17", "--inputs=all");
    assertThat(leaks(), empty());
    assertThat(count("third", "forgotten"), is(2L));
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    output = folder.resolve("nowhere");
    assertThat(forget("123456").code(), is(ExitCode.NO_INPUT.code()));
    curate("first", "2026-02-15");

    assertThat(forget().err(), containsString("one of the three"));
    assertThat(forget("--list", "123456").code(), is(ExitCode.USAGE.code()));
    assertThat(forget("12345").err(), containsString("first 6 or more digits"));
    Console unknown = forget("https://example.org/never-seen.html");
    assertThat(unknown.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(unknown.err(), containsString("nothing was changed"));
    assertThat(forget("--undo=123456").code(), is(ExitCode.NO_INPUT.code()));
    assertThat(forget("--always", "https://example.org/never-seen.html").code(), is(0));
    assertThat(
        forget("--list").out(), allOf(containsString("0 pieces"), containsString("and its URL")));
  }

  private Console forget(String... args) {
    List<String> all = new ArrayList<>(List.of("forget", "--output=" + output));
    all.addAll(List.of(args));
    return Console.run(all.toArray(String[]::new));
  }

  private void curate(String runId, String date, String... more) {
    output = folder.resolve("output");
    List<String> all =
        new ArrayList<>(
            List.of(
                "curate",
                "--runner=DirectRunner",
                "--input=" + SAMPLES,
                "--output=" + output,
                "--runId=" + runId,
                "--date=" + date,
                "--html"));
    all.addAll(List.of(more));
    Console run = Console.run(all.toArray(String[]::new));
    assertThat(run.err(), run.code(), is(0));
  }

  private List<PublishedRun> runs() throws IOException {
    return PublishedRuns.read(LocalOutput.at(output)).all();
  }

  private String id(String url) throws IOException {
    String[] id = new String[1];
    for (PublishedRun run : runs()) {
      run.forEach(
          Dataset.ARTICLES,
          row -> {
            if (url.equals(row.getUrl())) {
              id[0] = row.getId();
            }
          });
    }
    return id[0];
  }

  private long count(String runId, String reason) throws IOException {
    long[] count = {0};
    for (PublishedRun run : runs()) {
      if (run.manifest().runId().equals(runId)) {
        run.forEach(Dataset.REJECTS, row -> count[0] += row.getReason().equals(reason) ? 1 : 0);
      }
    }
    return count[0];
  }

  private List<String> dangling() throws IOException {
    List<String> ids = new ArrayList<>();
    List<String> dangling = new ArrayList<>();
    for (PublishedRun run : runs()) {
      run.forEach(Dataset.ARTICLES, row -> ids.add(row.getId()));
    }
    for (PublishedRun run : runs()) {
      run.forEach(Dataset.DUPLICATES, row -> dangling.add(row.getDuplicateOf()));
    }
    dangling.removeAll(ids);
    return dangling;
  }

  /**
   * Where a word of the text stands: in the bytes of any file, and in the rows of Parquet files.
   */
  private List<String> leaks() throws IOException {
    List<String> leaks = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(output)) {
      files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String word : WORDS) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        if (bytes.contains(new String(utf8, StandardCharsets.ISO_8859_1))) {
          leaks.add(file + ": " + word);
        }
      }
    }
    PublishedRuns.read(LocalOutput.at(output))
        .expired()
        .forEach(
            Dataset.FINGERPRINTS,
            row ->
                WORDS.stream()
                    .filter(row.toString()::contains)
                    .forEach(word -> leaks.add("expired: " + word)));
    for (PublishedRun run : runs()) {
      for (Dataset<?> dataset : Dataset.all()) {
        run.forEach(
            dataset,
            row ->
                WORDS.stream()
                    .filter(row.toString()::contains)
                    .forEach(
                        word -> leaks.add(run.manifest().runId() + " " + dataset + ": " + word)));
      }
    }
    return leaks;
  }
}
