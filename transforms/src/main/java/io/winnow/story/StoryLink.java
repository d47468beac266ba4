package io.winnow.story;

/**
 * Two articles that tell one story, or parts of one series.
 *
 * @param a the one of the lesser id
 * @param score {@link PairScore}; {@link #SERIES} for parts of one series
 * @param via key of the name that both are about; empty for parts of one series
 */
record StoryLink(Candidate a, Candidate b, double score, String via) {
  static final double SERIES = 9;
}
