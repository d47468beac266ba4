package io.winnow.pipeline;

import io.winnow.dedupe.SourceGlob;
import io.winnow.log.Event;
import io.winnow.publish.History;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.replay.ReprocessPlan;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Whole files that are run again, in place of what earlier runs have of them. */
final class ReprocessInput extends AgainInput {
  private static final Logger LOG = Logger.getLogger(ReprocessInput.class.getName());

  /** Versions that a message names. */
  private static final int SHOWN = 10;

  private final List<SourceGlob> globs;

  /**
   * @param globs over the uris of sources
   */
  ReprocessInput(
      CurateOptions options, List<String> beamArgs, List<SourceGlob> globs, RunChoice choice) {
    super(options, beamArgs, choice);
    this.globs = List.copyOf(globs);
  }

  /** What would be run again, of what is published now. */
  ReprocessPlan plan(List<PublishedRun> runs) throws Exception {
    return plan((input, dumps) -> ReprocessPlan.of(globs, runs, input, dumps));
  }

  @Override
  public Chosen choose(PublishedRuns published, History history) throws Exception {
    refuseToReplace(published);
    ReprocessPlan plan = plan(before(published, history.sequence()));
    plan.left().forEach(line -> LOG.warning("cannot be run again: " + line));
    if (plan.files().isEmpty() && !options.allowEmpty) {
      throw new UserError(
          ExitCode.NO_INPUT,
          plan.left().isEmpty()
              ? "no run has read a source that --reprocess matches"
              : "none of the sources can be run again:\n  "
                  + plan.left().stream().limit(SHOWN).collect(Collectors.joining("\n  ")));
    }
    Event.named("reprocess-planned")
        .with("run", options.runId)
        .with("files", plan.files().size())
        .with("left", plan.left().size())
        .log(ReprocessInput.class);
    return new Chosen(plan.files(), history, null, plan.superseded());
  }
}
