package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.PathStore;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each source of a sample run has two articles, a duplicate and a reject. */
class GatesTest {
  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void open() throws Exception {
    output = LocalOutput.at(folder);
    output.prepare();
  }

  @Test
  void rejectsMayReachTheirShareAndNotExceedIt() throws Exception {
    SampleRun.of("r1", "a").publish(output);

    assertThat(ask(new GateOnRejects(0.25), "r1"), is(Optional.empty()));
    GateRefusal refusal = ask(new GateOnRejects(0.2), "r1").orElseThrow();
    assertThat(
        refusal.message(),
        is("25% of the pieces are rejects (1 of 4), more than --maxRejects=20%"));
    assertThat(refusal.measured(), closeTo(0.25, 0));
    assertThat(refusal.threshold(), closeTo(0.2, 0));
  }

  @Test
  void articlesMayReachTheirNumber() throws Exception {
    SampleRun.of("r1", "a").publish(output);

    assertThat(ask(new GateOnArticles(2), "r1"), is(Optional.empty()));
    assertThat(
        ask(new GateOnArticles(3), "r1").orElseThrow().message(),
        is("the run has 2 articles, fewer than --minArticles=3"));
  }

  @Test
  void aFirstRunCannotDrop() throws Exception {
    SampleRun.of("r1", "a").publish(output);

    assertThat(ask(new GateOnDrop(0), "r1"), is(Optional.empty()));
  }

  @Test
  void aDropIsMeasuredAgainstTheRunBefore() throws Exception {
    SampleRun.of("r1", "a", "b", "c", "d").publish(output);
    SampleRun.of("r2", "e").withSequence(2).publish(output);

    assertThat(ask(new GateOnDrop(0.75), "r2"), is(Optional.empty()));
    assertThat(
        ask(new GateOnDrop(0.7), "r2").orElseThrow().message(),
        is(
            "the input yields 75% less than that of run r1 (3 articles and duplicates after 12,"
                + " unchanged files counted), more than --maxDrop=70%"));
  }

  @Test
  void aRunThatReplacesItselfIsComparedWithTheRunBeforeIt() throws Exception {
    SampleRun.of("r1", "a", "b").publish(output);
    SampleRun.of("r2", "c").withSequence(2).publish(output);
    SampleRun.of("r3", "d", "e", "f", "g").withSequence(3).publish(output);

    assertThat(ask(new GateOnDrop(0.4), "r2").orElseThrow().message(), containsString("run r1"));
    assertThat(ask(new GateOnDrop(0.4), "r1"), is(Optional.empty()));
  }

  @Test
  void anUnchangedFileCountsWithWhatItYieldedWhenItWasRead() throws Exception {
    SampleRun.of("r1", "a", "b", "c", "d").publish(output);
    publish("r2", 2, List.of("e"), List.of("a", "b", "c", "d"));
    publish("r3", 3, List.of(), List.of("a", "b", "c", "d", "e"));
    publish("r4", 4, List.of(), List.of("a"));

    assertThat(ask(new GateOnDrop(0), "r2"), is(Optional.empty()));
    assertThat(ask(new GateOnDrop(0), "r3"), is(Optional.empty()));
    assertThat(ask(new GateOnDrop(0.5), "r4").orElseThrow().measured(), closeTo(0.8, 1e-9));
  }

  @Test
  void anEmptyRunIsNoBaseline() throws Exception {
    SampleRun.of("r1", "a", "b").publish(output);
    SampleRun.of("r2").withSequence(2).publish(output);
    SampleRun.of("r3", "c").withSequence(3).publish(output);

    assertThat(ask(new GateOnDrop(0.9), "r2").orElseThrow().measured(), closeTo(1, 0));
    assertThat(ask(new GateOnDrop(0.4), "r3").orElseThrow().measured(), closeTo(0.5, 0));
  }

  @Test
  void everyGateThatRefusesIsNamed() {
    RunRefused refused =
        assertThrows(
            RunRefused.class,
            () -> publish(List.of(new GateOnRejects(0.1), new GateOnArticles(9)), false));

    assertThat(
        refused.getMessage(),
        is(
            "2 quality gates refused the run, so nothing was published:\n"
                + "  25% of the pieces are rejects (1 of 4), more than --maxRejects=10%\n"
                + "  the run has 2 articles, fewer than --minArticles=9"));
    assertThat(output.location("_refused"), not(is("")));
    assertThat(Files.exists(folder.resolve("_refused")), is(false));
  }

  @Test
  void aRefusedRunIsKeptWholeOnRequest() throws Exception {
    RunRefused refused =
        assertThrows(RunRefused.class, () -> publish(List.of(new GateOnArticles(9)), true));

    List<String> kept = output.names("_refused");
    assertThat(kept, contains(startsWith("r1.")));
    String run = "_refused/" + kept.get(0);
    assertThat(refused.getMessage(), containsString("kept in " + folder.resolve(run)));
    assertThat(
        output.names(run), hasItems("articles", "ledger", "manifest.json", "rejects", "report.md"));
    PublishedRun read = new PublishedRun(output, run, Manifest.read(output, run));
    List<String> ids = new ArrayList<>();
    read.forEach(Dataset.ARTICLES, article -> ids.add(article.getId()));
    assertThat(ids, contains("a#0", "a#1"));
    assertThat(Files.readString(folder.resolve(run).resolve("report.md")), is("refused [9.0]"));
    assertThat(output.published().keySet(), empty());
    assertThat(output.names(".runs"), empty());
    assertThat(PublishedRuns.read(output).all(), empty());
  }

