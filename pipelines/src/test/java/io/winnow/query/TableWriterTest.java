package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {
  @Test
  void cutsTheWidestColumnFirst() throws Exception {
    assertThat(
        table(30, List.of("id", "text"), List.of("a1", "很长的中文正文".repeat(9))),
        equalTo(
            """
            id  text
            ──  ──────────────────────────
            a1  很长的中文正文很长的中文…
            (1 row)
            """));
  }

  @Test
  void neverExceedsTheTerminal() throws Exception {
    String table =
        table(
            40,
            List.of("标题", "b", "c"),
            List.of("x".repeat(99), "中".repeat(99), "y"),
            List.of("", "中a".repeat(30), "yy"));
    for (String line : table.split("\n")) {
      assertThat(line, TerminalText.width(line), lessThanOrEqualTo(40));
    }
  }

  @Test
  void writesABlockForEachRowWhenThereAreTooManyColumns() throws Exception {
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      names.add("column" + i);
      values.add("value " + i);
    }

    assertThat(table(80, names, values), containsString("column9   value 9\ncolumn10  value 10\n"));
  }

  @Test
  void alignsNumbersToTheRight() throws Exception {
    assertThat(
        table(80, List.of("n"), List.of(7), List.of(1234)),
        equalTo(
            """
               n
            ────
               7
            1234
            (2 rows)
            """));
  }

  @Test
  void writesTheHeaderOfAnEmptyAnswer() throws Exception {
    assertThat(table(80, List.of("id")), equalTo("id\n──\n(0 rows)\n"));
  }

  @Test
  void passesAnyNumberOfRows() throws Exception {
    StringBuilder out = new StringBuilder();
    TableWriter writer = new TableWriter(out, 80);
    writer.columns(List.of("n"));
    for (int i = 0; i < 2_000; i++) {
      writer.row(List.of(Value.of(i)));
    }
    writer.end();

    assertThat(out.toString(), endsWith("1999\n(2000 rows)\n"));
  }

  @SafeVarargs
  private static String table(int width, List<String> names, List<Object>... rows)
      throws IOException, SQLException {
    StringBuilder out = new StringBuilder();
    TableWriter writer = new TableWriter(out, width);
    writer.columns(names);
    for (List<Object> row : rows) {
      List<Value> values = new ArrayList<>();
      for (Object value : row) {
        values.add(Value.of(value));
      }
      writer.row(values);
    }
    writer.end();
    return out.toString();
  }
}
