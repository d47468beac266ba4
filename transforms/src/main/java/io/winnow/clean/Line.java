package io.winnow.clean;

/**
 * One line of a text on its way through the layers.
 *
 * @param form what it is
 * @param text its cleaned text so far, with its Markdown marker ({@code ##}, {@code -}, {@code >},
 *     {@code |}); empty only inside code
 * @param from UTF-16 offset in the raw piece at which it begins
 * @param to UTF-16 offset after its end
 * @param glued whether it follows the line before without a blank line: the next item of a list,
 *     row of a table, line of code, or a hard line break
 */
record Line(Form form, String text, int from, int to, boolean glued) {

  /** What a line is. Layers change words in {@link #PROSE} and its kin, never in {@link #CODE}. */
  enum Form {
    PROSE,
    HEADING,
    LIST,
    QUOTE,
    TABLE,
    CODE
  }

  Line withText(String text) {
    return new Line(form, text, from, to, glued);
  }

  Line withGlued(boolean glued) {
    return new Line(form, text, from, to, glued);
  }

  boolean is(Form form) {
    return this.form == form;
  }

  /** The words without the marker of a heading, list item or quote. */
  String words() {
    return switch (form) {
      case HEADING, LIST, QUOTE -> text.substring(markerEnd());
      default -> text;
    };
  }

  /** The same line with other words behind its marker. */
  Line withWords(String words) {
    return withText(text.substring(0, text.length() - words().length()) + words);
  }

  /** This line, and {@code next} as the rest of its paragraph. */
  Line joined(Line next, String seam) {
    return new Line(form, text + seam + next.words(), from, next.to, glued);
  }

  private int markerEnd() {
    int at = 0;
    int end = text.length();
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    int marker = at;
    while (at < end && (isMarker(text.charAt(at)))) {
      at++;
    }
    if (at == marker) {
      while (at < end && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at > marker && at < end && (text.charAt(at) == '.' || text.charAt(at) == ')')) {
        at++;
      } else {
        return marker;
      }
    }
    if (at < end && text.charAt(at) != ' ' && form != Form.QUOTE) {
      return marker;
    }
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean isMarker(char c) {
    return switch (form) {
      case HEADING -> c == '#';
      case QUOTE -> c == '>' || c == ' ';
      default -> c == '-' || c == '*' || c == '+';
    };
  }
}
