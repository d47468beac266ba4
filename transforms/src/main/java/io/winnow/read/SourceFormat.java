package io.winnow.read;

import java.util.Locale;

/** The formats a dump can be read as. Content decides; a file's name only hints. */
public enum SourceFormat {
  TEXT,
  MARKDOWN,
  HTML,
  JSONL,
  /** Nothing that Winnow reads: binary, empty or unreadable. */
  UNKNOWN;

  /** The name in the column {@code source_format}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
