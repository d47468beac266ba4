package io.winnow.summarize;

import java.util.regex.Pattern;

/** How concrete a sentence is: numbers, names, and words that announce a finding. */
final class Information {
  private static final int NUMBERS = 2;
  private static final int NAMES = 3;
  private static final Pattern MEASURE =
      Pattern.compile(
          "\\d[\\d,.]{0,12} ?(?:[%％倍×x万亿]|[百千]万|ms\\b|fps\\b|[kmgt]b\\b|[kmb]\\b|美元|人|天|小时|分钟|秒|percent\\b"
              + "|times\\b|million\\b|billion\\b|hours?\\b|minutes?\\b|days?\\b|users\\b|people\\b)",
          Pattern.CASE_INSENSITIVE);

  private Information() {}

  /** 0 to 1. */
  static double of(Wordings sentence) {
    double numbers = Numbers.count(sentence.shape().sentence(), NUMBERS);
    double names = Math.min(NAMES, sentence.names());
    double cues = isCued(sentence) ? 1 : 0;
    return (numbers / NUMBERS + names / NAMES + cues) / 3;
  }

  /** Whether it has words that announce a finding. */
  static boolean isCued(Wordings sentence) {
    return sentence.has(Manner.CUE);
  }

  /** Whether it says how much. */
  static boolean isMeasured(Wordings sentence) {
    Shape shape = sentence.shape();
    return shape.has(Shape.DIGIT) && MEASURE.matcher(shape.sentence()).find();
  }

  /** Whether it tells what was so before, of the teller, or that something will be told. */
  static boolean isBackground(Wordings sentence) {
    return sentence.has(Manner.BACKGROUND);
  }

  /** Whether it has numbers and names enough to tell more than what it is about. */
  static boolean isRich(Wordings sentence) {
    return sentence.names() >= NAMES && Numbers.count(sentence.shape().sentence(), 1) > 0;
  }

  /** Whether it has the name of somebody or something. */
  static boolean isNamed(Wordings sentence) {
    return sentence.names() > 0;
  }

  /** Whether it has a number or the name of somebody or something. */
  static boolean isConcrete(Wordings sentence) {
    return sentence.names() > 0 || Numbers.count(sentence.shape().sentence(), 1) > 0;
  }
}
