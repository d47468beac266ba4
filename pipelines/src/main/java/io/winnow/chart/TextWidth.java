package io.winnow.chart;

import java.util.List;

/** About how wide a text is, whatever fonts a reader has. */
final class TextWidth {
  /** Pixels of a letter's height. */
  static final int FONT = 12;

  private TextWidth() {}

  static double of(String text) {
    return text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  static double ofWidest(List<String> texts) {
    return texts.stream().mapToDouble(TextWidth::of).max().orElse(0);
  }

  /**
   * The text, or where it is wider its beginning and its end about an ellipsis: names of files
   * differ at their ends.
   */
  static String fit(String text, double width) {
    if (of(text) <= width) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    double left = width - of('…');
    int head = 0;
    int tail = letters.length;
    double headWidth = 0;
    while (head < tail && headWidth + of(letters[head]) <= left * 2 / 3) {
      headWidth += of(letters[head++]);
    }
    left -= headWidth;
    while (tail > head && of(letters[tail - 1]) <= left) {
      left -= of(letters[--tail]);
    }
    return new String(letters, 0, head) + "…" + new String(letters, tail, letters.length - tail);
  }

  /**
   * An em for ideographs and symbols, less for Latin letters: by groups of the usual sans-serif.
   */
  private static double of(int letter) {
    if (letter >= 0x2E80) {
      return FONT;
    }
    if (letter >= 0x2010) {
      return FONT * 0.8;
    }
    if ("iljtfrI.,:;'|!()[] -/\"".indexOf(letter) >= 0) {
      return FONT * 0.34;
    }
    if (letter == 'm' || letter == 'w' || letter == 'M' || letter == 'W' || letter == '@') {
      return FONT * 0.9;
    }
    return FONT * (Character.isUpperCase(letter) ? 0.66 : 0.55);
  }
}
