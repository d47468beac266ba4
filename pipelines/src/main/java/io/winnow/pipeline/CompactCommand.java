package io.winnow.pipeline;

import io.winnow.cluster.DeadJobs;
import io.winnow.publish.Compaction;
import io.winnow.publish.Footprint;
import io.winnow.publish.Lease;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Staging;
import io.winnow.publish.ViewsMark;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow compact}: rewrites old runs into fewer files. */
@Command(
    name = "compact",
    description = {
      "Puts the rows of old runs together in the files of packs, up to 128 MB a dataset; no row changes, and every run"
          + " keeps its manifest, id and place. Their reports go into an archive in the pack.",
      "A small pack is written again when what joins it has half of its size at least, so that the command may be given"
          + " every night. A run that is run again later leaves its pack by itself.",
      "Each pack is one step for readers. A command that was cut off is harmless: give it again."
    },
    footer = {
      "",
      "The last line on standard output is: compacted runs=N packs=N files=BEFORE->AFTER bytes=BEFORE->AFTER"
    })
final class CompactCommand implements Callable<Integer> {
  /** What the lease is taken for. */
  private static final String NAME = "compact";

  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder, s3://BUCKET/PREFIX or hdfs://HOST:PORT/FOLDER that runs were published into.")
  private String output = "";

  @Option(
      names = "--keep",
      paramLabel = "AGE",
      defaultValue = "30d",
      description =
          "How long runs keep files of their own, by their logical date: a number of days, weeks, months or years, such"
              + " as 30d, 8w, 13m or 2y. A run of just that age keeps them. Default: ${DEFAULT-VALUE}.")
  private String keep = "";

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day from which ages are counted. Default: today, UTC.")
  private @Nullable String date;

  @Option(names = "--dry-run", description = "Tell what would be packed, and change nothing.")
  private boolean isDryRun;

  @Option(
      names = "--lockWait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for another run of the same output before ending with 5. Default: ${DEFAULT-VALUE}.")
  private int lockWait;

  @Override
  public Integer call() throws Exception {
    LocalDate before = Age.firstKept(keep, date, lockWait);
    Storage storage = bucket.storageOfBeam(output);
    try {
      OutputStore store = storage.output(output);
      if (store.published().isEmpty()) {
        throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
      }
      if (isDryRun) {
        tell(store, before);
      } else {
        store.prepare();
        try (Lease lease = Lease.acquire(store, NAME, Duration.ofSeconds(lockWait))) {
          compact(store, lease, before);
        }
      }
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private void tell(OutputStore store, LocalDate before) throws IOException {
    PublishedRuns published = PublishedRuns.read(store);
    List<Compaction.Planned> planned =
        Compaction.of(store, published, before, Version.winnow()).planned();
    PrintWriter out = spec.commandLine().getOut();
    for (Compaction.Planned pack : planned) {
      out.printf(
          Locale.ROOT,
          "a pack of %d runs, %s to %s, %.1f MB%s%n",
          pack.runs(),
          pack.first(),
          pack.last(),
          pack.bytes() / 1e6,
          pack.packs() == 0 ? "" : ", in place of %d packs".formatted(pack.packs()));
    }
    long files = Footprint.of(published).files();
    int less = planned.stream().mapToInt(Compaction.Planned::filesLess).sum();
    out.printf(
        Locale.ROOT,
        "would compact runs=%d packs=%d files=%d->%d%n",
        planned.stream().mapToInt(Compaction.Planned::runs).sum(),
        planned.size(),
        files,
        files - less);
  }

  private void compact(OutputStore store, Lease lease, LocalDate before) throws Exception {
    long start = System.nanoTime();
    // First of all, because it refuses an output of a newer Winnow.
    PublishedRuns published = PublishedRuns.read(store);
    DeadJobs.end(store);
    Staging.clear(store, lease);
    Footprint was = Footprint.of(published);
    ViewsMark views = new ViewsMark(store);
    boolean viewed = views.isCurrent();
    Compaction compaction = Compaction.of(store, published, before, Version.winnow());
    List<Compaction.Planned> planned = compaction.planned();
    ProgressMeter progress = ProgressMeter.onStandardError(planned.size(), start);
    for (Compaction.Planned pack : planned) {
      progress.stage("packing %d runs, %s to %s".formatted(pack.runs(), pack.first(), pack.last()));
      compaction.next(lease);
      if (!store.keepsReplaced()) {
        Staging.clear(store, lease);
      }
    }
    progress.end();
    PublishedRuns now = PublishedRuns.read(store);
    if (viewed && !planned.isEmpty()) {
      CommandPages.digests(store, now).unlinkPackedReports(now);
      // Digests show nothing else of where rows lie.
      views.set(now);
    }
    tell(planned, was, Footprint.of(now));
  }

  private void tell(List<Compaction.Planned> planned, Footprint was, Footprint is) {
    PrintWriter out = spec.commandLine().getOut();
    if (planned.isEmpty()) {
      out.println("nothing to pack");
    }
    out.printf(
        Locale.ROOT,
        "compacted runs=%d packs=%d files=%d->%d bytes=%d->%d%n",
        planned.stream().mapToInt(Compaction.Planned::runs).sum(),
        planned.size(),
        was.files(),
        is.files(),
        was.bytes(),
        is.bytes());
  }
}
