package io.winnow.publish;

import io.winnow.log.Event;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputHeld;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to publish at an output: one run at a time has it, until it is closed or its process
 * dies.
 *
 * <p>A lease whose holder is dead is taken over: at once where the process can be looked for (same
 * machine, same boot, same process namespace), else after {@link #SILENCE} without a heartbeat,
 * which assumes clocks that agree within minutes.
 */
public final class Lease implements Closeable {
  /** After how long without a heartbeat a holder elsewhere counts as dead. */
  public static final Duration SILENCE = Duration.ofMinutes(5);

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final LeaseFile file;
  private final Clock clock;
  private final ScheduledExecutorService heartbeat;
  private Holder holder;

  private Lease(LeaseFile file, Clock clock, Holder holder) {
    this.file = file;
    this.clock = clock;
    this.holder = holder;
    this.heartbeat =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "winnow-lease");
              thread.setDaemon(true);
              return thread;
            });
    heartbeat.scheduleAtFixedRate(
        this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Takes the lease, waiting for at most {@code wait} while another run holds it.
   *
   * @throws OutputHeld when it is still held then
   */
  public static Lease acquire(OutputStore output, String runId, Duration wait)
      throws OutputHeld, IOException, InterruptedException {
    return acquire(output, runId, wait, Clock.systemUTC());
  }

  static Lease acquire(OutputStore output, String runId, Duration wait, Clock clock)
      throws OutputHeld, IOException, InterruptedException {
    LeaseFile file = output.leaseFile();
    String token = UUID.randomUUID().toString();
    long start = System.nanoTime();
    long deadline = start + wait.toNanos();
    boolean waited = false;
    while (true) {
      Instant now = clock.instant();
      Optional<String> text = file.read();
      Optional<Holder> before = text.isPresent() ? Holder.parse(text.get()) : Optional.empty();
      Optional<Holder> other = before.filter(it -> !it.isDead(now, SILENCE));
      if (other.isEmpty()) {
        Holder self = Holder.of(token, runId, now);
        if (file.replace(text, Optional.of(self.toJson()))) {
          tellTaken(runId, before, System.nanoTime() - start);
          return new Lease(file, clock, self);
        }
      } else if (System.nanoTime() - deadline >= 0) {
        throw new OutputHeld(
            "the output is held by "
                + other.get().describe()
                + other.get().untilDead(now, SILENCE)
                + "; wait for it with --lockWait=SECONDS");
      } else {
        if (!waited) {
          tell("lease-waiting", runId, other.get()).log(Lease.class);
          waited = true;
        }
        Thread.sleep(POLL.toMillis());
      }
    }
  }

  private static void tellTaken(String runId, Optional<Holder> dead, long waitedNanos) {
    dead.ifPresent(
        holder -> tell("lease-taken-over", runId, holder).log(Lease.class, Level.WARNING));
    Event.named("lease-taken")
        .with("run", runId)
        .with("waited_seconds", waitedNanos / 1_000_000_000L)
        .log(Lease.class);
  }

  private static Event tell(String event, String runId, Holder holder) {
    return Event.named(event)
        .with("run", runId)
        .with("holder_run", holder.runId())
        .with("holder_host", holder.host())
        .with("holder_pid", holder.pid())
        .with("holder_heartbeat", holder.heartbeat());
  }

  /**
   * Runs {@code action} while nobody can take the lease over.
   *
   * @throws LeaseLost when it was taken over before; the action did not run
   */
  public synchronized void guard(LeaseFile.Action action) throws LeaseLost, IOException {
    if (!file.runIf(holder.toJson(), action)) {
      throw new LeaseLost(
          "another run took the output over while this one stood still; nothing was published, run"
              + " it again");
    }
  }

  /** Gives the lease back; does nothing when it was taken over. */
  @Override
  public synchronized void close() throws IOException {
    heartbeat.shutdownNow();
    file.replace(Optional.of(holder.toJson()), Optional.empty());
  }

  private synchronized void beat() {
    Holder next = holder.beatAt(clock.instant());
    try {
      if (file.replace(Optional.of(holder.toJson()), Optional.of(next.toJson()))) {
        holder = next;
      }
    } catch (IOException e) {
      // Not fatal: the lease still names us, and guard() looks again before anything is published.
      LOG.warn("cannot renew the lease on the output: {}", e.toString());
    }
  }
}
