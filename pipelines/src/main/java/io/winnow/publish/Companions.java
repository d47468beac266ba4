package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import java.io.IOException;
import java.util.List;

/** Published runs that have to change for another run to be published. */
@FunctionalInterface
public interface Companions {
  /**
   * Stages their changes, sealed. Readers see them and the run in one step.
   *
   * @param run the run, complete but for its pages
   * @param published what readers see now, with the run that this one would replace
   */
  List<RunRewrite> stage(PublishedRun run, PublishedRuns published)
      throws OutputUnusable, RunRefused, IOException;

  /** No other run changes. */
  static Companions none() {
    return (run, published) -> List.of();
  }
}
