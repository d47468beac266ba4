package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads text without markup: every line is a paragraph, angle brackets and stars are words. Only
 * its shape is used: runs of code, list items and tab-separated rows stay together, and paragraphs
 * that were wrapped at a column are put back on one line.
 */
final class PlainText {
  private static final Pattern ITEM = Pattern.compile("[-*+•·‣] +\\S.*");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}[.)] +\\S.*");

  private PlainText() {}

  static Manuscript read(RawText raw) {
    List<RawLine> source = RawLine.of(raw.text());
    BitSet code = CodeRuns.in(source);
    List<Line> lines = new ArrayList<>();
    List<DroppedSpan> dropped = new ArrayList<>();
    boolean blank = true;
    for (int i = 0; i < source.size(); i++) {
      RawLine line = source.get(i);
      List<RawLine> numbered = LineNumbers.at(source, i);
      if (!numbered.isEmpty()) {
        lines.addAll(LineNumbers.fenced(numbered));
        i += numbered.size() - 1;
        dropped.add(raw.dropped(LineNumbers.RULE, line.from(), source.get(i).to()));
        blank = true;
      } else if (code.get(i)) {
        boolean inside = i > 0 && code.get(i - 1);
        lines.add(new Line(Line.Form.CODE, line.text(), line.from(), line.to(), inside));
        blank = false;
      } else if (line.isBlank()) {
        blank = true;
      } else {
        Line.Form form = form(line.text());
        boolean glued =
            !blank
                && !lines.isEmpty()
                && form != Line.Form.PROSE
                && lines.get(lines.size() - 1).is(form);
        lines.add(new Line(form, words(form, line.text()), line.from(), line.to(), glued));
        blank = false;
      }
    }
    return new Manuscript(raw, Wrapping.undo(raw, lines), dropped, WebAddresses.in(raw));
  }

  private static String words(Line.Form form, String line) {
    return switch (form) {
      case CODE -> line;
      case LIST -> item(line);
      default -> line.strip();
    };
  }

  private static Line.Form form(String line) {
    String text = line.strip();
    if (ITEM.matcher(text).matches() || NUMBERED.matcher(text).matches()) {
      return Line.Form.LIST;
    }
    return CodeLines.looksLikeCode(text) ? Line.Form.CODE : Line.Form.PROSE;
  }

  private static String item(String line) {
    String text = line.strip();
    return "•·‣".indexOf(text.charAt(0)) < 0 ? text : "- " + text.substring(1).strip();
  }
}
