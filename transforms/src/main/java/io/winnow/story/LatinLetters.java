package io.winnow.story;

/** Tells Latin letters and digits, and where runs of them begin and end. */
final class LatinLetters {
  private static final byte READ = 1;
  private static final byte LETTER = 2;
  private static final byte DIGIT = 4;

  /** Of each character what is known of it; 0 before somebody asked. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  private LatinLetters() {}

  /** Where the next run begins; the end of the text where there is none. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length() && kind(text, at) == READ) {
      at++;
    }
    return at;
  }

  /** Where a run ends that begins at a place; the place itself where none does. */
  static int end(String text, int from) {
    return end(text, from, LETTER | DIGIT);
  }

  /** Where a run of letters alone ends. */
  static int endOfLetters(String text, int from) {
    return end(text, from, LETTER);
  }

  private static int end(String text, int from, int kinds) {
    int at = from;
    while (at < text.length() && (kind(text, at) & kinds) != 0) {
      at += Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
    }
    return at;
  }

  /** A low surrogate belongs to the high one before it. */
  private static byte kind(String text, int at) {
    char c = text.charAt(at);
    if (Character.isSurrogate(c)) {
      return Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))
          ? READ
          : read(text.codePointAt(at));
    }
    byte known = KINDS[c];
    if (known == 0) {
      known = read(c);
      KINDS[c] = known;
    }
    return known;
  }

  private static byte read(int c) {
    boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    return (byte) (READ | (latin ? LETTER : 0) | (Character.isDigit(c) ? DIGIT : 0));
  }
}
