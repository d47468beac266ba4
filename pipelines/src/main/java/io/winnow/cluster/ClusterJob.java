package io.winnow.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cluster.FlinkRest.JobState;
import io.winnow.cluster.JobFailure.Outlook;
import io.winnow.log.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * A job on a cluster, watched over REST beside the client that submitted it: tells how far it is,
 * gives up when the cluster is lost or the job is hopeless, and ends it when its client is told to
 * stop.
 *
 * <p>The job is known by its name, so it can be watched, and ended, before the client knows its id.
 */
public final class ClusterJob implements AutoCloseable {
  /** Failures of input or output after which they no longer count as passing. */
  private static final int PATIENT_TIMES = 3;

  private static final Duration GOODBYE = Duration.ofSeconds(20);
  private static final Duration SUBMISSION = Duration.ofSeconds(5);

  private final FlinkRest rest;
  private final String name;
  private final Duration silence;
  private final Thread onStop = new Thread(this::stopped, "winnow-cancel");
  private @Nullable String id;
  private long lastAnswer = System.nanoTime();
  private int failuresSeen;

  /**
   * @param silence how long the cluster may leave questions unanswered before it counts as lost
   */
  ClusterJob(FlinkRest rest, String name, Duration silence) {
    this.rest = rest;
    this.name = name;
    this.silence = silence;
    Runtime.getRuntime().addShutdownHook(onStop);
  }

  /**
   * Looks at the job.
   *
   * @throws ClusterException when there is no sense in waiting for it any longer; a hopeless job
   *     was cancelled
   */
  public JobProgress look() throws ClusterException, InterruptedException {
    try {
      JobProgress progress = ask();
      lastAnswer = System.nanoTime();
      return progress;
    } catch (IOException e) {
      Duration silent = Duration.ofNanos(System.nanoTime() - lastAnswer);
      if (silent.compareTo(silence) >= 0) {
        throw lost(silent);
      }
      return JobProgress.waiting("no answer from the JobManager");
    }
  }

  private JobProgress ask() throws ClusterException, IOException, InterruptedException {
    if (id == null) {
      List<JobState> found = rest.jobsNamed(name);
      if (found.isEmpty()) {
        return JobProgress.waiting("submitting");
      }
      id = found.get(0).id();
    }
    Optional<JsonNode> job = rest.job(id);
    if (job.isEmpty()) {
      throw new ClusterException(
          "the JobManager at "
              + rest.base()
              + " does not know the job any more: it was started anew and has no high availability;"
              + " nothing was published, run it again");
    }
    judge(rest.failures(id));
    return JobProgress.of(job.get());
  }

  private void judge(List<JobFailure> failures) throws ClusterException, InterruptedException {
    long passing = failures.stream().filter(it -> it.outlook() == Outlook.MAY_PASS).count();
    for (JobFailure failure : failures) {
      if (failure.outlook() == Outlook.HOPELESS
          || (failure.outlook() == Outlook.MAY_PASS && passing >= PATIENT_TIMES)) {
        cancel(GOODBYE);
        throw new ClusterException(
            "the job failed in "
                + failure.task()
                + ": "
                + failure.root()
                + "; another attempt would end the same way, so it was cancelled; nothing was"
                + " published");
      }
    }
    if (failures.size() > failuresSeen) {
      JobFailure newest = failures.get(0);
      Event.named("job-restarts")
          .with("job", name)
          .with("task", newest.task().isEmpty() ? null : newest.task())
          .with("cause", newest.root().replaceFirst(":.*", ""))
          .log(ClusterJob.class, Level.WARNING);
    }
    failuresSeen = failures.size();
  }

  /** What to say when the client of the job failed: that the cluster is lost, if it is. */
  public Optional<ClusterException> lost() throws InterruptedException {
    try {
      rest.slots();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(lost(Duration.ofNanos(System.nanoTime() - lastAnswer)));
    }
  }

  private ClusterException lost(Duration silent) {
    return new ClusterException(
        "the JobManager at "
            + rest.base()
            + " has not answered for "
            + silent.toSeconds()
            + " s; the cluster counts as lost and nothing was published. Run it again once the"
            + " cluster is back: what the job left is removed then");
  }

  /** Ends the job, and waits for its end within reason; does nothing when it has ended. */
  public void cancel() throws InterruptedException {
    cancel(GOODBYE);
  }

  /**
   * Ends the job.
   *
   * @return whether it is certain that it has ended, or never began
   */
  boolean cancel(Duration wait) throws InterruptedException {
    long start = System.nanoTime();
    boolean known = false;
    while (System.nanoTime() - start < wait.toNanos()) {
      try {
        List<JobState> found = rest.jobsNamed(name);
        known |= !found.isEmpty();
        boolean running = false;
        for (JobState job : found) {
          if (!job.hasEnded()) {
            running = true;
            if (!job.state().equals("CANCELLING")) {
              rest.cancel(job.id());
            }
          }
        }
        boolean mayCome = !known && System.nanoTime() - start < SUBMISSION.toNanos();
        if (!running && !mayCome) {
          return true;
        }
      } catch (IOException e) {
        // Asked again until the time is over.
      }
      Thread.sleep(300);
    }
    return false;
  }

  /** The process ends while the job runs: someone told it to. */
  private void stopped() {
    try {
      // The log may be closed by now.
      System.err.println("winnow: told to stop; cancelling the job " + name);
      if (!cancel(GOODBYE)) {
        System.err.println("winnow: it still ends; the next run of this output waits for that");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Watches it no more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onStop);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is at work.
    }
  }
}
