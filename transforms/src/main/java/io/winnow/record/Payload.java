package io.winnow.record;

import java.util.List;

/**
 * A document that a record carries as bytes, with what was said about them.
 *
 * @param raw what identifies the record, and stands for it where it stops
 * @param name of the document; its end hints at what it is
 * @param type what it was said to be
 * @param codings it went through, the first one first, as HTTP names them
 * @param isPlain whether it is known to be a text without markup
 * @param start first byte of the record in the decompressed dump
 * @param end byte after the last one
 */
public record Payload(
    String raw,
    String name,
    byte[] bytes,
    ContentType type,
    List<String> codings,
    boolean isPlain,
    Facts facts,
    long start,
    long end) {
  public Payload {
    codings = List.copyOf(codings);
  }

  /** Reads documents into records, as it would read files. */
  @FunctionalInterface
  public interface Reader {
    /** Gives at least one record: the text, the items of a feed, or why it stops. */
    void read(Payload payload, RecordSink records);
  }
}
