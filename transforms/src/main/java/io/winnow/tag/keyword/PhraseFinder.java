package io.winnow.tag.keyword;

import java.util.List;

/** Finds what may be a keyword in the sentences of one language. */
interface PhraseFinder {
  /** Takes what is found, in the order of the text. */
  interface Sink {
    /** A sentence begins; what follows stands in it. */
    void sentence(int number);

    /** A word whose frequency tells something of the phrases it stands in. */
    void word(String word);

    /**
     * A phrase that may be a keyword.
     *
     * @param surface as it stands in the text
     * @param words its words, folded
     * @param fitness how well formed it is, 0 to 1
     */
    void phrase(String surface, List<String> words, double fitness);

    /** Like {@link #phrase}, for a part of a longer one: it may be a keyword if it recurs. */
    void part(String surface, List<String> words, double fitness);
  }

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

  /** Reads a whole text, sentence by sentence. */
  void find(List<String> sentences, Sink sink);

  /** How much a word tells: from 0, larger for a rarer one. */
  double information(String word);

  /** Whether a word is so common that it is hardly a name. */
  boolean isCommon(String word);

  Weights weights();
}
