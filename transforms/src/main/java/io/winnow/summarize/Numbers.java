package io.winnow.summarize;

import io.winnow.text.CharKinds;

/**
 * Finds the numbers of a sentence: digits that do not belong to a word, and Chinese numerals before
 * a measure word.
 */
final class Numbers {
  private static final String NUMERALS = "一二三四五六七八九十百千万亿两";
  private static final String MEASURES = "个倍年月成美元人次款条名篇";
  private static final int MAX_NUMERALS = 6;
  private static final int MAX_TAIL = 20;

  private Numbers() {}

  /** How many there are; {@code most} if there are more. */
  static int count(String sentence, int most) {
    int count = 0;
    for (int i = 0; i < sentence.length() && count < most; i++) {
      char c = sentence.charAt(i);
      if (isDigit(c)) {
        if (i == 0 || !isDigit(sentence.charAt(i - 1)) && !isLetter(sentence.charAt(i - 1))) {
          count++;
          i = tailEnd(sentence, i + 1) - 1;
        }
      } else if (c >= 0x4E00 && NUMERALS.indexOf(c) >= 0) {
        int end = i + 1;
        while (end < sentence.length()
            && end - i <= MAX_NUMERALS
            && NUMERALS.indexOf(sentence.charAt(end)) >= 0) {
          end++;
        }
        if (end - i <= MAX_NUMERALS
            && end < sentence.length()
            && MEASURES.indexOf(sentence.charAt(end)) >= 0) {
          count++;
          i = end - 1;
        }
      }
    }
    return count;
  }

  private static int tailEnd(String sentence, int from) {
    int end = from;
    while (end < sentence.length() && end - from < MAX_TAIL) {
      char c = sentence.charAt(end);
      if (!isDigit(c) && c != ',' && c != '.') {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return CharKinds.is(c, CharKinds.LETTER);
  }
}
