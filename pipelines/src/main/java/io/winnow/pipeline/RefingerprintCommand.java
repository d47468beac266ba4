package io.winnow.pipeline;

import io.winnow.cluster.DeadJobs;
import io.winnow.dedupe.Fingerprints;
import io.winnow.log.Event;
import io.winnow.publish.FingerprintRebuild;
import io.winnow.publish.Lease;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.RunRewrite;
import io.winnow.publish.Staging;
import io.winnow.publish.Switch;
import io.winnow.publish.ViewsMark;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code winnow refingerprint}: makes published runs comparable again after a change of version.
 */
@Command(
    name = "refingerprint",
    description = {
      "Computes the fingerprints of published runs anew, where they are of another version than this Winnow"
          + " compares, from the texts that are published; nothing else of the runs changes.",
      "Each run is swapped in one step, those of a pack together, which they leave. A command that was cut off is harmless: give it again.",
      "Lines that were dropped as learned boilerplate are in no published text: an article that lost some is"
          + " remembered without them from then on."
    },
    footer = {"", "The last line on standard output is: refingerprinted runs=N fingerprints=N"})
final class RefingerprintCommand implements Callable<Integer> {
  /** What the lease is taken for. */
  private static final String NAME = "refingerprint";

  /** Disk that is needed beside what is written. */
  private static final long RESERVE_BYTES = 64L << 20;

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
      names = "--lockWait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for another run of the same output before ending with 5. Default: ${DEFAULT-VALUE}.")
  private int lockWait;

  @Override
  public Integer call() throws Exception {
    if (lockWait < 0) {
      throw new UserError(ExitCode.USAGE, "--lockWait must be at least 0; was: " + lockWait);
    }
    Storage storage = bucket.storageOfBeam(output);
    try {
      OutputStore store = storage.output(output);
      if (store.published().isEmpty()) {
        throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
      }
      store.prepare();
      try (Lease lease = Lease.acquire(store, NAME, Duration.ofSeconds(lockWait))) {
        rebuild(store, lease);
      }
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private void rebuild(OutputStore store, Lease lease) throws Exception {
    long start = System.nanoTime();
    // First of all, because it refuses an output of a newer Winnow.
    List<PublishedRun> runs = PublishedRuns.read(store).withOtherFingerprints(Fingerprints.VERSION);
    DeadJobs.end(store);
    Staging.clear(store, lease);
    ProgressMeter progress = ProgressMeter.onStandardError(runs.size(), start);
    ViewsMark views = new ViewsMark(store);
    boolean viewed = views.isCurrent();
    long rows = 0;
    for (List<PublishedRun> together : PublishedRun.byHome(runs)) {
      rows += rebuild(store, lease, together, progress);
      if (viewed) {
        // Digests show no fingerprints.
        views.set(PublishedRuns.read(store));
      }
      if (!store.keepsReplaced()) {
        Staging.clear(store, lease);
      }
    }
    progress.end();
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "refingerprinted runs=%d fingerprints=%d%n", runs.size(), rows);
  }

  /** The runs of a pack leave it at once, so that it is not written again for each. */
  private static long rebuild(
      OutputStore store, Lease lease, List<PublishedRun> together, ProgressMeter progress)
      throws Exception {
    long rows = 0;
    Switch all = new Switch();
    List<RunRewrite> rewrites = new ArrayList<>();
    try {
      for (PublishedRun run : together) {
        progress.stage("fingerprints of run " + run.manifest().runId());
        store.requireRoom(RESERVE_BYTES + bytes(run));
        RunRewrite rewrite = FingerprintRebuild.stage(store, run, Version.winnow());
        rewrites.add(rewrite);
        rewrite.join(all);
      }
      all.publish(store, lease);
      for (RunRewrite rewrite : rewrites) {
        Manifest manifest = rewrite.staged().manifest();
        rows += manifest.count(Dataset.FINGERPRINTS.name());
        Event.named("refingerprinted")
            .with("run", manifest.runId())
            .with("version", manifest.fingerprintVersion())
            .with("fingerprints", manifest.count(Dataset.FINGERPRINTS.name()))
            .log(RefingerprintCommand.class);
      }
    } finally {
      for (RunRewrite rewrite : rewrites) {
        rewrite.close();
      }
    }
    return rows;
  }

  /** What is written: of a packed run, which leaves its pack, all it has. */
  private static long bytes(PublishedRun run) {
    return run.isPacked()
        ? Dataset.all().stream().mapToLong(run::bytes).sum()
        : run.bytes(Dataset.FINGERPRINTS);
  }
}
