package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells tables of data from tables that only lay out a page, and writes them as Markdown. */
final class HtmlTable {
  private static final int MAX_CELL_MASS = 400;
  private static final int MAX_COLUMNS = 60;
  private static final int MAX_ROWS = 2_000;

  private HtmlTable() {}

  /** Whether a table holds data: a grid of short cells without tables, pictures or blocks. */
  static boolean isData(Element table) {
    if (!table.select("table table").isEmpty()
        || table.parents().stream().anyMatch(up -> up.normalName().equals("table"))) {
      return false;
    }
    Elements rows = table.select("tr");
    int columns = 0;
    for (Element row : rows) {
      columns = Math.max(columns, cells(row).size());
    }
    if (rows.size() < 2 || columns < 2 || rows.size() > MAX_ROWS || columns > MAX_COLUMNS) {
      return false;
    }
    return table.select("td, th").stream()
        .allMatch(
            cell ->
                HtmlBlock.mass(cell.text()) <= MAX_CELL_MASS
                    && cell.select("p").size() <= 2
                    && cell.select("ul, ol, form, h1, h2, h3").isEmpty());
  }

  /** The rows of a data table as lines of Markdown, the first one its header. */
  static List<String> rows(Element table) {
    List<String> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells = cells(row).stream().map(Element::text).toList();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      rows.add(TableRows.row(cells));
      if (rows.size() == 1) {
        rows.add(TableRows.rule(cells.size()));
      }
    }
    return rows;
  }

  private static List<Element> cells(Element row) {
    return row.children().stream()
        .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
        .toList();
  }
}
