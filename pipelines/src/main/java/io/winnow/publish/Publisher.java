package io.winnow.publish;

import io.winnow.log.Event;
import io.winnow.publish.PublishException.RunRefused;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run, all of it in one step or nothing.
 *
 * <p>The order: complete the ledger and check that it balances; gather the files; ask the gates;
 * stage other runs that must change; write the report; write the manifest; wait for the disk;
 * switch the run and the others in one step; remove what that replaced; render the views. Until the
 * swap readers see the state before, and what is staged is removed by the next run; after it they
 * see the new state, and the next run makes up what is missing.
 */
public final class Publisher {
  /** A disk with less than this is the reason why writing failed. */
  private static final long FULL_BYTES = 8L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final OutputStore output;
  private final Lease lease;
  private final List<Gate> gates;
  private final boolean keepsRefused;
  private final Pages pages;
  private final Clock clock;
  private Companions companions = Companions.none();

  /** Publishes at {@code output} under {@code lease}. */
  public Publisher(OutputStore output, Lease lease, List<Gate> gates, Pages pages) {
    this(output, lease, gates, false, pages);
  }

  /**
   * The same.
   *
   * @param keepsRefused whether a run that gates refuse is kept in {@code _refused/}
   */
  public Publisher(
      OutputStore output, Lease lease, List<Gate> gates, boolean keepsRefused, Pages pages) {
    this(output, lease, gates, keepsRefused, pages, Clock.systemUTC());
  }

  Publisher(
      OutputStore output,
      Lease lease,
      List<Gate> gates,
      boolean keepsRefused,
      Pages pages,
      Clock clock) {
    this.output = output;
    this.lease = lease;
    this.gates = List.copyOf(gates);
    this.keepsRefused = keepsRefused;
    this.pages = pages;
    this.clock = clock;
  }

  /** The same with other runs that change together with each run that it publishes. */
  public Publisher with(Companions others) {
    Publisher publisher = new Publisher(output, lease, gates, keepsRefused, pages, clock);
    publisher.companions = others;
    return publisher;
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
    List<RunRewrite> before = List.of();
    try {
      PublishedRun run = staged.complete(job);
      askGates(run, staged, staging);
      before = companions.stage(run, PublishedRuns.read(output));
      manifest = staged.seal(run, pages);
    } catch (IOException e) {
      closeAll(before);
      output.requireRoom(FULL_BYTES);
      throw e;
    }
    try {
      Switch all = new Switch().to(staging.run().id(), staging.folder());
      before.forEach(other -> other.join(all));
      all.publish(output, lease);
    } finally {
      closeAll(before);
    }
    if (!output.keepsReplaced()) {
      sweep(staging.run().id());
    }
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
      PublishedRuns published = PublishedRuns.read(output);
      ChangedRuns changes = mark.changes(published);
      mark.begin(published);
      pages.views(published, changes);
      mark.set(published);
    }
  }

  private static void closeAll(List<RunRewrite> rewrites) throws IOException {
    for (RunRewrite rewrite : rewrites) {
      rewrite.close();
    }
  }

  /** All of them, so that whoever mends the run is told everything at once. */
  private void askGates(PublishedRun run, StagedRun staged, Staging staging)
      throws PublishException, IOException {
    PublishedRuns published = PublishedRuns.read(output);
    List<GateRefusal> why = new ArrayList<>();
    for (Gate gate : gates) {
      gate.refuses(run, published).ifPresent(why::add);
    }
    if (why.isEmpty()) {
      return;
    }
    for (GateRefusal refusal : why) {
      Event.named("gate-refused")
          .with("run", staging.run().id())
          .with("gate", refusal.gate())
          .with("measured", refusal.measured())
          .with("threshold", refusal.threshold())
          .log(Publisher.class, Level.WARNING);
    }
    throw new RunRefused(message(why) + (keepsRefused ? keep(run, staged, staging, why) : ""));
  }

  private static String message(List<GateRefusal> why) {
    return why.size() == 1
        ? why.get(0).message() + ", so nothing was published"
        : why.stream()
            .map(GateRefusal::message)
            .collect(
                Collectors.joining(
                    "\n  ",
                    why.size() + " quality gates refused the run, so nothing was published:\n  ",
                    ""));
  }

  private String keep(PublishedRun run, StagedRun staged, Staging staging, List<GateRefusal> why)
      throws PublishException, IOException {
    staged.sealRefused(run, pages, why);
    String[] kept = new String[1];
    lease.guard(() -> kept[0] = new RefusedRuns(output).keep(staging));
    Event.named("refused-run-kept")
        .with("run", staging.run().id())
        .with("folder", output.location(kept[0]))
        .log(Publisher.class);
    return "\nthe refused run is kept in " + output.location(kept[0]);
  }

  /** What was replaced no longer matters to the run just published; the next one tries again. */
  private void sweep(String runId) throws PublishException {
    try {
      lease.guard(
          () -> {
            Staging.sweep(output);
            new RefusedRuns(output).forget(runId);
          });
    } catch (IOException e) {
      LOG.warn("cannot remove what the run replaced: {}", e.toString());
    }
  }
}