  @Test
  void whatIsKeptIsBoundedAndGoesWhenTheRunIsPublished() throws Exception {
    for (int i = 0; i < RefusedRuns.KEPT + 2; i++) {
      String id = "r" + i;
      assertThrows(RunRefused.class, () -> refuse(id));
    }
    assertThat(output.names("_refused"), hasSize(RefusedRuns.KEPT));
    assertThat(output.names("_refused").get(0), startsWith("r2."));

    String before = output.names("_refused").get(4);
    assertThrows(RunRefused.class, () -> refuse("r6"));
    assertThat(output.names("_refused"), hasSize(RefusedRuns.KEPT));
    assertThat(output.names("_refused").get(4), not(equalTo(before)));

    Files.createDirectories(folder.resolve("_refused/notes"));
    SampleRun.of("r3", "a").publish(output);
    assertThat(
        output.names("_refused"),
        contains(
            is("notes"),
            startsWith("r2."),
            startsWith("r4."),
            startsWith("r5."),
            startsWith("r6.")));
  }

  @Test
  void anArticleThatALaterRunRepeatsMustNotGo() throws Exception {
    SampleRun.of("r1", "a", "b").publish(output);
    SampleOutput.publishCopyOf(output, "r2", 2, "c", "a#0", "r1");
    SampleOutput.publishCopyOf(output, "r3", 3, "d", "a#0", "r1");

    RunRefused refused =
        assertThrows(
            RunRefused.class,
            () ->
                SampleRun.of("r1", "b")
                    .publish(output, List.of(new GateOnOrphans()), Pages.none()));

    assertThat(
        refused.getMessage(),
        startsWith(
            "run r1 would lose 1 article that 2 duplicates of other runs (r2: 1, r3: 1) repeat:"
                + " “标题 0” (a#0) (give it"));
    SampleRun.of("r1", "a").publish(output, List.of(new GateOnOrphans()), Pages.none());
    assertThat(output.published().keySet(), hasSize(3));
  }

  @Test
  void anArticleThatOnlyItsOwnRunRepeatsMayGo() throws Exception {
    SampleRun.of("r1", "a", "b").publish(output);
    SampleRun.of("r2", "a").withSequence(2).publish(output);

    SampleRun.of("r1", "b").publish(output, List.of(new GateOnOrphans()), Pages.none());

    assertThat(output.published().keySet(), hasSize(2));
  }

  private void refuse(String id) throws Exception {
    publish(id, List.of(new GateOnArticles(9)), true);
  }

  private void publish(List<Gate> gates, boolean keep) throws Exception {
    publish("r1", gates, keep);
  }

  private void publish(String id, List<Gate> gates, boolean keep) throws Exception {
    SampleRun run = SampleRun.of(id, "a");
    try (Lease lease = Lease.acquire(output, id, Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run.run())) {
      new Publisher(output, lease, gates, keep, new ReportOfRefusals())
          .publish(staging, run.job(staging));
    }
  }

  /** A run that read some sources and skipped others. */
  private void publish(String id, long sequence, List<String> read, List<String> unchanged)
      throws Exception {
    SampleRun run = SampleRun.of(id, read.toArray(String[]::new)).withSequence(sequence);
    try (Lease lease = Lease.acquire(output, id, Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run.run())) {
      List<WrittenFile> files = new ArrayList<>(run.write(staging));
      try (DatasetFiles more =
          new DatasetFiles(
              new PathStore(Path.of(staging.location())), ParquetSpec.of("test"), "part-00009")) {
        for (String source : unchanged) {
          more.write(
              Dataset.LEDGER,
              LedgerEntry.newBuilder(run.ledger(source))
                  .setStatus("unchanged")
                  .setSplit(0)
                  .setLines(0)
                  .setLinesFrame(0)
                  .build());
        }
        files.addAll(more.finish());
      }
      new Publisher(output, lease, List.of(), Pages.none()).publish(staging, run.finished(files));
    }
  }

  private Optional<GateRefusal> ask(Gate gate, String runId) throws IOException {
    PublishedRuns published = PublishedRuns.read(output);
    return gate.refuses(published.find(runId).orElseThrow(), published);
  }

  private static final class ReportOfRefusals implements Pages {
    @Override
    public void report(PublishedRun staged, PublishedRuns before, Path pages) {}

    @Override
    public void refused(
        PublishedRun staged, PublishedRuns before, List<GateRefusal> why, Path pages)
        throws IOException {
      Files.writeString(
          pages.resolve("report.md"),
          "refused " + why.stream().map(GateRefusal::threshold).toList());
    }

    @Override
    public void views(PublishedRuns published, ChangedRuns changes) {}
  }
}
