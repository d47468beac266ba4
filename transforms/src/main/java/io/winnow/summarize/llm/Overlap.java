package io.winnow.summarize.llm;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.HashSet;
import java.util.Set;

/**
 * Measures how much of an answer's wording its article has: what shares hardly a word is about
 * something else.
 */
final class Overlap {
  private static final double LEAST = 0.3;
  private static final int FEW = 5;
  private static final int STEM = 5;
  private static final int MIN_WORD = 4;

  private Overlap() {}

  static boolean isEnough(String answer, MaskedArticle article) {
    Set<String> said = units(answer);
    if (said.size() < FEW) {
      return true;
    }
    Set<String> known = units(article.title() + "\n" + article.text());
    return said.stream().filter(known::contains).count() >= LEAST * said.size();
  }

  /** Pairs of Han characters, and beginnings of longer words. */
  private static Set<String> units(String text) {
    Set<String> units = new HashSet<>();
    for (String word : Folding.words(text).split(" ")) {
      int[] letters = word.codePoints().toArray();
      int latin = 0;
      for (int i = 0; i < letters.length; i++) {
        if (Scripts.isCjk(letters[i])) {
          latin = 0;
          if (i > 0 && Scripts.isCjk(letters[i - 1])) {
            units.add(new String(letters, i - 1, 2));
          }
        } else if (++latin == MIN_WORD) {
          int from = i - MIN_WORD + 1;
          units.add(new String(letters, from, Math.min(STEM, end(letters, from) - from)));
        }
      }
    }
    return units;
  }

  private static int end(int[] letters, int from) {
    int end = from;
    while (end < letters.length && !Scripts.isCjk(letters[end])) {
      end++;
    }
    return end;
  }
}
