package io.winnow.publish;

import java.io.IOException;
import java.util.Optional;

/** Decides whether a run is fit to be published. */
@FunctionalInterface
public interface Gate {
  /**
   * Why the run is refused; empty when it may be published.
   *
   * @param run the run, complete but for its pages
   * @param published what readers see now, with the run that this one would replace
   */
  Optional<GateRefusal> refuses(PublishedRun run, PublishedRuns published) throws IOException;

  /** Counter of the pieces that were taken down before: there is nothing to mend about these. */
  String KEPT_OUT = "forget:kept-out";

  /** Refuses a run in which every piece was a reject, but for what was taken down. */
  static Gate somethingKept() {
    return (run, published) -> {
      long rejects =
          run.manifest().count("rejects") - run.manifest().metrics().getOrDefault(KEPT_OUT, 0L);
      long kept = run.manifest().count("articles") + run.manifest().count("duplicates");
      return kept == 0 && rejects > 0
          ? Optional.of(
              new GateRefusal(
                  "something-kept",
                  "every piece was a reject (%d of %d)".formatted(rejects, rejects),
                  1,
                  1))
          : Optional.empty();
    };
  }
}
