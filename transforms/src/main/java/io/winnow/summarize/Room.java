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
  /** Steps in which characters are counted. */
  private static final int STEPS = 240;

  /** Columns, two for a wide character, of a sentence that is worth its merit. */
  private static final double USUAL = 80;

  /** Columns above which one of a number of sentences is worth less. */
  private static final double COMFORTABLE = 120;

  /** Columns above which a sentence is worth no more for being longer. */
  private static final double LONG = 240;

  /** What a character must be worth, in merit of a usual sentence. */
  private static final double PRICE = 0.22;

  /** The same sentence takes less room where characters are words, so that jumps come cheap. */
  private static final double DENSE_COHESION = 1.4;

  private boolean counts() {
    return sentences < Integer.MAX_VALUE;
  }

  private int unit() {
    return Math.max(1, (chars + STEPS - 1) / STEPS);
  }

  private boolean isDense() {
    return joint == 0;
  }

  /** The room in steps. */
  int steps() {
    return counts() ? sentences : (chars + joint) / unit();
  }

  /** What the candidate takes of it, rounded up. */
  int steps(Candidate candidate) {
    int unit = unit();
    return counts() ? 1 : (candidate.sentence().chars() + joint + unit - 1) / unit;
  }

  /** What a summary of that many steps has to be worth: less, and it is better left shorter. */
  double price(int steps) {
    return counts() ? 0 : PRICE * steps * unit() * (isDense() ? 2 : 1) / USUAL;
  }

  /** How much it matters that a summary begins as the text does. */
  double openings() {
    return sentences == 1 ? 0.25 : 1;
  }

  /** How much it matters that sentences follow each other. */
  double cohesion() {
    return counts() ? 0.3 : isDense() ? DENSE_COHESION : 1;
  }

  /** Merit by length: of equal sentences the longer one tells more, up to a length. */
  double worth(Candidate candidate) {
    double width = candidate.wordings().shape().width();
    double share = Math.min(width, LONG) / USUAL;
    if (counts()) {
      double comfortable = sentences == 1 ? USUAL : COMFORTABLE;
      return candidate.merit() * Math.min(1, Math.sqrt(comfortable / width));
    }
    return candidate.merit() * (share <= 1 ? share : 1 + (share - 1) * 0.7);
  }

  /** Whether the candidate fits in on its own. */
  boolean holds(Candidate candidate) {
    return candidate.sentence().chars() <= most;
  }
}
