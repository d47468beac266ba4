package io.winnow.clean;

import io.winnow.text.Scripts;

/**
 * Makes the width of punctuation between Han characters uniform where an article all but always
 * writes it wide: the few narrow marks are slips of OCR or typing. An article that writes narrow
 * marks throughout keeps them.
 */
final class PunctuationWidth {
  private static final String NARROW = ",;:?!";
  private static final String WIDE = "，；：？！";

  /** Share of wide marks from which the narrow rest is a slip. */
  private static final double UNIFORM = 0.9;

  private static final int MIN_WIDE = 10;

  private PunctuationWidth() {}

  static Manuscript unify(Manuscript text) {
    int wide = 0;
    int narrow = 0;
    for (Line line : text.lines()) {
      if (!line.is(Line.Form.CODE)) {
        for (int i = 0; i < line.text().length(); i++) {
          wide += WIDE.indexOf(line.text().charAt(i)) >= 0 ? 1 : 0;
          narrow += isNarrowSlip(line.text(), i) ? 1 : 0;
        }
      }
    }
    if (narrow == 0 || wide < MIN_WIDE || wide < UNIFORM * (wide + narrow)) {
      return text;
    }
    return text.map(
        line ->
            line.is(Line.Form.CODE)
                ? line
                : line.withText(CodeSpans.outside(line.text(), PunctuationWidth::widen)));
  }

  private static String widen(String line) {
    StringBuilder out = new StringBuilder(line);
    for (int i = 0; i < line.length(); i++) {
      if (isNarrowSlip(line, i)) {
        out.setCharAt(i, WIDE.charAt(NARROW.indexOf(line.charAt(i))));
      }
    }
    return out.toString();
  }

  private static boolean isNarrowSlip(String line, int i) {
    return i > 0
        && NARROW.indexOf(line.charAt(i)) >= 0
        && Scripts.isHan(line.charAt(i - 1))
        && (i + 1 == line.length() || Scripts.isHan(line.charAt(i + 1)));
  }
}
