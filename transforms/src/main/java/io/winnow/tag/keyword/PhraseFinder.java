package io.winnow.tag.keyword;

import java.util.List;

/** Finds what may be a keyword in the sentences of one language. */
interface PhraseFinder {
  /** Takes what is found, in the order of the sentence. */
  interface Sink {
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

  /** How a score is made of position and frequencies; see {@link PhraseRanking}. */
  record Weights(
      double wordFrequency,
      double phraseFrequency,
      double length,
      double nested,
      double reach,
      double position) {}

  void find(String sentence, Sink sink);

  /** How much a word tells: from 0, larger for a rarer one. */
  double information(String word);

  Weights weights();
}
