package io.winnow.query;

import java.io.IOException;
import java.util.List;

/** Writes RFC 4180 CSV with a header, lines ending in CRLF. */
final class CsvWriter implements RowWriter {
  private static final String SPECIAL = ",\"\r\n";

  private final Appendable out;

  CsvWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    line(names);
  }

  @Override
  public void row(List<Value> values) throws IOException {
    line(values.stream().map(Value::text).toList());
  }

  @Override
  public void end() {}

  private void line(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      out.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    out.append("\r\n");
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
