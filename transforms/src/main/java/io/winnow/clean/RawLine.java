package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a raw piece.
 *
 * @param text without its line end
 * @param from UTF-16 offset of its beginning
 * @param to UTF-16 offset after its end, the line end excluded
 */
record RawLine(String text, int from, int to) {

  /** The lines of {@code text}; LF, CRLF and lone CR end one. */
  static List<RawLine> of(String text) {
    List<RawLine> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        lines.add(new RawLine(text.substring(from, at), from, at));
        if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
          at++;
        }
        from = at + 1;
      }
    }
    if (from < text.length()) {
      lines.add(new RawLine(text.substring(from), from, text.length()));
    }
    return lines;
  }

  /** Whether it holds nothing one can see. */
  boolean isBlank() {
    return text.codePoints().allMatch(RawLine::isInvisible);
  }

  /** Columns of white space before the first word; a tab counts as four. */
  int indent() {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        columns += 4 - columns % 4;
      } else if (c == ' ' || c == '\u00a0') {
        columns++;
      } else if (c == '\u3000') {
        columns += 2;
      } else {
        break;
      }
    }
    return columns;
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.CONTROL;
  }
}
