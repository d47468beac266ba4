package io.winnow.cluster;

import io.winnow.log.Event;
import io.winnow.publish.OutputStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;

/**
 * Ends the jobs that dead runs of an output left on clusters.
 *
 * <p>Each is found by the record in its attempt's folder, which names one job of one output; no
 * other is touched. Whoever calls holds the lease of the output, so the lease that each of them ran
 * under is dead.
 */
public final class DeadJobs {
  /** Flink itself kills a worker whose task does not end within three minutes. */
  private static final Duration WAIT = Duration.ofMinutes(4);

  private DeadJobs() {}

  /**
   * Cancels them and waits until they are gone.
   *
   * @throws ClusterException when one does not end
   */
  public static void end(OutputStore output)
      throws ClusterException, IOException, InterruptedException {
    Set<String> published = new TreeSet<>(output.published().values());
    for (String name : output.names(OutputStore.ATTEMPTS)) {
      String attempt = OutputStore.ATTEMPTS + "/" + name;
      if (!published.contains(attempt)) {
        JobRecord record = JobRecord.read(output, attempt).orElse(null);
        if (record != null && isOf(record, output)) {
          end(record);
        }
      }
    }
  }

  private static void end(JobRecord record) throws ClusterException, InterruptedException {
    FlinkRest rest = new FlinkRest(record.cluster());
    boolean wasRunning;
    try {
      wasRunning = rest.jobsNamed(record.job()).stream().anyMatch(job -> !job.hasEnded());
    } catch (IOException e) {
      // What it writes counts for nothing; its cluster is gone, or lets it run out.
      tell("dead-job-not-found", record).log(DeadJobs.class, Level.WARNING);
      return;
    }
    try (ClusterJob job = new ClusterJob(rest, record.job(), WAIT)) {
      if (!job.cancel(WAIT)) {
        throw new ClusterException(
            "the job "
                + record.job()
                + " of a run that died does not end on "
                + record.cluster()
                + "; cancel it there, then run this again");
      }
    }
    if (wasRunning) {
      tell("dead-job-cancelled", record).log(DeadJobs.class, Level.WARNING);
    }
  }

  private static Event tell(String event, JobRecord record) {
    return Event.named(event).with("job", record.job()).with("cluster", record.cluster());
  }

  /** A copy of an output holds records of jobs that are not its own. */
  private static boolean isOf(JobRecord record, OutputStore output) throws IOException {
    String here = output.location("");
    if (record.output().equals(here)) {
      return true;
    }
    try {
      return Files.isSameFile(Path.of(record.output()), Path.of(here));
    } catch (IOException | IllegalArgumentException elsewhere) {
      return false;
    }
  }
}
