package io.winnow.read;

import io.winnow.record.SourceRecord;
import java.util.List;

/**
 * What reading one file or archive member gave: its text, or its records, and the parts that could
 * not be read.
 *
 * <p>A file that cannot be read at all has an empty text and one {@link Unreadable}; a truncated
 * one has the text up to there and one for its tail.
 *
 * @param text empty where the format {@link SourceFormat#isRecords}; its first ordinal is that of
 *     the first record then
 * @param records of such a format, in order
 * @param last whether this is the last (usually the only) window of its source
 */
public record Dump(
    Origin origin,
    DumpText text,
    List<SourceRecord> records,
    List<Unreadable> unreadable,
    boolean last) {
  public Dump {
    records = List.copyOf(records);
    unreadable = List.copyOf(unreadable);
  }

  /** A dump of lines. */
  public Dump(Origin origin, DumpText text, List<Unreadable> unreadable, boolean last) {
    this(origin, text, List.of(), unreadable, last);
  }
}
