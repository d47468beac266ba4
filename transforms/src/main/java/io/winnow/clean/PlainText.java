package io.winnow.clean;

import java.util.ArrayList;
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
    List<Line> lines = new ArrayList<>();
    boolean blank = true;
    for (RawLine line : RawLine.of(raw.text())) {
      if (line.isBlank()) {
        blank = true;
        continue;
      }
      Line.Form form = form(line.text());
      boolean glued =
          !blank
              && !lines.isEmpty()
              && form != Line.Form.PROSE
              && lines.get(lines.size() - 1).is(form);
      String text =
          switch (form) {
            case CODE -> line.text().stripTrailing();
            case LIST -> item(line.text());
            default -> line.text().strip();
          };
      lines.add(new Line(form, text, line.from(), line.to(), glued));
      blank = false;
    }
    return new Manuscript(raw, Wrapping.undo(raw, lines), List.of(), WebAddresses.in(raw));
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
