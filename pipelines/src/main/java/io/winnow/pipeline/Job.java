package io.winnow.pipeline;

import io.winnow.cluster.ClusterException;
import io.winnow.cluster.ClusterJob;
import io.winnow.run.StageMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.jspecify.annotations.Nullable;

/** Runs a pipeline to its end while telling people how far it is. */
final class Job {
  private static final long POLL_MILLIS = 250;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Pipeline pipeline;
  private final ProgressMeter progress;
  private final Duration limit;
  private final @Nullable ClusterJob cluster;
  private long nextLook = System.nanoTime();

  /**
   * @param limit how long it may take; zero for ever
   * @param cluster the job on its cluster; null where it runs in this process
   */
  Job(Pipeline pipeline, ProgressMeter progress, Duration limit, @Nullable ClusterJob cluster) {
    this.cluster = cluster;
    this.pipeline = pipeline;
    this.progress = progress;
    this.limit = limit;
  }

  /**
   * Runs it.
   *
   * @return Winnow's counters by name
   * @throws UserError when it takes longer than the limit
   * @throws ClusterException when its cluster is lost, or cannot bring it to an end
   */
  Map<String, Long> run() throws Exception {
    // run() blocks on Flink until the job has ended, so it has a thread of its own.
    ExecutorService runner = Executors.newSingleThreadExecutor(Job::daemon);
    try {
      Future<PipelineResult> job = runner.submit(Job.this::runToEnd);
      return counters(await(job));
    } finally {
      runner.shutdownNow();
      progress.end();
    }
  }

  private PipelineResult runToEnd() {
    PipelineResult result = pipeline.run();
    PipelineResult.State state = result.waitUntilFinish();
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("the job ended as " + state);
    }
    return result;
  }

  private PipelineResult await(Future<PipelineResult> job) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        return job.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        show();
        if (!limit.isZero() && System.nanoTime() - start > limit.toNanos()) {
          job.cancel(true);
          if (cluster != null) {
            cluster.cancel();
          }
          throw new UserError(
              ExitCode.FAILED,
              "the run took longer than --maxRunTime="
                  + limit.toSeconds()
                  + " s; nothing was published");
        }
      } catch (ExecutionException e) {
        if (cluster != null) {
          Optional<ClusterException> lost = cluster.lost();
          if (lost.isPresent()) {
            throw lost.get();
          }
        }
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  private void show() throws ClusterException, InterruptedException {
    if (cluster == null) {
      progress.show();
    } else if (System.nanoTime() >= nextLook) {
      progress.show(cluster.look());
      nextLook = System.nanoTime() + LOOK.toNanos();
    }
  }

  private static Map<String, Long> counters(PipelineResult result) {
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(StageMeter.NAMESPACE))
            .build();
    Map<String, Long> counters = new TreeMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(ours).getCounters()) {
      counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counters;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "winnow-job");
    thread.setDaemon(true);
    return thread;
  }
}
