package io.winnow.split;

import java.util.Optional;

/**
 * Knows one shape that a dump can have, and lays a dump out in that shape.
 *
 * <p>Detectors know nothing of each other. A score is comparable between them: it is made by {@link
 * Score} from the share of lines the shape explains, the evidence at each start and the number of
 * starts. A detector is a function of the dump alone, reads it a bounded number of times, and has
 * no state.
 */
public interface Detector {
  /** The name in the column {@code split_detector}: lower case, kebab-case. */
  String name();

  /** The highest score it gives: it is not asked where another one has reached that. */
  default double ceiling() {
    return 1;
  }

  /** The dump laid out in this shape; empty where it has no trace of it. */
  Optional<Layout> detect(Lines lines);
}
