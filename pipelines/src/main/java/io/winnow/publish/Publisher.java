package io.winnow.publish;

import io.winnow.publish.PublishException.RunRefused;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run, all of it in one step or nothing.
 *
 * <p>The order: complete the ledger and check that it balances; gather the files; ask the gates;
 * write the report; write the manifest; wait for the disk; swap; remove what the swap replaced;
 * render the views. Until the swap readers see the state before, and what is staged is removed by
 * the next run; after it they see the new state, and the next run makes up what is missing.
 */
public final class Publisher {
  /** A disk with less than this is the reason why writing failed. */
  private static final long FULL_BYTES = 8L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final OutputStore output;
  private final Lease lease;
  private final List<Gate> gates;
  private final Pages pages;
  private final Clock clock;

  /** Publishes at {@code output} under {@code lease}. */
  public Publisher(OutputStore output, Lease lease, List<Gate> gates, Pages pages) {
    this(output, lease, gates, pages, Clock.systemUTC());
  }

  Publisher(OutputStore output, Lease lease, List<Gate> gates, Pages pages, Clock clock) {
    this.output = output;
    this.lease = lease;
    this.gates = List.copyOf(gates);
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Publishes what a job wrote to {@code staging}.
   *
   * @return the manifest, as published
   * @throws RunRefused when the ledger does not balance or a gate refuses; nothing is published
   * @throws PublishException when the lease was lost or the disk is full; nothing is published
   */
  public Manifest publish(Staging staging, FinishedJob job) throws PublishException, IOException {
    StagedRun staged = new StagedRun(output, staging, clock);
    Manifest manifest;
    try {
      PublishedRun run = staged.complete(job);
      refuse(run.manifest());
      manifest = staged.seal(run, pages);
    } catch (IOException e) {
      output.requireRoom(FULL_BYTES);
      throw e;
    }
    lease.guard(() -> output.publish(staging.run().id(), staging.folder()));
    sweep();
    return manifest;
  }

  /**
   * Renders the views of what is published, unless the last rendering was of just that.
   *
   * <p>Called before a run begins, for one that was cut off after its swap, and after each swap.
   */
  public void refreshViews() throws IOException {
    ViewsMark mark = new ViewsMark(output);
    if (!mark.isCurrent()) {
      mark.clear();
      pages.views(PublishedRuns.read(output));
      mark.set();
    }
  }

  private void refuse(Manifest run) throws RunRefused {
    for (Gate gate : gates) {
      Optional<String> reason = gate.refuses(run);
      if (reason.isPresent()) {
        throw new RunRefused(reason.get() + ", so nothing was published");
      }
    }
  }

  /** What was replaced no longer matters to the run just published; the next one tries again. */
  private void sweep() throws PublishException {
    try {
      lease.guard(() -> Staging.sweep(output));
    } catch (IOException e) {
      LOG.warn("cannot remove what the run replaced: {}", e.toString());
    }
  }
}
