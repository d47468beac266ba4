package io.winnow.read;

import java.util.Locale;

/** The formats a dump can be read as. Content decides; a file's name only hints. */
public enum SourceFormat {
  TEXT,
  MARKDOWN,
  HTML,
  JSONL,
  /** RFC 8259: an array of records, or an object around one. */
  JSON,
  /** RSS 0.9x, 1.0 and 2.0. */
  RSS,
  /** RFC 4287. */
  ATOM,
  /** MediaWiki's XML export. */
  MEDIAWIKI,
  /** ISO 28500: what a crawler fetched. */
  WARC,
  /** A WARC of the texts that were taken from pages. */
  WET,
  /** One mail, RFC 5322. */
  EML,
  /** Tables, read by the names of their columns. */
  PARQUET,
  /** Nothing that Winnow reads: binary, empty or unreadable. */
  UNKNOWN;

  /** Whether a dump of this format comes as records, and not as lines. */
  public boolean isRecords() {
    return switch (this) {
      case JSON, RSS, ATOM, MEDIAWIKI, WARC, WET, EML, PARQUET -> true;
      case TEXT, MARKDOWN, HTML, JSONL, UNKNOWN -> false;
    };
  }

  /** The name in the column {@code source_format}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
