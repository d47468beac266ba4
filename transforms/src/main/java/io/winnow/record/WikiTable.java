package io.winnow.record;

import java.util.ArrayList;
import java.util.List;

/** Turns the rows of a table in wikitext into a table of Markdown. */
final class WikiTable {
  /** Cells of one row that are kept. */
  private static final int MAX_CELLS = 100;

  private final List<List<StringBuilder>> rows = new ArrayList<>();
  private List<StringBuilder> row = new ArrayList<>();
  private int depth;

  /** Takes a line; false after the last one. */
  boolean take(String line) {
    String text = line.strip();
    if (text.startsWith("{|")) {
      depth++;
    } else if (text.startsWith("|}")) {
      depth--;
      return depth > 0;
    } else if (depth == 1 && text.startsWith("|-")) {
      endRow();
    } else if (depth == 1 && text.startsWith("|+")) {
      endRow();
    } else if (depth == 1 && (text.startsWith("|") || text.startsWith("!"))) {
      cells(text.substring(1), text.charAt(0) == '!');
    } else if (!row.isEmpty() && !text.isEmpty() && depth == 1) {
      row.get(row.size() - 1).append(row.get(row.size() - 1).length() == 0 ? "" : " ").append(text);
    }
    return true;
  }

  private void cells(String text, boolean isHead) {
    int from = 0;
    while (from <= text.length() && row.size() < MAX_CELLS) {
      int bars = text.indexOf("||", from);
      int marks = isHead ? text.indexOf("!!", from) : -1;
      int end = marks >= 0 && (bars < 0 || marks < bars) ? marks : bars;
      String cell = text.substring(from, end < 0 ? text.length() : end);
      int attributes = cell.indexOf('|');
      row.add(new StringBuilder(cell.substring(attributes + 1).strip()));
      from = end < 0 ? text.length() + 1 : end + 2;
    }
  }

  private void endRow() {
    if (row.stream().anyMatch(cell -> cell.length() > 0)) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }

  /** The table, its first row as its head; empty for one of a single cell, which is a layout. */
  String markdown() {
    endRow();
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder table = new StringBuilder();
    if (rows.size() == 1 && width == 1) {
      return rows.get(0).get(0) + "\n";
    }
    for (int i = 0; i < rows.size(); i++) {
      List<StringBuilder> cells = rows.get(i);
      for (int k = 0; k < Math.min(width, i == 0 ? width : cells.size()); k++) {
        table
            .append("| ")
            .append(k < cells.size() ? cells.get(k).toString().replace("|", "\\|") : "")
            .append(' ');
      }
      table.append("|\n");
      if (i == 0) {
        table.append("| --- ".repeat(width)).append("|\n");
      }
    }
    return table.toString();
  }
}
