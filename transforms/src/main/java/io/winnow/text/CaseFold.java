package io.winnow.text;

/** Makes of characters that a pattern without case takes for one another the same. */
final class CaseFold {
  private static final int SIZE = 1 << 16;
  private static final char[] FOLDED = new char[SIZE];

  static {
    for (int c = 0; c < SIZE; c++) {
      FOLDED[c] = Character.toLowerCase(Character.toUpperCase((char) c));
    }
  }

  private CaseFold() {}

  static char of(char c) {
    return FOLDED[c];
  }

  static void fold(char[] chars, int length) {
    char[] folded = FOLDED;
    for (int i = 0; i < length; i++) {
      chars[i] = folded[chars[i]];
    }
  }
}
