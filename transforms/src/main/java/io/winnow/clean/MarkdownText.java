package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown line by line, broken Markdown included. Headings, lists, quotes, tables and code
 * keep their marks in one spelling ({@code -} bullets, two columns a level); emphasis, comments,
 * pictures and presentational tags go. Comments and pictures are logged as dropped.
 */
final class MarkdownText {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,20}|~{3,20})[^`]*");
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:[ \\t\u00a0]+(.*))?");
  private static final Pattern ITEM =
      Pattern.compile("([ \\t\u00a0\u3000]*+)([-*+•]|\\d{1,9}[.)])(?:[ \\t\u00a0]++(.*))?");
  private static final Pattern QUOTE = Pattern.compile(" {0,3}((?:>[ \\t]?){1,32})(.*)");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=++|-++)[ \\t]*+");
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[([^\\[\\]^]{1,200})\\]:[ \\t]*+<?(https?://[^\\s<>]{1,2000})>?.*");

  private static final Pattern WIKI_LINK = Pattern.compile("!?\\[\\[[^\\[\\]]{1,200}\\]\\]");

  private static final int CODE_INDENT = 4;

  /** The same, counted from the mark of an item: its text begins two columns later. */
  private static final int LIST_INDENT = 6;

  private final RawText raw;
  private final List<Line> lines = new ArrayList<>();
  private final List<DroppedSpan> dropped = new ArrayList<>();
  private final List<FoundLink> links = new ArrayList<>();
  private final Deque<Integer> levels = new ArrayDeque<>();
  private boolean blank = true;

  /** Blank lines read since the last other one. */
  private int blanks;

  private @Nullable Line lastIndented;

  private MarkdownText(RawText raw) {
    this.raw = raw;
  }

  /** The text from UTF-16 offset {@code start} on. */
  static Manuscript read(RawText raw, int start) {
    return new MarkdownText(raw).readFrom(start);
  }

  private Manuscript readFrom(int start) {
    List<RawLine> source = RawLine.of(Comments.masked(raw, dropped));
    String fence = "";
    boolean quoted = false;
    for (int i = 0; i < source.size(); i++) {
      RawLine line = source.get(i);
      if (line.from() < start) {
        continue;
      }
      if (quoted && !QUOTE.matcher(line.text()).matches()) {
        fence = "";
        quoted = false;
      }
      if (!fence.isEmpty()) {
        code(line, true);
        if (closes(inner(line, quoted), fence)) {
          fence = "";
          quoted = false;
        }
      } else if (isFence(line)) {
        quoted = QUOTE.matcher(line.text()).matches();
        fence = fence(inner(line, quoted));
        code(line, quoted && !blank && last(Line.Form.QUOTE));
      } else if (line.isBlank()) {
        blank = true;
        blanks++;
        continue;
      } else if (isIndentedCode(line) && (isAfterIndented() || !isTable(source, i))) {
        indented(source, i);
      } else {
        i = block(source, i);
      }
      blanks = 0;
    }
    return new Manuscript(raw, Wrapping.undoSoftBreaks(raw, lines), dropped, links);
  }

  /** Whether a fence opens here; in a list it may be indented, in a quotation it is quoted. */
  private boolean isFence(RawLine line) {
    String text = levels.isEmpty() ? line.text() : line.text().strip();
    Matcher quote = QUOTE.matcher(text);
    return FENCE.matcher(quote.matches() ? quote.group(2) : text).matches();
  }

  private static String inner(RawLine line, boolean quoted) {
    Matcher quote = QUOTE.matcher(line.text());
    return (quoted && quote.matches() ? quote.group(2) : line.text()).strip();
  }

  private static String fence(String opening) {
    int end = 0;
    while (end < opening.length() && opening.charAt(end) == opening.charAt(0)) {
      end++;
    }
    return opening.substring(0, end);
  }

  private static boolean closes(String line, String fence) {
    return line.startsWith(fence) && line.chars().allMatch(c -> c == fence.charAt(0));
  }

  private void code(RawLine line, boolean inside) {
    lines.add(new Line(Line.Form.CODE, line.text(), line.from(), line.to(), inside));
    blank = false;
  }

  /** Code by indentation: after a blank line, and deeper than the text of a list. */
  private boolean isIndentedCode(RawLine line) {
    boolean inList = !levels.isEmpty();
    if (line.indent() < (inList ? levels.peek() + LIST_INDENT : CODE_INDENT)) {
      return false;
    }
    return isAfterIndented()
        || !inList && !blank && last(Line.Form.CODE)
        || blank
            && !ITEM.matcher(line.text()).matches()
            && (!inList || CodeShape.of(line) != CodeShape.PROSE);
  }

  private boolean isAfterIndented() {
    return !lines.isEmpty() && lines.get(lines.size() - 1) == lastIndented;
  }

  /** A line of indented code; blank lines since the one before are code, too. */
  private void indented(List<RawLine> source, int i) {
    boolean inside = isAfterIndented() || !blank && last(Line.Form.CODE);
    for (int k = i - blanks; inside && k < i; k++) {
      code(source.get(k), true);
    }
    code(source.get(i), inside);
    lastIndented = lines.get(lines.size() - 1);
  }

  /** Reads code with line numbers, a table, or else one line; returns the last line read. */
  private int block(List<RawLine> source, int i) {
    List<RawLine> numbered = LineNumbers.at(source, i);
    if (!numbered.isEmpty()) {
      int last = i + numbered.size() - 1;
      lines.addAll(LineNumbers.fenced(numbered));
      dropped.add(raw.dropped(LineNumbers.RULE, source.get(i).from(), source.get(last).to()));
      blank = true;
      return last;
    }
    if (isTable(source, i)) {
      return table(source, i) - 1;
    }
    if (LineNumbers.isOne(source.get(i).text())) {
      code(source.get(i), !blank && last(Line.Form.CODE));
    } else {
      text(source.get(i));
    }
    return i;
  }

  private void text(RawLine line) {
    Matcher matcher = HEADING.matcher(line.text());
    if (matcher.matches()) {
      heading(
          line,
          matcher.group(1),
          matcher.group(2) == null ? "" : matcher.group(2),
          matcher.start(2));
    } else if (UNDERLINE.matcher(line.text()).matches() && underlines(line)) {
      Line title = lines.remove(lines.size() - 1);
      String mark = line.text().strip().startsWith("=") ? "# " : "## ";
      lines.add(new Line(Line.Form.HEADING, mark + title.text(), title.from(), line.to(), false));
    } else if (isRule(line.text())) {
      blank = true;
    } else if ((matcher = QUOTE.matcher(line.text())).matches()) {
      quote(line, matcher);
    } else if ((matcher = ITEM.matcher(line.text())).matches()) {
      item(line, matcher);
    } else if ((matcher = DEFINITION.matcher(line.text())).matches()) {
      links.add(new FoundLink(matcher.group(2), matcher.group(1), line.from(), false));
    } else {
      paragraph(line);
    }
  }

  private static boolean isRule(String line) {
    String marks = line.replaceAll("[ \\t]", "");
    return marks.length() >= 3
        && "-*_".indexOf(marks.charAt(0)) >= 0
        && marks.chars().allMatch(c -> c == marks.charAt(0));
  }

  private static boolean isDelimiter(String line) {
    return line.indexOf('-') >= 0 && line.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
  }

  private boolean underlines(RawLine line) {
    return !blank
        && last(Line.Form.PROSE)
        && (line.text().strip().length() >= 3 || line.text().strip().startsWith("="))
        && lines.get(lines.size() - 1).text().length() <= 120;
  }

  private void heading(RawLine line, String marks, String title, int at) {
    levels.clear();
    String open = title.stripTrailing();
    int end = open.length();
    while (end > 0 && open.charAt(end - 1) == '#') {
      end--;
    }
    String words = end == 0 || open.charAt(end - 1) == ' ' ? open.substring(0, end) : open;
    add(Line.Form.HEADING, marks + " ", words.strip(), Math.max(at, 0), line, false);
  }

  private void quote(RawLine line, Matcher quote) {
    levels.clear();
    String marks = quote.group(1).replaceAll("[ \\t]", "");
    String prefix = "> ".repeat(marks.length());
    boolean glued = !blank && last(Line.Form.QUOTE);
    if (quote.group(2).isBlank()) {
      if (glued) {
        lines.add(new Line(Line.Form.QUOTE, prefix.strip(), line.from(), line.to(), true));
      }
      return;
    }
    add(Line.Form.QUOTE, prefix, quote.group(2).strip(), quote.start(2), line, glued);
  }

  private void item(RawLine line, Matcher item) {
    int indent = line.indent();
    while (!levels.isEmpty() && levels.peek() >= indent) {
      levels.pop();
    }
    if (item.group(3) == null || item.group(3).isBlank()) {
      return;
    }
    String mark = Character.isDigit(item.group(2).charAt(0)) ? item.group(2) : "-";
    String prefix = "  ".repeat(levels.size()) + mark + " ";
    levels.push(indent);
    add(Line.Form.LIST, prefix, item.group(3).strip(), item.start(3), line, last(Line.Form.LIST));
  }

  private void paragraph(RawLine line) {
    boolean continues = !blank && (last(Line.Form.PROSE) || last(Line.Form.LIST));
    if (!continues && line.indent() == 0) {
      levels.clear();
    }
    boolean inList = continues && last(Line.Form.LIST);
    String prefix = inList ? "  ".repeat(levels.size()) : "";
    add(inList ? Line.Form.LIST : Line.Form.PROSE, prefix, line.text().strip(), 0, line, continues);
  }

  /** Adds a line unless nothing but marks or pictures was in it. */
  private void add(
      Line.Form form, String prefix, String text, int at, RawLine line, boolean glued) {
    int mark = links.size();
    String words = InlineMarkdown.words(text, line.from() + at, links).strip();
    if (WIKI_LINK.matcher(text.strip()).matches()) {
      dropped.add(raw.dropped("wiki-link", line.from(), line.to()));
    } else if (!words.isEmpty()) {
      lines.add(new Line(form, prefix + words, line.from(), line.to(), glued && !lines.isEmpty()));
    } else if (links.size() > mark) {
      dropped.add(raw.dropped("image", line.from(), line.to()));
    }
    blank = false;
  }

  private boolean isTable(List<RawLine> source, int i) {
    if (i + 1 >= source.size()) {
      return false;
    }
    String first = source.get(i).text();
    String second = source.get(i + 1).text();
    return first.indexOf('|') >= 0 && second.indexOf('|') >= 0 && isDelimiter(second)
        || first.strip().indexOf('\t') > 0 && second.strip().indexOf('\t') > 0;
  }

  private int table(List<RawLine> source, int first) {
    levels.clear();
    boolean tabs = source.get(first).text().indexOf('|') < 0;
    int i = first;
    for (; i < source.size() && !source.get(i).isBlank(); i++) {
      RawLine line = source.get(i);
      if (line.text().strip().indexOf(tabs ? '\t' : '|') < 0) {
        break;
      }
      boolean glued = i > first;
      if (!tabs && i == first + 1) {
        lines.add(
            new Line(
                Line.Form.TABLE,
                TableRows.rule(TableRows.cells(source.get(first).text(), false).size()),
                line.from(),
                line.to(),
                true));
        continue;
      }
      List<String> cells = TableRows.cells(line.text(), tabs);
      String row =
          TableRows.row(
              cells.stream().map(cell -> InlineMarkdown.words(cell, line.from(), links)).toList());
      lines.add(new Line(Line.Form.TABLE, row, line.from(), line.to(), glued));
      if (tabs && i == first) {
        lines.add(
            new Line(Line.Form.TABLE, TableRows.rule(cells.size()), line.to(), line.to(), true));
      }
    }
    blank = false;
    return i;
  }

  private boolean last(Line.Form form) {
    return !lines.isEmpty() && lines.get(lines.size() - 1).is(form);
  }
}
