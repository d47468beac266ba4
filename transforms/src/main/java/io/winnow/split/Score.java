package io.winnow.split;

import java.util.List;

/** How well a shape explains a dump, on one scale for every detector. */
final class Score {
  /**
   * What a text scores as one article. A dump is cut only by a detector that is more likely right
   * than wrong.
   */
  static final double SINGLE = 0.5;

  private Score() {}

  /**
   * Product of what is explained, the evidence for each start, and a discount for few starts: two
   * starts may be chance, twenty are a habit.
   *
   * @param explained share of the non-blank lines that lie in the items of the shape, 0 to 1
   * @param evidence mean strength of the cues at the starts, 0 to 1
   * @param starts number of items
   * @return 0 to 1
   */
  static double of(double explained, double evidence, int starts) {
    if (starts < 1) {
      return 0;
    }
    double score = explained * evidence * (1 - 0.5 / starts);
    return Math.max(0, Math.min(1, score));
  }

  /**
   * Strength of several cues for one start: the chance that not all of them mislead, when each
   * misleads on its own.
   */
  static double evidence(List<Cue> cues) {
    double misled = 1;
    for (Cue cue : cues) {
      misled *= 1 - Math.max(0, Math.min(1, cue.weight()));
    }
    return 1 - misled;
  }
}
