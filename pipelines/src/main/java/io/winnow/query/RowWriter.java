package io.winnow.query;

import java.io.IOException;
import java.util.List;

/** Writes an answer: its columns, its rows, its end, in this order. */
interface RowWriter {
  void columns(List<String> names) throws IOException;

  /** One row; a value is null, a boolean, a number, a string, or JSON of a list or struct. */
  void row(List<Value> values) throws IOException;

  void end() throws IOException;
}
