package io.winnow.query;

import java.util.Locale;

/** How the rows of an answer are written. */
public enum QueryFormat {
  /** Aligned columns for a terminal; long values are cut. */
  TABLE,
  /** RFC 4180, with a header; lists and structs as JSON, null as nothing. */
  CSV,
  /** One JSON object a row. */
  JSONL;

  /** The value of {@code --format}. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  RowWriter writer(Appendable out, int width) {
    return switch (this) {
      case TABLE -> new TableWriter(out, width);
      case CSV -> new CsvWriter(out);
      case JSONL -> new JsonLinesWriter(out);
    };
  }
}
