package io.winnow.record;

import io.winnow.reject.Stop;
import org.jspecify.annotations.Nullable;

/**
 * One record of a dump: a text and what the record says of it, or why it stops here.
 *
 * @param raw the record as it stands in its dump, or as much of it as identifies it; equal records
 *     have equal ones
 * @param start first byte in the decompressed dump; -1 where unknown
 * @param end byte after the last one; -1 where unknown
 * @param media how {@code text} is to be read: {@code text}, {@code markdown} or {@code html}
 * @param text empty for a record that stops
 * @param charset of this record; null where the dump has one for all
 * @param stop why it stops; null for an article
 */
public record SourceRecord(
    String raw,
    long start,
    long end,
    String media,
    String text,
    Facts facts,
    @Nullable RecordCharset charset,
    @Nullable Stop stop) {

  /** A record with a text. */
  public static SourceRecord of(String raw, String media, String text, Facts facts) {
    return new SourceRecord(raw, -1, -1, media, text, facts, null, null);
  }

  /** A record that stops. */
  public static SourceRecord stopped(String raw, Facts facts, Stop stop) {
    return new SourceRecord(raw, -1, -1, "text", "", facts, null, stop);
  }

  /** The same, with its place in the dump. */
  public SourceRecord at(long start, long end) {
    return new SourceRecord(raw, start, end, media, text, facts, charset, stop);
  }

  /** The same, with the charset it was decoded from. */
  public SourceRecord decodedFrom(RecordCharset charset) {
    return new SourceRecord(raw, start, end, media, text, facts, charset, stop);
  }

  /** The same, in what it appeared in. */
  public SourceRecord in(@Nullable String publication, @Nullable String lang) {
    return new SourceRecord(
        raw, start, end, media, text, facts.in(publication, lang), charset, stop);
  }
}
