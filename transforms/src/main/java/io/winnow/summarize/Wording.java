package io.winnow.summarize;

import io.winnow.text.Scripts;

/** The form of a sentence: how it begins and ends, and what it is made of. */
final class Wording {
  private static final String OPENERS = "“‘「『（(《〈【[\"'*_`#> ";
  private static final String CLOSERS = "”’」』）)》〉】]\"'*_` ";

  /** Columns of the longest name or title in quotation marks. */
  private static final int QUOTED_NAME = 30;

  private Wording() {}

  /** Index of the first character behind opening marks and emphasis. */
  static int opening(String sentence) {
    int at = 0;
    while (at < sentence.length() && OPENERS.indexOf(sentence.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** The last character before closing marks and emphasis; a blank if there is none. */
  static char last(String sentence) {
    int at = sentence.length();
    while (at > 0 && CLOSERS.indexOf(sentence.charAt(at - 1)) >= 0) {
      at--;
    }
    return at == 0 ? ' ' : sentence.charAt(at - 1);
  }

  static boolean endsInStop(String sentence) {
    return "。！？!?.…；;．".indexOf(last(sentence)) >= 0;
  }

  /** Whether it begins with words in quotation marks, of more than a name's length. */
  static boolean isQuoted(String sentence) {
    if (sentence.isEmpty() || "“\"「".indexOf(sentence.charAt(0)) < 0) {
      return false;
    }
    int close = 1;
    while (close < sentence.length() && "”\"」".indexOf(sentence.charAt(close)) < 0) {
      close++;
    }
    return width(sentence.substring(0, close)) > QUOTED_NAME;
  }

  static boolean isQuestion(String sentence) {
    return "？?".indexOf(last(sentence)) >= 0;
  }

  /** Length in half widths: what a sentence takes on a page in either script. */
  static int width(String sentence) {
    return sentence.codePoints().map(c -> Scripts.isCjk(c) ? 2 : 1).sum();
  }

  /** Words, each character of a script without spaces counted as half of one. */
  static double words(String sentence) {
    double words = 0;
    boolean inWord = false;
    for (int i = 0; i < sentence.length(); ) {
      int codePoint = sentence.codePointAt(i);
      i += Character.charCount(codePoint);
      boolean dense = Scripts.isCjk(codePoint);
      boolean letter =
          !dense
              && (Character.isLetterOrDigit(codePoint) || inWord && "'’-".indexOf(codePoint) >= 0);
      words += dense ? 0.5 : letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words;
  }
}
