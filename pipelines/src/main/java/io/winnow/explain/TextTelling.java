package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.query.TerminalText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text for a terminal, no wider than it is. Values come from dumps, so they are escaped here. */
final class TextTelling implements Telling {
  private static final int LABEL = 16;
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int MOST_OF_PASSAGE = 300;
  private static final int NARROWEST = 12;

  /** Of the last column of a row. */
  private static final int MOST_LINES = 3;

  /** More of one value is not shown. */
  private static final int MOST = 4_000;

  private final Appendable out;
  private final int width;

  TextTelling(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void answer(String sentence) throws IOException {
    paragraph("", sentence);
  }

  @Override
  public void section(String key, String heading) throws IOException {
    out.append('\n');
    if (!heading.isEmpty()) {
      out.append(TerminalText.line(heading)).append('\n');
    }
  }

  @Override
  public void fact(String key, String label, JsonNode value, String phrase) throws IOException {
    if (phrase.isEmpty()) {
      return;
    }
    List<String> lines = TerminalText.wrap(line(phrase), room(INDENT.length() + LABEL));
    for (int i = 0; i < lines.size(); i++) {
      String left = i == 0 ? label : "";
      out.append((INDENT + pad(left, LABEL) + lines.get(i)).stripTrailing()).append('\n');
    }
  }

  @Override
  public void data(Row row, List<String> columns) {}

  @Override
  public void say(String key, String sentence) throws IOException {
    paragraph(INDENT, sentence);
  }

  @Override
  public void table(String key, List<String> columns, List<List<JsonNode>> rows)
      throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (List<JsonNode> row : rows) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String text = text(row.get(i));
        texts.add(columns.get(i).equals("id") ? Row.brief(text) : line(text));
      }
      cells.add(texts);
    }
    int[] widths = widths(columns, cells);
    if (room(widths) < 0) {
      blocks(columns, cells);
      return;
    }
    row(columns, widths, rows.isEmpty() ? List.of() : rows.get(0));
    for (int i = 0; i < cells.size(); i++) {
      row(cells.get(i), widths, rows.get(i));
    }
  }

  @Override
  public void table(String key, List<String> columns, List<List<JsonNode>> rows, int shown)
      throws IOException {
    table(key, columns, rows.subList(0, Math.min(shown, rows.size())));
  }

  @Override
  public void passages(String key, List<Alignment.Passage> passages) throws IOException {
    for (Alignment.Passage passage : passages) {
      String text = Words.head(passage.text(), MOST_OF_PASSAGE);
      fact(passage.what(), passage.what(), Telling.node(text), text);
    }
  }

  @Override
  public void end() {}

  private void paragraph(String indent, String text) throws IOException {
    for (String line : TerminalText.wrap(line(text), room(indent.length()))) {
      out.append(indent).append(line).append('\n');
    }
  }

  private int room(int taken) {
    return Math.max(NARROWEST, width - taken);
  }

  /** Takes from the widest column first, so that short ones stay whole. */
  private int[] widths(List<String> columns, List<List<String>> cells) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int most =
          cells.stream().mapToInt(row -> TerminalText.width(row.get(column))).max().orElse(0);
      widths[i] = Math.max(TerminalText.width(columns.get(i)), most);
    }
    for (int excess = -room(widths); excess > 0; excess--) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /** Columns that a table of these widths leaves free. */
  private int room(int[] widths) {
    return width
        - INDENT.length()
        - GAP.length() * (widths.length - 1)
        - Arrays.stream(widths).sum();
  }

  /** What is too wide for a table, a line a value. */
  private void blocks(List<String> columns, List<List<String>> cells) throws IOException {
    for (List<String> row : cells) {
      for (int i = 0; i < columns.size(); i++) {
        fact(columns.get(i), i == 0 ? "· " + columns.get(i) : "  " + columns.get(i), row.get(i));
      }
    }
  }

  /** The last column goes on in further lines, the others are cut. */
  private void row(List<String> cells, int[] widths, List<JsonNode> values) throws IOException {
    StringBuilder line = new StringBuilder(INDENT);
    int last = cells.size() - 1;
    List<String> more = List.of();
    for (int i = 0; i <= last; i++) {
      boolean number = i < values.size() && values.get(i).isNumber();
      String cell = number ? cells.get(i) : TerminalText.cut(cells.get(i), widths[i]);
      if (i == last && !cell.equals(cells.get(i))) {
        List<String> lines = TerminalText.wrap(cells.get(i), widths[i]);
        cell = lines.get(0);
        String rest = String.join(" ", lines.subList(1, lines.size()));
        more =
            lines.size() <= MOST_LINES
                ? lines.subList(1, lines.size())
                : List.of(TerminalText.cut(rest, widths[i]));
      }
      String padding = " ".repeat(Math.max(0, widths[i] - TerminalText.width(cell)));
      line.append(i == 0 ? "" : GAP).append(number ? padding + cell : cell + padding);
    }
    out.append(line.toString().stripTrailing()).append('\n');
    int left = width - room(widths) - widths[last];
    for (String each : more) {
      out.append(" ".repeat(Math.max(0, left))).append(each.strip()).append('\n');
    }
  }

  private static String text(JsonNode value) {
    if (value.isNumber() && !value.isIntegralNumber()) {
      return Words.score(value.asDouble());
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "←" : "";
    }
    return value.isNull() ? "" : value.asText();
  }

  private static String line(String text) {
    return TerminalText.line(text.substring(0, Math.min(MOST, text.length())));
  }

  private static String pad(String label, int columns) {
    return label + " ".repeat(Math.max(1, columns - TerminalText.width(label)));
  }
}
