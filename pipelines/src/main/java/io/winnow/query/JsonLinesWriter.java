package io.winnow.query;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * Writes one JSON object a row; of columns with one name the last one stays. Characters that a
 * terminal obeys are escaped.
 */
final class JsonLinesWriter implements RowWriter {
  private static final ObjectWriter JSON = TerminalText.json().writer();

  private final Appendable out;
  private List<String> names = List.of();

  JsonLinesWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> columns) {
    names = columns;
  }

  @Override
  public void row(List<Value> values) throws IOException {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      row.set(names.get(i), values.get(i).json());
    }
    out.append(JSON.writeValueAsString(row)).append('\n');
  }

  @Override
  public void end() {}
}
