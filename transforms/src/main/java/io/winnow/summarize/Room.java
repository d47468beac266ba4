package io.winnow.summarize;

/**
 * How much may be told.
 *
 * @param most code points that no summary may exceed
 * @param chars code points to fill; a first sentence may exceed them
 * @param sentences number of sentences
 * @param joint code points between two sentences
 */
record Room(int most, int chars, int sentences, int joint) {
  int cost(Candidate candidate) {
    return candidate.sentence().chars() + joint;
  }

  /** Whether the candidate still fits in. */
  boolean holds(Candidate candidate, int chosen, int used) {
    int limit = chosen == 0 ? most : chars;
    return chosen < sentences && used <= limit - candidate.sentence().chars();
  }

  /** Share of the room that is taken. */
  double share(int used, int chosen) {
    return Math.max((double) used / chars, (double) chosen / sentences);
  }
}
