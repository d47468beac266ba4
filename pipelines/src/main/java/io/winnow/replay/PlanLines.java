package io.winnow.replay;

import io.winnow.query.TerminalText;
import java.util.List;

/** The lists of a plan, for people. */
final class PlanLines {
  /** Lines that are shown of a list. */
  private static final int SHOWN = 30;

  private PlanLines() {}

  /** Appends the first lines, indented and cut to {@code width} columns, and how many more. */
  static void append(StringBuilder out, List<String> lines, int width) {
    lines.stream()
        .limit(SHOWN)
        .forEach(
            line ->
                out.append("  ")
                    .append(TerminalText.cut(TerminalText.line(line), width - 2))
                    .append('\n'));
    if (lines.size() > SHOWN) {
      out.append("  and ").append(lines.size() - SHOWN).append(" more\n");
    }
  }
}
