package io.winnow.read;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Tells how much decoded words look like words of a language, from 0 to 1. Bytes decoded in a wrong
 * charset give rare characters, mixed scripts, capitals inside words, and code points nobody
 * writes.
 */
final class Plausibility {
  private static final double RARE_HAN = 0.15;
  private static final double RARE_HANGUL = 0.3;
  private static final double LETTER_AMONG_OTHERS = 0.5;
  private static final double ALL_CAPITALS = 0.8;

  /** A word of one letter, unless it is a small Latin one: à, é, ó. */
  private static final double LONE_LETTER = 0.4;

  private static final double ODD = 0.1;
  private static final double DASH_IN_LETTERS = 0.8;
  private static final double USUAL_SIGN = 0.9;
  private static final double ODD_AT_A_LETTER = 0.1;
  private static final double IMPOSSIBLE = -3;

  /** Chinese and Korean charsets have kana too, but hardly a text in them does. */
  private static final double FOREIGN_KANA = 0.7;

  private final double kana;
  private final List<LetterPairs> languages;
  private final double[] letterSums;
  private double sum;
  private int count;

  private Plausibility(Encoding encoding) {
    this.kana = encoding.isJapanese() ? 1 : FOREIGN_KANA;
    this.languages = Encoding.MULTI_BYTE.contains(encoding) ? List.of() : LetterPairs.in(encoding);
    this.letterSums = new double[languages.size()];
  }

  /**
   * The mean over all characters beyond ASCII; 0 where there are none. Letters count as in the
   * language that has most of them.
   */
  static double of(Encoding encoding, byte[] words) {
    return of(encoding, encoding.plain(words, 0, words.length));
  }

  private static double of(Encoding encoding, String text) {
    Plausibility plausibility = new Plausibility(encoding);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(' ', start);
      end = end < 0 ? text.length() : end;
      plausibility.word(text.substring(start, end).codePoints().toArray());
      start = end + 1;
    }
    return plausibility.mean();
  }

  private double mean() {
    double letters = 0;
    for (double sum : letterSums) {
      letters = Math.max(letters, sum);
    }
    return count == 0 ? 0 : Math.min(1, Math.max(0, (sum + letters) / count));
  }

  /** The encoding that makes the words most plausible; the earlier one of equals. */
  static Encoding best(List<Encoding> candidates, byte[] words) {
    Encoding best = candidates.get(0);
    double bestScore = -1;
    for (Encoding candidate : candidates) {
      double score = of(candidate, words);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private void word(int[] word) {
    int start = 0;
    while (start < word.length) {
      int end = start;
      while (end < word.length && isAlphabetic(word[end])) {
        end++;
      }
      if (end > start) {
        letters(word, start, end);
        start = end;
      } else {
        if (word[start] >= 0x80) {
          add(single(word, start));
        }
        start++;
      }
    }
  }

  private void add(double score) {
    sum += score;
    count++;
  }

  /** Letters of scripts with words: they must fit each other. */
  private void letters(int[] word, int start, int end) {
    boolean mixed = false;
    boolean capitalInside = false;
    int capitals = 0;
    for (int i = start; i < end; i++) {
      capitals += Character.isUpperCase(word[i]) ? 1 : 0;
      if (i > start) {
        mixed |= isLatin(word[i]) != isLatin(word[i - 1]);
        capitalInside |= Character.isUpperCase(word[i]) && Character.isLowerCase(word[i - 1]);
      }
    }
    int length = end - start;
    boolean touchesHan =
        (start > 0 && word[start - 1] >= 0x2E80) || (end < word.length && word[end] >= 0x2E80);
    boolean odd = mixed || capitalInside || touchesHan;
    boolean lone = length == 1 && (capitals == 1 || !isLatin(word[start]));
    double weight = lone ? LONE_LETTER : capitals == length ? ALL_CAPITALS : 1;
    for (int i = start; i < end; i++) {
      if (word[i] < 0x80) {
        continue;
      }
      if (odd || languages.isEmpty()) {
        add(odd ? ODD : LETTER_AMONG_OTHERS * weight);
        continue;
      }
      int before = i > start ? word[i - 1] : 0;
      int after = i + 1 < end ? word[i + 1] : 0;
      count++;
      for (int n = 0; n < letterSums.length; n++) {
        letterSums[n] += weight * languages.get(n).fit(before, word[i], after);
      }
    }
  }

  /** A character that stands for itself. */
  private double single(int[] word, int at) {
    int c = word[at];
    if (isImpossible(c)) {
      return IMPOSSIBLE;
    }
    boolean inLetters =
        at > 0 && at + 1 < word.length && isAlphabetic(word[at - 1]) && isAlphabetic(word[at + 1]);
    return switch (UnicodeScript.of(c)) {
      case HAN ->
          inLetters && word[at - 1] < 0x80 && word[at + 1] < 0x80
              ? 0
              : FrequentCharacters.contains(c) ? 1 : RARE_HAN;
      case HANGUL ->
          inLetters && word[at - 1] < 0x80 && word[at + 1] < 0x80
              ? 0
              : FrequentCharacters.contains(c) ? 1 : RARE_HANGUL;
      case HIRAGANA -> kana;
      case KATAKANA -> isHalfWidthKana(c) ? 0.2 : kana;
      default -> {
        if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60) || c == 0x30FC) {
          yield 1;
        }
        if (c == 0x2019 || c == 0xB7 || c == 0xAD || c == 0xA0) {
          yield 1;
        }
        if (isOddAtALetter(c) && at > 0 && isAlphabetic(word[at - 1])) {
          yield ODD_AT_A_LETTER;
        }
        boolean ordinary = (c >= 0x2010 && c <= 0x2026) || c == 0xA0 || c == 0xAB || c == 0xBB;
        yield inLetters
            ? (isDash(c) ? DASH_IN_LETTERS : 0)
            : ordinary ? 1 : isUsualSign(c) ? USUAL_SIGN : 0.5;
      }
    };
  }

  /** Signs that stand for a letter in another charset, and hardly ever right after one. */
  private static boolean isOddAtALetter(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL,
          Character.OTHER_NUMBER,
          Character.MODIFIER_SYMBOL,
          Character.CURRENCY_SYMBOL ->
          true;
      default -> c == 0xA6 || c == 0xB6 || c == 0xA1 || c == 0xBF;
    };
  }

  /** Signs that ordinary pages have, apart from letters. */
  private static boolean isUsualSign(int c) {
    return c == 0xA9 || c == 0xAE || c == 0xA7 || c == 0xB0 || c == 0x20AC || c == 0x2122;
  }

  /** What may join words without a space. */
  private static boolean isDash(int c) {
    return c == 0x2013 || c == 0x2014 || c == 0x2026;
  }

  private static boolean isImpossible(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE, Character.CONTROL ->
          true;
      default -> c == 0xFFFD;
    };
  }

  private static boolean isHalfWidthKana(int c) {
    return c >= 0xFF61 && c <= 0xFF9F;
  }

  private static boolean isLatin(int c) {
    return c < 0x250 || UnicodeScript.of(c) == UnicodeScript.LATIN;
  }

  /** A letter, or mark on one, of a script that puts several into a word. */
  private static boolean isAlphabetic(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return c < 0x1100
        && c != 0xAA
        && c != 0xBA
        && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
