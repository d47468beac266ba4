package io.winnow.tag.keyword;

import java.util.List;

/** A phrase that may be a keyword, and how the text uses it. */
final class Candidate {
  final String surface;

  /** Its words, folded. */
  final List<String> words;

  final double fitness;

  /** Words of the text before its first use. */
  final int first;

  /** Its words with a space around each, as parts of phrases are looked for. */
  final String spaced;

  /** Uses, those inside a longer phrase among them. */
  int count;

  /** Uses of its own. */
  int whole;

  /** Uses inside the longer candidate that holds it most often. */
  int nested;

  boolean inTitle;

  Candidate(String surface, List<String> words, double fitness, int first) {
    this.surface = surface;
    this.words = words;
    this.fitness = fitness;
    this.first = first;
    this.spaced = " " + String.join(" ", words) + " ";
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
