package io.winnow.tag;

import io.winnow.text.Folding;

/**
 * A text folded unit by unit for matching, so that positions stay those of the original: half
 * width, lower case, simplified; white space, hyphens and underscores are spaces.
 */
final class FoldedText {
  /** What each character is folded to. */
  private static final char[] FOLDED = folded();

  /** Characters below are letters and digits of scripts with spaces, or none. */
  private static final int SPACED = 0x2E80;

  private static final boolean[] WORD = words();

  private final char[] chars;

  private FoldedText(char[] chars) {
    this.chars = chars;
  }

  static FoldedText of(String text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = FOLDED[text.charAt(i)];
    }
    return new FoldedText(chars);
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return chars.length;
  }

  /** Whether {@code [from, to)} is not part of a longer Latin word or number, plurals aside. */
  boolean isWhole(int from, int to) {
    if (!mayBegin(from)) {
      return false;
    }
    if (to >= chars.length || !isWord(chars[to - 1]) || !isWord(chars[to])) {
      return true;
    }
    return chars[to] == 's'
        && to - from > 2
        && Character.isLetter(chars[to - 1])
        && (to + 1 == chars.length || !isWord(chars[to + 1]));
  }

  /** Whether a place is not inside a Latin word or number. */
  boolean mayBegin(int from) {
    return from == 0 || !isWord(chars[from]) || !isWord(chars[from - 1]);
  }

  private static boolean isWord(char c) {
    return c < SPACED && WORD[c];
  }

  private static boolean[] words() {
    boolean[] words = new boolean[SPACED];
    for (int c = 0; c < SPACED; c++) {
      words[c] = Character.isLetterOrDigit(c);
    }
    return words;
  }

  private static char[] folded() {
    char[] folded = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = fold((char) c);
    }
    return folded;
  }

  private static char fold(char c) {
    if (c >= 0x4E00) {
      if (c >= 0xFF01 && c <= 0xFF5E) {
        return Character.toLowerCase((char) (c - 0xFEE0));
      }
      return (char) Folding.simplify(c);
    }
    return switch (c) {
      case '-', '_', '\u2010', '\u2011', '\u3000', '\u00A0' -> ' ';
      default -> Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
    };
  }

  @Override
  public String toString() {
    return new String(chars);
  }
}
