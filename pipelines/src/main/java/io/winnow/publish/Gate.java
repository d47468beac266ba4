package io.winnow.publish;

import java.util.Optional;

/** Decides from its counts whether a run is fit to be published. */
@FunctionalInterface
public interface Gate {
  /** Why the run is refused; empty when it may be published. */
  Optional<String> refuses(Manifest run);

  /** Refuses a run in which every piece was a reject. */
  static Gate somethingKept() {
    return run -> {
      long rejects = run.count("rejects");
      boolean nothing = run.count("articles") + run.count("duplicates") == 0 && rejects > 0;
      return nothing
          ? Optional.of("every piece was a reject (" + rejects + " of " + rejects + ")")
          : Optional.empty();
    };
  }
}
