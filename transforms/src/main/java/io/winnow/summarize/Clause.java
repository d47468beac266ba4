package io.winnow.summarize;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts what has no shorter sentence. */
final class Clause {
  private static final String ENDS = "。！？；，、：!?;,:\n";

  private Clause() {}

  /**
   * The longest beginning of the text with at most {@code max} code points that ends with a clause,
   * else with a word, else anywhere; without the mark it ends with, if that is no full stop.
   */
  static String head(String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    int limit = text.offsetByCodePoints(0, max);
    int end = lastClause(text, limit);
    if (end <= limit / 3) {
      end = lastWord(text, limit);
    }
    while (end > 1 && "；，、：;,: \n\t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static int lastClause(String text, int limit) {
    for (int at = limit; at > 0; at--) {
      char c = text.charAt(at - 1);
      boolean narrow = c < 0x80 && c != '\n';
      if (ENDS.indexOf(c) >= 0 && (!narrow || Character.isWhitespace(text.charAt(at)))) {
        return at;
      }
    }
    return 0;
  }

  private static int lastWord(String text, int limit) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text.substring(0, Math.min(text.length(), limit + 100)));
    int end = words.isBoundary(limit) ? limit : words.preceding(limit);
    return end <= 0 ? limit : end;
  }
}
