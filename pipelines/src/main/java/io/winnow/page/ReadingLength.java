package io.winnow.page;

import io.winnow.text.CharKinds;

/**
 * How much there is to read, for scripts with and without spaces alike.
 *
 * @param characters characters of scripts written without spaces
 * @param words words of all others: runs of letters and digits
 */
record ReadingLength(long characters, long words) {
  static final ReadingLength NONE = new ReadingLength(0, 0);

  /** Chinese characters a minute. */
  static final int CHARACTERS_A_MINUTE = 400;

  /** English words a minute. */
  static final int WORDS_A_MINUTE = 230;

  static ReadingLength of(String text) {
    long characters = 0;
    long words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int kind = CharKinds.ofCodePoint(codePoint);
      boolean cjk = (kind & CharKinds.CJK) != 0;
      boolean letter = !cjk && (kind & CharKinds.WORD) != 0;
      if (cjk) {
        characters++;
      } else if (letter && !inWord) {
        words++;
      }
      inWord = letter || (inWord && isInsideWord(codePoint));
    }
    return new ReadingLength(characters, words);
  }

  ReadingLength plus(ReadingLength other) {
    return new ReadingLength(characters + other.characters, words + other.words);
  }

  /** Minutes to read it, at least 1. */
  long minutes() {
    return Math.max(1, Math.round(seconds() / 60.0));
  }

  long seconds() {
    return Math.round(60.0 * characters / CHARACTERS_A_MINUTE + 60.0 * words / WORDS_A_MINUTE);
  }

  /** Its share of a page on which only one script has {@code characters} or {@code words}. */
  double shareOf(long maxCharacters, long maxWords) {
    return (double) characters / maxCharacters + (double) words / maxWords;
  }

  private static boolean isInsideWord(int codePoint) {
    return switch (codePoint) {
      case '\'', '’', '-', '_', '.', ',' -> true;
      default -> Character.getType(codePoint) == Character.NON_SPACING_MARK;
    };
  }
}
