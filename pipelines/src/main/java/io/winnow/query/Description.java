package io.winnow.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code DESCRIBE view} answers: the columns as DuckDB tells them, and what each means.
 *
 * @param view whose columns they are
 */
record Description(String view) {
  private static final Pattern DESCRIBE =
      Pattern.compile(
          "\\s*desc(?:ribe)?\\s+\"?([a-z_]{1,40})\"?\\s*;?\\s*", Pattern.CASE_INSENSITIVE);
  private static final int TYPE_WIDTH = 28;
  private static final int NARROWEST = 24;
  private static final String GAP = "  ";

  /** The view that {@code sql} asks to describe; empty when it asks something else. */
  static Optional<Description> askedBy(String sql) {
    Matcher describe = DESCRIBE.matcher(sql);
    return describe.matches()
        ? Optional.of(new Description(describe.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** A column of it: name, type, meaning. */
  List<String> row(String column, String type) {
    return List.of(column, type, Meanings.of(view, column).orElse(""));
  }

  static List<String> header() {
    return List.of("column_name", "column_type", "meaning");
  }

  /** Writes a table in which nothing is cut: long types and meanings go on in further lines. */
  static void table(List<List<String>> rows, int width, Appendable out) throws IOException {
    List<List<String>> all = new ArrayList<>(List.of(header()));
    all.addAll(rows);
    int name = all.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
    int type =
        Math.min(TYPE_WIDTH, all.stream().mapToInt(row -> row.get(1).length()).max().orElse(0));
    int[] widths = {name, type, Math.max(NARROWEST, width - name - type - 2 * GAP.length())};
    for (List<String> row : all) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        cells.add(TerminalText.wrap(row.get(i), widths[i]));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int line = 0; line < height; line++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
          String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
          text.append(i == 0 ? "" : GAP).append(cell);
          text.append(" ".repeat(Math.max(0, widths[i] - TerminalText.width(cell))));
        }
        out.append(text.toString().stripTrailing()).append('\n');
      }
    }
  }
}
