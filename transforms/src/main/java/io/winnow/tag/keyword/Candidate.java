package io.winnow.tag.keyword;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A phrase that may be a keyword, and how the text uses it. */
final class Candidate {
  final String surface;

  /** By {@link CharHash}, of its words without a space. */
  final long key;

  /** Its words, folded. */
  final Term[] words;

  /** Their numbers in the text. */
  final int[] numbers;

  /** A bit for each of the words: what is part of it has no other bits. */
  final long bits;

  final double fitness;

  /** Words of the text before its first use. */
  final int first;

  private @Nullable String spaced;

  /** Uses, those inside a longer phrase among them. */
  int count;

  /** Uses of its own. */
  int whole;

  /** Uses inside the longer candidate that holds it most often. */
  int nested;

  boolean inTitle;

  /** Whether another one has its uses by now. */
  boolean gone;

  double score;

  Candidate(String surface, long key, Term[] words, int[] numbers, double fitness, int first) {
    this.surface = surface;
    this.key = key;
    this.words = words;
    this.numbers = numbers;
    this.fitness = fitness;
    this.first = first;
    long all = 0;
    for (int number : numbers) {
      all |= 1L << number;
    }
    this.bits = all;
  }

  /** Whether a candidate's words are part of this one's. */
  boolean holds(Candidate other) {
    return spaced().contains(other.spaced());
  }

  /** Its words with a space around each, as parts of phrases are looked for. */
  private String spaced() {
    String known = spaced;
    if (known == null) {
      StringJoiner all = new StringJoiner(" ", " ", " ");
      for (Term word : words) {
        all.add(word.text);
      }
      known = all.toString();
      spaced = known;
    }
    return known;
  }

  /** Whether every word of it begins with a capital: a name, or a heading. */
  boolean isCapitalized() {
    boolean begins = true;
    for (int i = 0; i < surface.length(); i++) {
      char c = surface.charAt(i);
      if (begins && Character.isLetter(c) && !Character.isUpperCase(c)) {
        return false;
      }
      begins = c == ' ';
    }
    return true;
  }
}
