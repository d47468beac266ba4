package io.winnow.publish;

import io.winnow.log.Event;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.run.RunInfo;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that one attempt at a run writes to before it is published.
 *
 * @param output where the run is to be published
 * @param run the run
 * @param folder below the output, {@code .runs/ID.<attempt>}
 */
public record Staging(OutputStore output, RunInfo run, String folder) implements Closeable {
  private static final DateTimeFormatter ATTEMPT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Removes what dead runs left behind and makes a new, empty folder.
   *
   * <p>Dead is every attempt that no published run stands on: while we hold the lease, no other run
   * is at work here.
   *
   * @throws LeaseLost when {@code lease} is no longer ours
   */
  public static Staging begin(OutputStore output, Lease lease, RunInfo run)
      throws LeaseLost, IOException {
    int removed = clear(output, lease);
    if (removed > 0) {
      Event.named("leftovers-removed")
          .with("run", run.id())
          .with("attempts", removed)
          .log(Staging.class);
    }
    return beside(output, run);
  }

  /**
   * Removes every attempt that no published run stands on, and mends what else a dead run left.
   *
   * @return how many attempts there were
   * @throws LeaseLost when {@code lease} is no longer ours
   */
  public static int clear(OutputStore output, Lease lease) throws LeaseLost, IOException {
    int[] removed = new int[1];
    lease.guard(
        () -> {
          removed[0] = sweep(output);
          output.tidy();
        });
    return removed[0];
  }

  /** Makes a new, empty folder beside what this process has staged already; removes nothing. */
  static Staging beside(OutputStore output, RunInfo run) throws IOException {
    return new Staging(output, run, makeFolder(output, run.id()));
  }

  /** Makes a new, empty folder for what is to be published under {@code name}; removes nothing. */
  static String makeFolder(OutputStore output, String name) throws IOException {
    Instant now = Instant.now();
    while (!output.makeFolder(attempt(name, now))) {
      now = now.plusMillis(1);
    }
    return attempt(name, now);
  }

  /** How Beam's file systems name the folder. */
  public String location() {
    return output.location(folder);
  }

  /** Removes the folder, unless it was published: a run that failed gives its disk back. */
  @Override
  public void close() throws IOException {
    if (!output.published().containsValue(folder)) {
      output.delete(folder);
    }
  }

  private static String attempt(String name, Instant at) {
    return OutputStore.ATTEMPTS + "/" + name + "." + ATTEMPT.format(at);
  }

  /**
   * Removes every attempt that is not published. The caller must hold the lease.
   *
   * @return how many there were
   */
  static int sweep(OutputStore output) throws IOException {
    int removed = 0;
    List<String> attempts = output.names(OutputStore.ATTEMPTS);
    // After the listing: what is in it and not published while the lease is ours is dead for good,
    // and what a later holder makes is not in it, however long we stand still from here on.
    Set<String> published = new TreeSet<>(output.published().values());
    for (String name : attempts) {
      String attempt = OutputStore.ATTEMPTS + "/" + name;
      if (!published.contains(attempt)) {
        output.delete(attempt);
        removed++;
      }
    }
    return removed;
  }
}
