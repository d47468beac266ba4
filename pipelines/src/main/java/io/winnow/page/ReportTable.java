package io.winnow.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns on a report; one without rows leaves no trace, of many some are folded.
 */
final class ReportTable {
  /** Fewer than this are not worth a fold. */
  private static final int LEAST_FOLDED = 3;

  private final List<Column> columns;
  private final List<List<Inline>> rows = new ArrayList<>();

  ReportTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * A column.
   *
   * @param isNumber whether it is set to the right
   */
  record Column(String name, boolean isNumber) {
    static Column text(String name) {
      return new Column(name, false);
    }

    static Column number(String name) {
      return new Column(name, true);
    }
  }

  void row(Inline... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void write(MarkdownWriter page) {
    write(page, rows.size(), "");
  }

  /**
   * Writes the first rows, and the others under a fold.
   *
   * @param what the rows are, for the line to click: {@code 12 more rules}
   */
  void write(MarkdownWriter page, int shown, String what) {
    if (rows.size() < shown + LEAST_FOLDED) {
      table(page, rows);
      return;
    }
    table(page, rows.subList(0, shown));
    page.openFold(Inline.text(Figures.count(rows.size() - shown) + " more " + what));
    table(page, rows.subList(shown, rows.size()));
    page.closeFold();
  }

  private void table(MarkdownWriter page, List<List<Inline>> some) {
    if (!some.isEmpty()) {
      page.table(
          columns.stream().map(column -> Inline.text(column.name)).toList(),
          columns.stream().map(Column::isNumber).toList(),
          some);
    }
  }
}
