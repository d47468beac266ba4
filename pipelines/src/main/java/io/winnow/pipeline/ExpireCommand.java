package io.winnow.pipeline;

import io.winnow.cluster.DeadJobs;
import io.winnow.log.Event;
import io.winnow.publish.Expiry;
import io.winnow.publish.ExpiryReport;
import io.winnow.publish.Lease;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Publisher;
import io.winnow.publish.Staging;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
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

/** {@code winnow expire}: removes old runs, and keeps what later runs need to know of them. */
@Command(
    name = "expire",
    description = {
      "Removes the runs whose logical date is older than --keep: their articles, duplicates, rejects, boilerplate and"
          + " reports, and the digests of days that have no run left.",
      "Kept are their fingerprints, so that a text of theirs that comes again is still a duplicate, and which files they"
          + " read, so that these are still skipped. Nothing else changes; all of it is one step.",
      "A command that was cut off is harmless: give it again."
    },
    footer = {
      "",
      "The last line on standard output is: expired runs=N articles=N duplicates=N rejects=N bytes=N"
    })
final class ExpireCommand implements Callable<Integer> {
  /** What the lease is taken for. */
  private static final String NAME = "expire";

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
      names = "--keep",
      required = true,
      paramLabel = "AGE",
      description =
          "How long runs are kept, by their logical date: a number of days, weeks, months or years, such as 400d, 8w,"
              + " 13m or 2y. A run of just that age stays.")
  private String keep = "";

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day from which ages are counted. Default: today, UTC.")
  private @Nullable String date;

  @Option(names = "--dry-run", description = "Tell what would be removed, and remove nothing.")
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
    LocalDate firstKept = Age.firstKept(keep, date, lockWait);
    Storage storage = bucket.storageOfBeam(output);
    try {
      OutputStore store = storage.output(output);
      if (store.published().isEmpty()) {
        throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
      }
      if (isDryRun) {
        PublishedRuns published = PublishedRuns.read(store);
        tell("would expire", ExpiryReport.of(old(published, firstKept)), firstKept, true);
        return ExitCode.OK.code();
      }
      store.prepare();
      try (Lease lease = Lease.acquire(store, NAME, Duration.ofSeconds(lockWait))) {
        expire(store, lease, firstKept);
      }
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private static List<PublishedRun> old(PublishedRuns published, LocalDate firstKept) {
    return published.all().stream()
        .filter(run -> run.manifest().logicalDate().isBefore(firstKept))
        .toList();
  }

  private void expire(OutputStore store, Lease lease, LocalDate firstKept) throws Exception {
    // First of all, because it refuses an output of a newer Winnow.
    PublishedRuns published = PublishedRuns.read(store);
    DeadJobs.end(store);
    Staging.clear(store, lease);
    Publisher views = publisher(store, lease, published);
    views.refreshViews();
    List<PublishedRun> old = old(published, firstKept);
    ExpiryReport report = ExpiryReport.of(old);
    if (!old.isEmpty()) {
      store.requireRoom(RESERVE_BYTES + report.keptBytes());
      Expiry.remove(store, lease, published, old, Instant.now(), Version.winnow());
      old.forEach(
          run ->
              Event.named("run-expired")
                  .with("run", run.manifest().runId())
                  .with("date", run.manifest().date())
                  .log(ExpireCommand.class));
      publisher(store, lease, PublishedRuns.read(store)).refreshViews();
    }
    Expiry.forgetRefused(store, lease, firstKept);
    tell("expired", report, firstKept, false);
  }

  private static Publisher publisher(OutputStore store, Lease lease, PublishedRuns published)
      throws IOException {
    return new Publisher(store, lease, List.of(), CommandPages.of(store, published));
  }

  private void tell(String what, ExpiryReport report, LocalDate firstKept, boolean isListed) {
    PrintWriter out = spec.commandLine().getOut();
    if (isListed) {
      report
          .runs()
          .forEach(
              run ->
                  out.printf(
                      Locale.ROOT,
                      "%s  %s  articles=%d duplicates=%d rejects=%d bytes=%d%n",
                      run.date(),
                      run.id(),
                      run.articles(),
                      run.duplicates(),
                      run.rejects(),
                      run.bytes()));
      out.printf(Locale.ROOT, "runs before %s; nothing was removed%n", firstKept);
    }
    out.printf(
        Locale.ROOT,
        "%s runs=%d articles=%d duplicates=%d rejects=%d bytes=%d%n",
        what,
        report.runs().size(),
        report.articles(),
        report.duplicates(),
        report.rejects(),
        report.bytes());
  }
}
