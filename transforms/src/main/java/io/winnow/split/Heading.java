package io.winnow.split;

import org.jspecify.annotations.Nullable;

/**
 * An ATX heading (CommonMark 0.31, section 4.2).
 *
 * @param line where it stands
 * @param level 1 to 6
 * @param text its text as written, closing marks removed; may be empty
 */
public record Heading(int line, int level, String text) {
  /** The heading that {@code line} is; null where it is none. Linear in the length of the line. */
  static @Nullable Heading parse(int number, String line) {
    int at = 0;
    while (at < line.length() && at < 3 && line.charAt(at) == ' ') {
      at++;
    }
    int marks = at;
    while (marks < line.length() && line.charAt(marks) == '#') {
      marks++;
    }
    int level = marks - at;
    boolean open = marks == line.length() || isBlank(line.charAt(marks));
    if (level < 1 || level > 6 || !open) {
      return null;
    }
    int end = line.length();
    while (end > marks && isBlank(line.charAt(end - 1))) {
      end--;
    }
    int closing = end;
    while (closing > marks && line.charAt(closing - 1) == '#') {
      closing--;
    }
    if (closing == marks || isBlank(line.charAt(closing - 1))) {
      end = closing;
    }
    return new Heading(number, level, line.substring(marks, end).strip());
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
