package io.winnow.read;

import io.winnow.record.SourceRecord;

/**
 * Turns places in a decoded text into places in its bytes.
 *
 * <p>Knows those of sound UTF-8 that lies in memory, and of nothing else. Places must be asked for
 * in ascending order, so that the bytes are looked at once.
 */
final class ByteOffsets {
  private final byte[] bytes;
  private final int length;
  private final boolean isKnown;
  private int at;
  private long chars;

  /**
   * @param length bytes in memory
   * @param isWhole whether they are all there are
   */
  ByteOffsets(byte[] bytes, int length, CharsetGuess charset, boolean isWhole) {
    this.bytes = bytes;
    this.length = length;
    this.isKnown =
        isWhole
            && charset.encoding().equals(Encoding.UTF_8)
            && Utf8Tally.of(bytes, length).malformed() == 0;
    this.at = charset.markBytes();
  }

  /** The record with its place in bytes; without one where that is not known. */
  SourceRecord placed(SourceRecord record) {
    if (record.start() < 0) {
      return record;
    }
    return isKnown ? record.at(of(record.start()), of(record.end())) : record.at(-1, -1);
  }

  /** The byte at which character {@code index} begins, in units of UTF-16. */
  private long of(long index) {
    while (chars < index && at < length) {
      int lead = bytes[at] & 0xFF;
      int size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      at += size;
      chars += size == 4 ? 2 : 1;
    }
    return at;
  }
}
