package io.winnow.tag.keyword;

import java.util.List;

/** Finds what may be a keyword in the sentences of one language. */
interface PhraseFinder {
  /**
   * How a score is made; see {@link PhraseRanking}.
   *
   * @param wordFrequency exponent of a word's (damped) frequency
   * @param phraseFrequency exponent of the phrase's (damped) frequency
   * @param length exponent of the number of words, in the divisor: 1 makes the mean of the words
   * @param nested share of its uses inside a longer phrase that does not count
   * @param reach words after which position has lost half of its say
   * @param position exponent of the position
   */
  record Weights(
      double wordFrequency,
      double phraseFrequency,
      double length,
      double nested,
      double reach,
      double position) {}

  /** Tells the words and phrases of a whole text, sentence by sentence. */
  void find(List<String> sentences, PhraseRanking ranking);

  /** How much a word tells: from 0, larger for a rarer one. */
  double information(Term word);

  /** Whether a word is so common that it is hardly a name. */
  boolean isCommon(String word);

  /** What scores are made of. */
  Powers powers();
}
