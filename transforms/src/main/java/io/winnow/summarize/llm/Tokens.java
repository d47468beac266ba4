package io.winnow.summarize.llm;

import io.winnow.text.Scripts;

/** Estimates tokens, rather too many than too few: what a model counts is known only afterwards. */
final class Tokens {
  private static final double PER_DENSE_CHAR = 1.5;
  private static final double PER_CHAR = 0.4;

  /** What messages cost beside their text. */
  static final int OVERHEAD = 20;

  private Tokens() {}

  /** Tokens of the first {@code max} code points. */
  static int of(String text, int max) {
    int dense = 0;
    int other = 0;
    for (int i = 0; i < text.length() && dense + other < max; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint >= 0x2E80 || Scripts.isCjk(codePoint)) {
        dense++;
      } else {
        other++;
      }
    }
    return (int) Math.ceil(dense * PER_DENSE_CHAR + other * PER_CHAR);
  }

  static int of(String text) {
    return of(text, Integer.MAX_VALUE);
  }
}
