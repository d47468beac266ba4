package io.winnow.tag;

import io.winnow.text.Folding;

/**
 * A text folded unit by unit for matching, so that positions stay those of the original: half
 * width, lower case, simplified; white space, hyphens and underscores are spaces.
 */
final class FoldedText {
  private final char[] chars;

  private FoldedText(char[] chars) {
    this.chars = chars;
  }

  static FoldedText of(String text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = fold(text.charAt(i));
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
    if (from > 0 && isWord(chars[from]) && isWord(chars[from - 1])) {
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

  private static boolean isWord(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
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
