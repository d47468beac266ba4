package io.winnow.tag.section;

import io.winnow.text.Scripts;

/**
 * Counts how a cleaned text is built, in coarse steps: how long it is, in how many paragraphs, with
 * what Markdown, how much of it is digits or Latin, how much it asks. A tweet is no paper.
 */
final class TextShape {
  private static final int STEP = 1000;

  private static final String ASKS = "?\uFF1F";

  private TextShape() {}

  static void count(String text, FeatureCounts counts) {
    int paragraphs = 1;
    int code = 0;
    int listed = 0;
    int quoted = 0;
    int headings = 0;
    int lines = 0;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (end == at) {
        paragraphs++;
      } else {
        lines++;
        code += text.startsWith("```", at) ? 1 : 0;
        listed += text.startsWith("- ", at) || text.startsWith("* ", at) ? 1 : 0;
        quoted += text.startsWith("> ", at) ? 1 : 0;
        headings += text.charAt(at) == '#' ? 1 : 0;
      }
      at = end + 1;
    }
    around(0, magnitude(text.length()), counts);
    around(1, magnitude(paragraphs), counts);
    share(2, code, lines, counts);
    share(3, listed, lines, counts);
    share(4, quoted, lines, counts);
    share(5, headings, lines, counts);
    characters(text, counts);
  }

  private static void characters(String text, FeatureCounts counts) {
    int digits = 0;
    int latin = 0;
    int unspaced = 0;
    int asks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Scripts.isCjk(c)) {
        unspaced++;
      } else if (Character.isDigit(c)) {
        digits++;
      } else if (Character.isLetter(c)) {
        latin++;
      } else if (ASKS.indexOf(c) >= 0) {
        asks++;
      }
    }
    int all = digits + latin + unspaced + 1;
    add(6, (int) (20L * digits / all), counts);
    add(7, (int) (10L * latin / all), counts);
    add(8, magnitude(asks), counts);
  }

  /** Steps of a factor of e^0.5. */
  private static int magnitude(int number) {
    return (int) (2 * StrictMath.log(number + 1.0));
  }

  /** A step and its neighbours, so that what is almost as long is alike. */
  private static void around(int what, int step, FeatureCounts counts) {
    for (int near = step - 1; near <= step + 1; near++) {
      add(what, near, counts);
    }
  }

  private static void share(int what, int some, int all, FeatureCounts counts) {
    if (some > 0) {
      add(what, 1, counts);
      if (2 * some > all) {
        add(what, 2, counts);
      }
    }
  }

  private static void add(int what, int step, FeatureCounts counts) {
    counts.add(what * STEP + step, FeatureGroup.SHAPE);
  }
}
