package io.winnow.summarize.llm;

import io.winnow.summarize.SummarySpec;

/**
 * How long an answer may be.
 *
 * @param chars code points
 * @param sentences at most
 */
record Room(int chars, int sentences) {
  private static final int DENSE_SENTENCE = 120;
  private static final int SENTENCE = 240;
  private static final int MOST_SENTENCES = 12;

  static Room of(SummarySpec spec, boolean dense) {
    Integer sentences = spec.sentences();
    if (sentences != null) {
      return new Room(sentences * (dense ? DENSE_SENTENCE : SENTENCE), sentences);
    }
    int chars = spec.charsFor(dense);
    int some = Math.max(1, chars / (dense ? DENSE_SENTENCE / 3 : SENTENCE / 3));
    return new Room(chars, Math.min(MOST_SENTENCES, some));
  }

  /** Tokens that an answer needs at most, with the quotes and brackets around it. */
  int answerTokens(boolean dense) {
    return 200 + (dense ? chars * 2 : chars / 2);
  }
}
