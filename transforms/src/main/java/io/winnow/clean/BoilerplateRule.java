package io.winnow.clean;

import io.winnow.text.AnyOf;
import io.winnow.text.NormalForms;
import io.winnow.text.Sieve;
import java.io.Serializable;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * One class of lines that belong to the page and not to the article.
 *
 * @param name what {@code dropped_spans.rule} says
 * @param where the part of the article it looks at
 * @param extent how much of a line, or of what follows, must speak for it
 * @param match found in a line, one of these makes it a hit
 * @param unless found in the same line, one of these keeps it
 * @param leadIn lines that match one of these directly before a hit belong to it
 * @param frame most lines between two hits that belong to them, whatever they say
 * @param maxChars longest line, in UTF-16 units, that is looked at
 */
record BoilerplateRule(
    String name,
    Where where,
    Extent extent,
    AnyOf match,
    AnyOf unless,
    AnyOf leadIn,
    int frame,
    int maxChars)
    implements Serializable {

  /** Parts of an article. */
  enum Where {
    HEAD,
    TAIL,
    EDGES,
    ANYWHERE
  }

  /** What a hit drops. */
  enum Extent {
    /**
     * The line, when the sentences with a match are at least half of it; never one that ends in a
     * colon, for it leads to more.
     */
    SENTENCE,
    /** The line, wherever in it the match is. */
    LINE,
    /** The line, when the match is all of it. */
    WHOLE,
    /** A heading that matches as a whole, and everything up to the next heading. */
    SECTION
  }

  /** The form of a line that patterns are written for: NFKC, straight apostrophes. */
  static String folded(String line) {
    return NormalForms.nfkc(line).replace('’', '\'').strip();
  }

  /**
   * Whether the rule drops a line; {@code folded} as by {@link #folded}.
   *
   * @param may the patterns that may be in it
   */
  boolean hits(String folded, Sieve.Found may) {
    return folded.length() <= maxChars && matches(folded, may) && !unless.isIn(folded, may);
  }

  private boolean matches(String folded, Sieve.Found may) {
    return switch (extent) {
      case LINE -> match.isIn(folded, may);
      case WHOLE, SECTION -> match.isAllOf(folded, may);
      case SENTENCE -> {
        if (folded.endsWith(":") || !match.isIn(folded, may)) {
          yield false;
        }
        int matched = matched(folded, may);
        yield matched > 0 && 2 * matched >= folded.length();
      }
    };
  }

  /** Whether a line may belong to the hit after it. */
  boolean leadsIn(String folded, Sieve.Found may) {
    return folded.length() <= maxChars && leadIn.isIn(folded, may);
  }

  /** UTF-16 units of the sentences that hold a match. */
  private int matched(String line, Sieve.Found may) {
    boolean[] hit = new boolean[line.length()];
    return match.mark(line, may, hit) ? chars(line, hit) : 0;
  }

  private static int chars(String line, boolean[] hit) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(line);
    int chars = 0;
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
      for (int i = from; i < to; i++) {
        if (hit[i]) {
          chars += to - from;
          break;
        }
      }
    }
    return chars;
  }
}
