package io.winnow.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes aligned columns that fit the terminal, long values cut; where there are too many columns
 * for that, one block a row.
 *
 * <p>Widths are fitted to the first {@value #SAMPLE} rows, so any number of rows can pass.
 */
final class TableWriter implements RowWriter {
  private static final int SAMPLE = 500;
  private static final int NARROWEST = 8;
  private static final String GAP = "  ";

  private final Appendable out;
  private final int width;
  private final List<List<Value>> sample = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = new int[0];
  private boolean[] numbers = new boolean[0];
  private boolean fitted;
  private long rows;

  TableWriter(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void columns(List<String> columns) {
    names = columns.stream().map(TerminalText::line).toList();
  }

  @Override
  public void row(List<Value> values) throws IOException {
    rows++;
    if (fitted) {
      write(values);
      return;
    }
    sample.add(values);
    if (sample.size() == SAMPLE) {
      fit();
    }
  }

  @Override
  public void end() throws IOException {
    if (!fitted) {
      fit();
    }
    out.append(rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n");
  }

  private void fit() throws IOException {
    fitted = true;
    widths = new int[names.size()];
    numbers = new boolean[names.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              TerminalText.width(names.get(i)),
              sample.stream()
                  .mapToInt(row -> TerminalText.width(text(row, column)))
                  .max()
                  .orElse(0));
      numbers[i] =
          sample.stream().allMatch(row -> row.get(column).isNull() || row.get(column).isNumber());
    }
    shrink();
    if (!isBlocks()) {
      line(names);
      List<String> rules = new ArrayList<>();
      Arrays.stream(widths).forEach(columns -> rules.add("─".repeat(columns)));
      line(rules);
    }
    for (List<Value> row : sample) {
      write(row);
    }
    sample.clear();
  }

  /** Takes from the widest columns first, so that short ones stay whole. */
  private void shrink() {
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
    while (excess > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private boolean isBlocks() {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > width;
  }

  private void write(List<Value> row) throws IOException {
    if (isBlocks()) {
      block(row);
      return;
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cells.add(text(row, i));
    }
    line(cells);
  }

  private void line(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      // A number that is cut would be another number.
      String cell = numbers[i] ? cells.get(i) : TerminalText.cut(cells.get(i), widths[i]);
      String padding = " ".repeat(Math.max(0, widths[i] - TerminalText.width(cell)));
      line.append(i == 0 ? "" : GAP).append(numbers[i] ? padding + cell : cell + padding);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void block(List<Value> row) throws IOException {
    int label = names.stream().mapToInt(TerminalText::width).max().orElse(0);
    for (int i = 0; i < names.size(); i++) {
      String padding = " ".repeat(label - TerminalText.width(names.get(i)));
      int room = Math.max(NARROWEST, width - label - GAP.length());
      String cell = TerminalText.cut(text(row, i), room);
      out.append((names.get(i) + padding + GAP + cell).stripTrailing()).append('\n');
    }
    out.append('\n');
  }

  private static String text(List<Value> row, int column) {
    Value value = row.get(column);
    String text = value.text();
    int kept = Math.min(text.length(), 2_000);
    return value.isNull() ? "" : TerminalText.line(text.substring(0, kept));
  }
}
