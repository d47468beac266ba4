package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.page.HostileStrings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRowsTest {
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  @TempDir Path folder;

  static Stream<String> hostile() {
    return HostileStrings.all().map(HostileRowsTest::asStored);
  }

  /** Parquet and DuckDB hold UTF-8, so half surrogates never come this far. */
  private static String asStored(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aTableKeepsItsLinesAndItsWidth(String text) throws Exception {
    for (int columns : List.of(2, 12)) {
      StringBuilder out = new StringBuilder();
      write(new TableWriter(out, 60), text, columns);
      List<String> lines = out.toString().lines().toList();
      int inBlocks = 2 * (columns + 1) + 1;
      assertThat(lines.size(), is(in(columns == 2 ? List.of(5) : List.of(5, inBlocks))));
      for (String line : lines) {
        assertThat(OBEYED.matcher(line).find(), is(false));
        assertThat(TerminalText.width(line), lessThanOrEqualTo(60));
      }
      String shown = TerminalText.line(text).strip();
      String start =
          shown.substring(
              0, shown.offsetByCodePoints(0, Math.min(5, shown.codePointCount(0, shown.length()))));
      assertThat(out.toString(), out.indexOf(start) >= 0, is(true));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void jsonGivesTheTextBackAndATerminalHasNothingToObey(String text) throws Exception {
    StringBuilder out = new StringBuilder();
    write(new JsonLinesWriter(out), text, 2);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.size(), is(2));
    assertThat(OBEYED.matcher(lines.get(0)).find(), is(false));
    assertThat(new JsonMapper().readTree(lines.get(0)).get("c0").textValue(), equalTo(text));
  }

  /** By DuckDB's reader of CSV, which is not the one that the rows come from. */
  @Test
  void csvGivesEveryTextBackWhateverASpreadsheetWouldMakeOfIt() throws Exception {
    List<String> texts = hostile().filter(text -> text.indexOf('\u0000') < 0).toList();
    StringBuilder out = new StringBuilder();
    CsvWriter writer = new CsvWriter(out);
    writer.columns(List.of("n", "text"));
    for (int i = 0; i < texts.size(); i++) {
      writer.row(List.of(Value.of(i), Value.of(texts.get(i))));
    }
    writer.end();
    Path file = Files.writeString(folder.resolve("rows.csv"), out);
    List<String> read = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT text FROM read_csv('"
                    + file
                    + "', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                    + " columns = {'n': 'INT', 'text': 'VARCHAR'}, nullstr = '<none>') ORDER BY n")) {
      while (rows.next()) {
        read.add(rows.getString(1));
      }
    }
    assertThat(read.size(), is(texts.size()));
    for (int i = 0; i < texts.size(); i++) {
      assertThat(read.get(i), equalTo(texts.get(i)));
    }
  }

  @Test
  void thereAreMoreThanTwoHundred() {
    assertThat(hostile().distinct().count() > 250, is(true));
  }

  private static void write(RowWriter writer, String text, int columns) throws Exception {
    List<String> names = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      names.add("c" + i);
      values.add(Value.of(text));
    }
    writer.columns(names);
    writer.row(values);
    writer.row(values);
    writer.end();
  }
}
