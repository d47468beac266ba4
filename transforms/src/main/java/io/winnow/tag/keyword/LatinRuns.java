package io.winnow.tag.keyword;

/**
 * Finds words in Latin letters and numbers amid Chinese: with marks inside them, and one space
 * between them.
 */
final class LatinRuns {
  private static final byte READ = 1;
  private static final byte FIRST = 2;
  private static final byte NUMBER = 4;

  /** Of each character what is known of it; 0 before somebody asked. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  private static final String INSIDE = ".+#/&'’_-";

  private LatinRuns() {}

  /** Where the next one begins; {@code to} where there is none. */
  static int start(char[] text, int from, int to) {
    int at = from;
    while (at < to && (kind(text, at, to) & FIRST) == 0) {
      at++;
    }
    return at;
  }

  /** Where one ends. */
  static int end(char[] text, int start, int to) {
    int at = wordEnd(text, start, to);
    while (at + 1 < to && text[at] == ' ' && (kind(text, at + 1, to) & FIRST) != 0) {
      at = wordEnd(text, at + 1, to);
    }
    return at;
  }

  private static int wordEnd(char[] text, int start, int to) {
    int at = start;
    while (at < to
        && ((kind(text, at, to) & FIRST) != 0 || at > start && INSIDE.indexOf(text[at]) >= 0)) {
      at += Character.charCount(Character.codePointAt(text, at, to));
    }
    return at;
  }

  /** Whether it is made of digits and what stands between them. */
  static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      if (".,%+/: -".indexOf(c) < 0 && (kind(c) & NUMBER) == 0) {
        return false;
      }
      i += Character.charCount(c);
    }
    return !word.isEmpty();
  }

  private static byte kind(char[] text, int at, int to) {
    return kind(
        Character.isHighSurrogate(text[at]) ? Character.codePointAt(text, at, to) : text[at]);
  }

  private static byte kind(int c) {
    if (c > Character.MAX_VALUE) {
      return read(c);
    }
    byte known = KINDS[c];
    if (known == 0) {
      known = read(c);
      KINDS[c] = known;
    }
    return known;
  }

  private static byte read(int c) {
    boolean number =
        switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
    boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    return (byte) (READ | (number ? NUMBER | FIRST : 0) | (latin ? FIRST : 0));
  }
}
