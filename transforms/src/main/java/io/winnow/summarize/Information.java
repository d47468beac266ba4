package io.winnow.summarize;

import io.winnow.text.Scripts;
import java.util.regex.Pattern;

/** How concrete a sentence is: numbers, names, and words that announce a finding. */
final class Information {
  private static final int NUMBERS = 2;
  private static final int NAMES = 3;
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d(?<![\\p{L}\\d]\\d)[\\d,.]{0,20}|[一二三四五六七八九十百千万亿两]{1,6}(?=[个倍年月成美元人次款条名篇])");

  private static final Pattern MEASURE =
      Pattern.compile(
          "\\d[\\d,.]{0,12} ?(?:[%％倍×x万亿]|[百千]万|ms\\b|fps\\b|[kmgt]b\\b|[kmb]\\b|美元|人|天|小时|分钟|秒|percent\\b"
              + "|times\\b|million\\b|billion\\b|hours?\\b|minutes?\\b|days?\\b|users\\b|people\\b)",
          Pattern.CASE_INSENSITIVE);

  private Information() {}

  /** 0 to 1. */
  static double of(String sentence, Wordings wordings) {
    double numbers = NUMBER.matcher(sentence).results().limit(NUMBERS).count();
    double names = Math.min(NAMES, names(sentence));
    double cues = wordings.has(wordings.phrases().cue()) ? 1 : 0;
    return (numbers / NUMBERS + names / NAMES + cues) / 3;
  }

  /** Whether it has words that announce a finding. */
  static boolean isCued(String sentence) {
    Wordings wordings = Wordings.of(sentence);
    return wordings.has(wordings.phrases().cue());
  }

  /** Whether it says how much. */
  static boolean isMeasured(String sentence) {
    return MEASURE.matcher(sentence).find();
  }

  /** Whether it tells what was so before, of the teller, or that something will be told. */
  static boolean isBackground(String sentence) {
    Wordings wordings = Wordings.of(sentence);
    return wordings.has(wordings.phrases().background());
  }

  /** Whether it has numbers and names enough to tell more than what it is about. */
  static boolean isRich(String sentence) {
    return NUMBER.matcher(sentence).find() && names(sentence) >= NAMES;
  }

  /** Whether it has the name of somebody or something. */
  static boolean isNamed(String sentence) {
    return names(sentence) > 0;
  }

  /** Whether it has a number or the name of somebody or something. */
  static boolean isConcrete(String sentence) {
    return NUMBER.matcher(sentence).find() || names(sentence) > 0;
  }

  /**
   * Words with a capital that do not begin the sentence; in a script without capitals, Latin words
   * and titles of works.
   */
  private static int names(String sentence) {
    int start = Wording.opening(sentence);
    boolean dense = Scripts.cjkShare(sentence) > 0.3;
    boolean inWord = false;
    int names = 0;
    for (int i = start; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      boolean letter = Character.isLetterOrDigit(c) && !Scripts.isCjk(c);
      boolean begins = letter && !inWord && Character.isLetter(c);
      boolean name = dense ? begins : begins && i > start && Character.isUpperCase(c);
      if (c == '《' || name && !isFirstPerson(sentence, i)) {
        names++;
      }
      inWord = letter || inWord && "'’-".indexOf(c) >= 0;
    }
    return names;
  }

  private static boolean isFirstPerson(String sentence, int at) {
    return sentence.charAt(at) == 'I'
        && (at + 1 == sentence.length() || !Character.isLetter(sentence.charAt(at + 1)));
  }
}
