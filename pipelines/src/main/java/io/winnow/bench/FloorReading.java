package io.winnow.bench;

import io.winnow.clean.Cleaned;
import io.winnow.dedupe.Fingerprints;
import io.winnow.privacy.MaskTally;
import io.winnow.read.SourceFile;
import io.winnow.schema.Draft;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.split.SplitDump;
import io.winnow.story.SignArticles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first half of the floor: reads, splits, cleans and fingerprints.
 *
 * <p>The calling thread reads; when the others have enough to do it works itself, so that there are
 * never more threads at work than were asked for.
 */
final class FloorReading {
  private final FloorSteps steps;
  private final StageClock clock;
  private final Collection<KnownArticle> articles = new ConcurrentLinkedQueue<>();
  private final Collection<Reject> rejects = new ConcurrentLinkedQueue<>();
  private final Collection<LedgerEntry> ledger = new ConcurrentLinkedQueue<>();

  FloorReading(FloorSteps steps, StageClock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  void read(List<SourceFile> files, int threads) throws IOException, InterruptedException {
    ExecutorService others = threads == 1 ? null : others(threads - 1);
    List<Future<?>> jobs = new ArrayList<>();
    try {
      for (SourceFile file : files) {
        StageClock.Begin[] since = {clock.begin()};
        steps
            .splits()
            .read(
                file,
                dump -> {
                  clock.elements("read", 0, since[0]);
                  submit(() -> take(dump), others, jobs);
                  since[0] = clock.begin();
                });
        clock.elements("read", 1, since[0]);
      }
      for (Future<?> job : jobs) {
        job.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the floor failed", e.getCause());
    } finally {
      if (others != null) {
        others.shutdownNow();
      }
    }
  }

  private static void submit(Runnable job, @Nullable ExecutorService others, List<Future<?>> jobs) {
    if (others == null) {
      job.run();
    } else {
      jobs.add(others.submit(job));
    }
  }

  private static ExecutorService others(int threads) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(threads),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private void take(Function<MaskTally, SplitDump> dump) {
    MaskTally masked = new MaskTally();
    StageClock.Begin start = clock.begin();
    SplitDump split = dump.apply(masked);
    clock.elements("split", 1, start);
    ledger.add(split.ledger());
    rejects.addAll(split.rejects());
    start = clock.begin();
    List<Cleaned> cleaned = steps.cleaner().cleanAll(split.pieces(), masked);
    clock.elements("clean", split.pieces().size(), start);
    for (Cleaned each : cleaned) {
      if (each instanceof Cleaned.Kept kept) {
        articles.add(known(kept.draft()));
      } else if (each instanceof Cleaned.Dropped dropped) {
        rejects.add(dropped.reject());
      }
    }
  }

  private KnownArticle known(Draft draft) {
    StageClock.Begin start = clock.begin();
    var keys = Fingerprints.of(draft, steps.run());
    clock.elements("dedupe", 1, start);
    start = clock.begin();
    var signed = SignArticles.sign(draft);
    clock.elements("stories", 1, start);
    return new KnownArticle(draft, keys, signed);
  }

  Collection<KnownArticle> articles() {
    return articles;
  }

  Collection<Reject> rejects() {
    return rejects;
  }

  Collection<LedgerEntry> ledger() {
    return ledger;
  }
}
