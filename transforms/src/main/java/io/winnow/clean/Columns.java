package io.winnow.clean;

import io.winnow.text.Scripts;

/** Measures lines as they look, and how they end. */
final class Columns {
  private static final String ENDS = "。！？!?.…；;：:”’\"'）)】」』》~～";
  private static final String HARD_ENDS = "。！？!?.…";
  private static final String CLOSERS = "”’\"'）)】」』》*_`";

  private Columns() {}

  /** Columns in a terminal: wide characters count two. */
  static int of(String line) {
    int columns = 0;
    for (int i = 0; i < line.length(); ) {
      int codePoint = line.codePointAt(i);
      i += Character.charCount(codePoint);
      columns += isWide(codePoint) ? 2 : 1;
    }
    return columns;
  }

  /** Whether a line has so many columns. */
  static boolean reach(String line, int columns) {
    return line.length() >= 2 * columns || 2 * line.length() >= columns && of(line) >= columns;
  }

  /** Whether the line ends a sentence: an end mark, perhaps before closing quotes or brackets. */
  static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && HARD_ENDS.indexOf(line.charAt(end - 1)) >= 0;
  }

  /** Whether the line ends in any mark after which a new line is no surprise. */
  static boolean endsInMark(String line) {
    return !line.isEmpty() && ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** What to put between two halves of one paragraph: nothing beside Chinese, else a space. */
  static String seam(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return "";
    }
    int before = left.codePointBefore(left.length());
    int after = right.codePointAt(0);
    return isWide(before) || isWide(after) || before == ' ' || after == ' ' ? "" : " ";
  }

  private static boolean isWide(int codePoint) {
    return Scripts.isCjk(codePoint)
        || (codePoint >= 0x3000 && codePoint <= 0x303F)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
  }
}
