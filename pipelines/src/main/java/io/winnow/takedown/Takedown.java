package io.winnow.takedown;

import io.winnow.forget.KeepOut;
import io.winnow.forget.Tombstones;
import io.winnow.log.Event;
import io.winnow.page.StruckPages;
import io.winnow.publish.ExpiredRewrite;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.Lease;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PackedPages;
import io.winnow.publish.Pages;
import io.winnow.publish.PublishException;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.RefusedRuns;
import io.winnow.publish.RunRewrite;
import io.winnow.publish.Staging;
import io.winnow.publish.Switch;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Removes what was found from all published runs, and publishes the tombstones, in one step: killed
 * at any moment, readers see the state before or that after.
 *
 * <p>Refused runs that hold some of it go before that step. Behind it what was replaced is removed
 * at once, also where it stays until the next run otherwise: a reader in the middle of such a file
 * fails, which is what was asked for. The caller holds the lease, and renders the views afterwards.
 */
public final class Takedown {
  private final OutputStore output;
  private final Pages pages;
  private final String winnow;

  /**
   * @param pages of runs that change
   * @param winnow version of the program
   */
  public Takedown(OutputStore output, Pages pages, String winnow) {
    this.output = output;
    this.pages = pages;
    this.winnow = winnow;
  }

  /** Runs of which only the report shows something that goes. */
  public List<PublishedRun> struck(Removal removal) throws IOException {
    Set<String> rewritten = new HashSet<>();
    removal.runs().forEach(run -> rewritten.add(run.run().manifest().runId()));
    SortedSet<String> ids = removal.ids();
    List<PublishedRun> struck = new ArrayList<>();
    try (PackedPages reports = new PackedPages(output)) {
      for (PublishedRun run : removal.published().all()) {
        if (!rewritten.contains(run.manifest().runId())
            && new StruckPages(run, reports, ids).isNeeded()) {
          struck.add(run);
        }
      }
    }
    return struck;
  }

  /** Runs that were refused and kept, and hold some of it. */
  public List<PublishedRun> refused(Removal removal, Tombstones known) throws IOException {
    KeepOut keepOut =
        KeepOut.of(new Tombstones(Tombstones.VERSION, known.salt(), removal.tombstones()));
    SortedSet<String> ids = removal.ids();
    List<PublishedRun> holding = new ArrayList<>();
    try (PackedPages reports = new PackedPages(output)) {
      for (PublishedRun run : new RefusedRuns(output).all()) {
        boolean[] holds = {new StruckPages(run, reports, ids).isNeeded()};
        run.forEach(Dataset.FINGERPRINTS, row -> holds[0] |= keepOut.has(row));
        run.forEach(Dataset.REJECTS, row -> holds[0] |= keepOut.has(row));
        if (holds[0]) {
          holding.add(run);
        }
      }
    }
    return holding;
  }

  /**
   * Removes all of it.
   *
   * @param known what was taken down before
   * @throws PublishException when a run cannot be swapped or the lease was lost; then nothing that
   *     is published has changed
   */
  public void run(Removal removal, Tombstones known, LocalDate date, Lease lease)
      throws PublishException, IOException {
    List<PublishedRun> refused = refused(removal, known);
    lease.guard(
        () -> {
          for (PublishedRun run : refused) {
            new RefusedRuns(output).remove(run);
          }
        });
    output.requireReplaceable(ForgottenTexts.NAME);
    List<RunRewrite> staged = new ArrayList<>();
    ExpiredRewrite expired = null;
    try (Staging tombstones =
        ForgottenTexts.of(output).stage(known.with(removal.tombstones()), date)) {
      stageAll(removal, staged);
      Switch all = new Switch().to(ForgottenTexts.NAME, tombstones.folder());
      staged.forEach(rewrite -> rewrite.join(all));
      if (!removal.expired().isEmpty()) {
        expired =
            ExpiredRewrite.stage(output, removal.published(), removal.expired(), date, winnow);
        expired.join(all);
      }
      all.publish(output, lease);
    } finally {
      for (RunRewrite rewrite : staged) {
        rewrite.close();
      }
      if (expired != null) {
        expired.close();
      }
    }
    Staging.clear(output, lease);
    removal
        .tombstones()
        .forEach(
            each ->
                Event.named("forgotten")
                    .with("id", each.id())
                    .with("pieces", each.ids().size())
                    .with("runs", removal.runs().size())
                    .log(Takedown.class));
  }

  private void stageAll(Removal removal, List<RunRewrite> staged)
      throws OutputUnusable, RunRefused, IOException {
    RowRemoval rows = new RowRemoval(output, pages, winnow);
    LostLines lost = LostLines.of(removal.runs());
    for (RunRemoval run : removal.runs()) {
      staged.add(rows.stage(run, lost));
    }
    SortedSet<String> ids = removal.ids();
    try (PackedPages reports = new PackedPages(output)) {
      for (PublishedRun run : struck(removal)) {
        RunRewrite rewrite = RunRewrite.begin(output, run, winnow);
        staged.add(rewrite);
        rewrite.seal("report without what was taken down", new StruckPages(run, reports, ids));
      }
    }
  }
}
