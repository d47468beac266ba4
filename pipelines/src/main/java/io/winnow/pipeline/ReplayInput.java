package io.winnow.pipeline;

import io.winnow.log.Event;
import io.winnow.publish.History;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.replay.Rejected;
import io.winnow.replay.ReplayPlan;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of rejects that are run again; of their pieces only those go on. */
final class ReplayInput extends AgainInput {
  private static final Logger LOG = Logger.getLogger(ReplayInput.class.getName());

  /** Sources that a message names. */
  private static final int SHOWN = 10;

  private final Set<String> reasons;
  private final RunChoice choice;
  private @Nullable ReplayPlan planned;

  /**
   * @param reasons of rejects that are run again
   * @param choice of the runs whose rejects are
   */
  ReplayInput(CurateOptions options, List<String> beamArgs, Set<String> reasons, RunChoice choice) {
    super(options, beamArgs, choice);
    this.reasons = reasons;
    this.choice = choice;
  }

  /** What would be run again, of what is published now. */
  ReplayPlan plan(List<PublishedRun> runs) throws Exception {
    return plan(
        (input, dumps) ->
            ReplayPlan.of(Rejected.find(runs, reasons, choice::has), runs, input, dumps));
  }

  @Override
  public Chosen choose(PublishedRuns published, History history) throws Exception {
    refuseToReplace(published);
    ReplayPlan plan = plan(before(published, history.sequence()));
    plan.leftLines().forEach(line -> LOG.warning("cannot be run again: " + line));
    if (plan.pieces().isEmpty() && !options.allowEmpty) {
      throw new UserError(
          ExitCode.NO_INPUT,
          plan.left().isEmpty()
              ? "nothing is a reject of " + String.join(", ", reasons) + " any more"
              : "none of the rejects can be run again:\n  "
                  + plan.leftLines().stream().limit(SHOWN).collect(Collectors.joining("\n  ")));
    }
    Event.named("replay-planned")
        .with("run", options.runId)
        .with("pieces", plan.pieces().size())
        .with("left", plan.left().size())
        .with("files", plan.files().size())
        .log(ReplayInput.class);
    planned = plan;
    return new Chosen(plan.files(), history, plan.selection());
  }

  /** Tells of rejects that are no pieces any more: their source is cut otherwise than before. */
  @Override
  public void published(OutputStore output, Manifest manifest) throws IOException {
    Set<String> ids = new HashSet<>();
    Set<String> sources = new HashSet<>();
    PublishedRun run = PublishedRuns.read(output).find(manifest.runId()).orElseThrow();
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
      run.forEach(
          dataset,
          row -> {
            ids.add(row.get("id").toString());
            sources.add(row.get("source_uri").toString());
          },
          "id",
          "source_uri");
    }
    ReplayPlan plan = Objects.requireNonNull(planned, "nothing was chosen");
    long gone = plan.pieces().stream().filter(piece -> !isIn(piece, plan, ids, sources)).count();
    if (gone > 0) {
      LOG.warning(
          gone
              + " rejects were not found, because their sources are cut otherwise now; they stay where they are");
    }
  }

  private static boolean isIn(
      Rejected piece, ReplayPlan plan, Set<String> ids, Set<String> sources) {
    return ids.contains(piece.id())
        || plan.unread().contains(piece.sourceUri()) && sources.contains(piece.sourceUri());
  }
}
