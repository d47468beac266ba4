package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds code that came down with its line numbers: three or more lines in a row whose numbers rise
 * by one, each before the same separator, and code behind them. Numbered lists, rankings and tables
 * have another separator, or words behind it.
 */
final class LineNumbers {
  static final String RULE = "line-numbers";

  private static final int MIN_LINES = 3;
  private static final Pattern GUTTER =
      Pattern.compile("[ \\t]{0,8}(\\d{1,6})(?:( ?\\|)(?: |$)|(\\t)|( {2})|$)(.*+)");

  private LineNumbers() {}

  /**
   * The code without numbers that begins at line {@code first}, with the places of its lines; none
   * when no such code begins there.
   */
  static List<RawLine> at(List<RawLine> lines, int first) {
    if (goesOn(lines, first)) {
      return List.of();
    }
    List<RawLine> code = new ArrayList<>();
    String separator = null;
    long number = -1;
    for (int i = first; i < lines.size(); i++) {
      RawLine line = lines.get(i);
      Matcher gutter = GUTTER.matcher(line.text());
      if (!gutter.matches()) {
        break;
      }
      String found = separator(gutter);
      long next = Long.parseLong(gutter.group(1));
      boolean goesOn = number < 0 ? !found.isEmpty() : next == number + 1;
      if (!goesOn || !found.isEmpty() && separator != null && !separator.equals(found)) {
        break;
      }
      separator = separator == null ? found : separator;
      number = next;
      code.add(new RawLine(gutter.group(5), line.from(), line.to()));
    }
    return code.size() >= MIN_LINES && isCode(code) ? code : List.of();
  }

  /** Whether the line before has the number before this one: what was looked at is not again. */
  private static boolean goesOn(List<RawLine> lines, int i) {
    if (i == 0) {
      return false;
    }
    Matcher gutter = GUTTER.matcher(lines.get(i).text());
    Matcher before = GUTTER.matcher(lines.get(i - 1).text());
    return gutter.matches()
        && before.matches()
        && Long.parseLong(gutter.group(1)) == Long.parseLong(before.group(1)) + 1;
  }

  /** Whether the line has a number and a bar before what looks like code. */
  static boolean isOne(String line) {
    Matcher gutter = GUTTER.matcher(line);
    return gutter.matches() && gutter.group(2) != null && CodeLines.looksLikeCode(line.strip());
  }

  private static String separator(Matcher gutter) {
    if (gutter.group(2) != null) {
      return "|";
    }
    return gutter.group(3) != null ? "\t" : gutter.group(4) != null ? " " : "";
  }

  private static boolean isCode(List<RawLine> lines) {
    int shaped = 0;
    int sure = 0;
    int all = 0;
    for (RawLine line : lines) {
      if (!line.isBlank()) {
        CodeShape shape = CodeShape.of(line);
        if (shape == CodeShape.PROSE || line.text().contains(" | ")) {
          return false;
        }
        all++;
        shaped += shape == CodeShape.OPEN ? 0 : 1;
        sure += shape == CodeShape.SURE ? 1 : 0;
      }
    }
    return all >= MIN_LINES - 1 && 2 * shaped >= all && (sure > 0 || shaped == all);
  }

  /** These lines as a fenced block; the fence is longer than any in it. */
  static List<Line> fenced(List<RawLine> code) {
    int ticks = 3;
    for (RawLine line : code) {
      String text = line.text().strip();
      int run = 0;
      while (run < text.length() && text.charAt(run) == '`') {
        run++;
      }
      ticks = Math.max(ticks, run + 1);
    }
    String fence = "`".repeat(ticks);
    RawLine first = code.get(0);
    RawLine last = code.get(code.size() - 1);
    List<Line> block = new ArrayList<>();
    block.add(new Line(Line.Form.CODE, fence, first.from(), first.from(), false));
    for (RawLine line : code) {
      block.add(new Line(Line.Form.CODE, line.text(), line.from(), line.to(), true));
    }
    block.add(new Line(Line.Form.CODE, fence, last.to(), last.to(), true));
    return block;
  }
}
