package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.publish.ChangedRuns;
import io.winnow.publish.FinishedJob;
import io.winnow.publish.Lease;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Publisher;
import io.winnow.publish.Staging;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.PathStore;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  private static final ChangedRuns NONE = new ChangedRuns(Set.of(), true, false);

  @TempDir Path folder;

  private LocalOutput output;
  private Digests digests;

  @BeforeEach
  void openOutput() {
    output = LocalOutput.at(folder);
    digests =
        new Digests(
            output, new Digest(SectionLabels.PLAIN, a -> Optional.empty()), DigestForm.MARKDOWN);
  }

  @Test
  void aRunIsPublishedWithItsReportAndTheDigestOfItsWeek() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    String report = Files.readString(folder.resolve("run=r1/report.md"));
    assertThat(report, containsString("# Run r1 · published"));
    assertThat(report, containsString("| **= articles published** | **5** ✓ |"));
    assertThat(Files.exists(folder.resolve("run=r1/report/sections.svg")), equalTo(true));
    assertThat(
        output.names("digests"),
        contains("2026-W08.en.md", "2026-W08.zh.md", "README.md", "feed.en.xml", "feed.zh.xml"));
    assertThat(read("2026-W08.zh.md"), containsString("[为什么少了某一篇？](../run=r1/report.md)"));
  }

  @Test
  void aLaterRunIsComparedWithTheOneBefore() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    publish("r2", LocalDate.of(2026, 2, 23));
    assertThat(
        Files.readString(folder.resolve("run=r2/report.md")),
        allOf(
            containsString("|  | this run | r1 | change |"),
            containsString("| articles | 5 | 5 | ±0 |"),
            containsString("| sources | 5 | 5 | ±0 |"),
            containsString("Run r1 is of 2026-02-16. A source is"),
            not(containsString("New sources"))));
  }

  @Test
  void anotherRunOfTheWeekIsAddedToEveryDigestThatCoversIt() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    digests.render(Period.parse("2026-02"), List.of(Edition.EN), published());
    digests.render(Period.parse("2026-01"), List.of(Edition.EN), published());
    String january = read("2026-01.en.md");
    publish("r2", LocalDate.of(2026, 2, 17));
    assertThat(read("2026-W08.en.md"), containsString("This week: 10 articles"));
    assertThat(read("2026-02.en.md"), containsString("This month: 10 articles"));
    assertThat(read("2026-01.en.md"), equalTo(january));
  }

  @Test
  void refreshingMakesUpForWeeksThatHaveNoDigestAndChangesNothingElse() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 9));
    publish("r2", LocalDate.of(2026, 2, 16));
    String first = read("2026-W07.zh.md");
    String second = read("2026-W08.zh.md");
    Files.delete(folder.resolve("digests/2026-W07.zh.md"));
    Files.delete(folder.resolve("digests/2026-W07.en.md"));
    digests.refresh(published(), NONE);
    assertThat(read("2026-W07.zh.md"), equalTo(first));
    assertThat(read("2026-W08.zh.md"), equalTo(second));
  }

  @Test
  void aRunThatGoesTakesItsDigestsAlong() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 9));
    publish("r2", LocalDate.of(2026, 2, 16));
    digests.render(Period.parse("2026-02"), List.of(Edition.EN), published());
    inHtml().render(Period.parse("2026-W07"), List.of(Edition.EN), published());
    digests.render(Period.parse("run:r1"), List.of(Edition.EN), published());
    digests.render(
        Period.parse("2026-02-09").countedBy(Period.By.PUBLISHED),
        List.of(Edition.EN),
        published());
    digests.render(Period.parse("2025-12"), List.of(Edition.EN), published());

    output.publish(Map.of("r1", Optional.empty()));
    try (Lease lease = Lease.acquire(output, "r0", Duration.ZERO)) {
      RunPages pages = new RunPages(digests, SectionLabels.PLAIN, null, collector -> {});
      new Publisher(output, lease, List.of(), pages).refreshViews();
    }

    assertThat(output.names("digests"), not(hasItem(startsWith("2026-W07"))));
    assertThat(output.names("digests"), not(hasItem(startsWith("run-r1"))));
    assertThat(output.names("digests"), hasItem("2025-12.en.md"));
    assertThat(read("2026-02.en.md"), containsString("This month: 5 articles"));
    assertThat(read("2026-02-09.published.en.md"), not(containsString("r1")));
    assertThat(read("README.md"), not(containsString("2026-W07")));
    assertThat(read("feed.en.xml"), not(containsString("2026-W07")));
  }

  @Test
  void theIndexLinksAllDigestsNewestFirstAndPassesOverOtherFiles() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 9));
    Files.writeString(folder.resolve("digests/notes.md"), "mine");
    Files.writeString(folder.resolve("digests/2026-W99.zh.md"), "no such week");
    publish("r2", LocalDate.of(2026, 2, 16));
    digests.render(Period.parse("2026-02"), List.of(Edition.ZH), published());
    digests.render(Period.parse("run:r1"), List.of(Edition.EN), published());
    Golden.assertEqual("index.md", read("README.md"));
  }

  @Test
  void aDigestOfARunHoldsThatRunAlone() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    publish("r2", LocalDate.of(2026, 2, 16));
    digests.render(Period.parse("run:r1"), List.of(Edition.EN), published());
    assertThat(read("run-r1.en.md"), containsString("This run: 5 articles"));
    assertThat(read("run-r1.en.md"), not(containsString("run=r2")));
  }

  @Test
  void htmlPagesLinkEachOtherAndTheReportOfTheRun() throws Exception {
    digests = inHtml();
    publish("r1", LocalDate.of(2026, 2, 16));
    assertThat(
        read("2026-W08.zh.html"),
        allOf(
            containsString("<a href=\"2026-W08.en.html\">English</a>"),
            containsString("<a href=\"index.html\">"),
            containsString("<a href=\"../run=r1/report.html\">为什么少了某一篇？</a>")));
    assertThat(read("index.html"), containsString("<a href=\"2026-W08.zh.html\">"));
    assertThat(
        Files.readString(folder.resolve("run=r1/report.html")),
        containsString("<img src=\"data:image/svg+xml;base64,"));
  }

  @Test
  void aDigestThatHasAPageKeepsItUpToDate() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    publish("r2", LocalDate.of(2026, 3, 2));
    inHtml().render(Period.parse("2026-W08"), List.of(Edition.EN), published());
    String other = read("2026-W10.en.html");
    publish("r3", LocalDate.of(2026, 2, 17));
    assertThat(read("2026-W08.zh.html"), containsString("本周收录 10 篇"));
    assertThat(read("2026-W08.en.html"), containsString("This week: 10 articles"));
    assertThat(read("2026-W08.en.html"), containsString("run=r3/report.md"));
    assertThat(read("2026-W10.en.html"), equalTo(other));
  }

  @Test
  void aDigestThatIsComparedWithAWeekFollowsIt() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    publish("r2", LocalDate.of(2026, 2, 23));
    assertThat(read("2026-W09.en.md"), containsString("This week: 5 articles (last week 5)"));
    publish("r3", LocalDate.of(2026, 2, 17));
    assertThat(read("2026-W09.en.md"), containsString("This week: 5 articles (last week 10)"));
  }

  @Test
  void aDigestByDateOfPublicationTakesLaterRunsToo() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    Period week = Period.parse("2026-W06").countedBy(Period.By.PUBLISHED);
    digests.render(week, List.of(Edition.EN), published());
    String first = read("2026-W06.published.en.md");
    assertThat(first, containsString("This week: 4 articles"));
    publish("r2", LocalDate.of(2026, 3, 16));
    assertThat(read("2026-W06.published.en.md"), containsString("This week: 8 articles"));
    assertThat(read("README.md"), containsString("(2026-W06.published.en.md)"));
  }

  @Test
  void noPageIsMadeWhereNoneWasAskedFor() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 16));
    Files.delete(folder.resolve("digests/2026-W08.zh.md"));
    inHtml().render(Period.parse("2026-W08"), List.of(Edition.EN), published());
    digests.render(Period.parse("2026-02"), List.of(Edition.EN), published());
    digests.render(Period.parse("2026-W08"), List.of(Edition.ZH), published());
    assertThat(Files.exists(folder.resolve("digests/2026-02.en.html")), is(false));
    assertThat(Files.exists(folder.resolve("digests/2026-W08.zh.html")), is(false));
    assertThat(read("2026-W08.en.html"), containsString("<a href=\"2026-W08.zh.md\">简体中文</a>"));
    assertThat(read("index.html"), containsString("<a href=\"2026-02.en.md\">"));
  }

  @Test
  void feedsHoldTheDigestsWhatChangedLastFirst() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 9));
    publish("r2", LocalDate.of(2026, 2, 16));
    digests.render(Period.parse("2026-01"), List.of(Edition.ZH), published());
    AtomXml feed = AtomXml.parse(read("feed.zh.xml"));
    assertThat(
        feed.links("entry", "alternate"),
        contains("2026-W08.zh.md", "2026-W07.zh.md", "2026-01.zh.md"));
    String finished = published().find("r2").orElseThrow().manifest().finished();
    assertThat(feed.texts("updated").get(0), equalTo(finished.replaceFirst("\\.[0-9]+Z$", "Z")));
    assertThat(feed.texts("updated").get(3), equalTo("2026-01-31T00:00:00Z"));
    String same = read("feed.zh.xml");
    digests.refresh(published(), NONE);
    assertThat(read("feed.zh.xml"), equalTo(same));
  }

  @Test
  void aSiteIsRememberedAndChangesNoId() throws Exception {
    publish("r1", LocalDate.of(2026, 2, 9));
    AtomXml before = AtomXml.parse(read("feed.en.xml"));
    new Digests(
            output,
            new Digest(SectionLabels.PLAIN, a -> Optional.empty()),
            new DigestForm(false, URI.create("https://example.org/read/digests/")))
        .render(Period.parse("2026-W07"), List.of(Edition.EN), published());
    publish("r2", LocalDate.of(2026, 2, 9));
    AtomXml after = AtomXml.parse(read("feed.en.xml"));
    assertThat(after.texts("id"), equalTo(before.texts("id")));
    assertThat(
        after.links("feed", "self"), contains("https://example.org/read/digests/feed.en.xml"));
    assertThat(
        after.texts("content").get(0),
        allOf(
            containsString("href=\"https://example.org/read/run=r1/report.md\""),
            not(containsString("href=\"#")),
            not(containsString("<details>"))));
  }

  private Digests inHtml() {
    return new Digests(
        output, new Digest(SectionLabels.PLAIN, a -> Optional.empty()), new DigestForm(true, null));
  }

  private PublishedRuns published() throws IOException {
    return PublishedRuns.read(output);
  }

  private String read(String digest) throws IOException {
    return Files.readString(folder.resolve("digests").resolve(digest));
  }

  private void publish(String runId, LocalDate day) throws Exception {
    output.prepare();
    long sequence = PublishedRuns.read(output).all().size() + 1;
    RunPages pages = new RunPages(digests, SectionLabels.PLAIN, null, collector -> {});
    try (Lease lease = Lease.acquire(output, runId, Duration.ZERO)) {
      Staging staging = Staging.begin(output, lease, new RunInfo(runId, day, sequence));
      Publisher publisher = new Publisher(output, lease, List.of(), pages);
      publisher.publish(staging, job(write(staging, runId, day)));
      publisher.refreshViews();
    }
  }

  private static List<WrittenFile> write(Staging staging, String runId, LocalDate day)
      throws IOException {
    try (DatasetFiles files =
        new DatasetFiles(
            new PathStore(Path.of(staging.location())), ParquetSpec.of("test"), "part-00000")) {
      for (Article article : Articles.many(5)) {
        files.write(
            Dataset.ARTICLES,
            Article.newBuilder(article)
                .setRunId(runId)
                .setId(runId + article.getId())
                .setFirstSeen(day)
                .setLines(2)
                .build());
      }
      files.write(
          Dataset.LEDGER,
          LedgerEntry.newBuilder(Rows.ledger().get(0))
              .setRunId(runId)
              .setSourceUri("dump.txt")
              .setSplit(5)
              .setPublished(0)
              .setDuplicates(0)
              .setRejects(0)
              .setLines(10)
              .setLinesPublished(0)
              .setLinesDuplicates(0)
              .setLinesRejects(0)
              .setLinesFrame(0)
              .build());
      return files.finish();
    }
  }

  private static FinishedJob job(List<WrittenFile> files) {
    return new FinishedJob(
        files,
        List.of("dump.txt"),
        Map.of(),
        Map.of(),
        Map.of("winnow", "test"),
        Map.of("clean:busy-micros", 2_000_000L, "read:busy-micros", 500_000L, "read:in", 5L),
        Instant.EPOCH,
        Map.of("job", 1.5));
  }
}
