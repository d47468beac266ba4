package io.winnow.clean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads and writes rows of Markdown tables. */
final class TableRows {
  private TableRows() {}

  /** The cells of a row, between pipes or tabs; {@code \|} is no border. */
  static List<String> cells(String row, boolean tabs) {
    String text = row.strip();
    if (!tabs && text.startsWith("|")) {
      text = text.substring(1);
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (c == (tabs ? '\t' : '|')) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (tabs || !cell.toString().isBlank()) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }

  /** A row of these cells; pipes in them are escaped, line breaks become spaces. */
  static String row(List<String> cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|").replaceAll("\\s+", " ").strip()).append(" |");
    }
    return row.toString();
  }

  /** The line below the header. */
  static String rule(int columns) {
    return "|" + String.join("", Collections.nCopies(Math.max(columns, 1), " --- |"));
  }
}
