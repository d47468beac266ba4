package io.winnow.read;

import java.util.Arrays;

/** Finds the byte that each line begins at, by its line feeds. */
final class LineOffsets {
  private LineOffsets() {}

  /**
   * The offset of each line's first byte, and one more for the end.
   *
   * @param from first byte of the text, after a byte order mark
   * @param to byte after its last
   * @param base offset in the dump of {@code bytes[0]}
   */
  static long[] of(byte[] bytes, int from, int to, Encoding encoding, long base) {
    long[] offsets = new long[16 + (to - from) / 64];
    int lines = 0;
    int start = from;
    while (start < to) {
      if (lines == offsets.length) {
        offsets = Arrays.copyOf(offsets, lines * 2);
      }
      offsets[lines++] = base + start;
      int end = lineEnd(bytes, start, to, encoding);
      start = end < 0 ? to : end;
    }
    offsets = Arrays.copyOf(offsets, lines + 1);
    offsets[lines] = base + to;
    return offsets;
  }

  /** Index after the first line feed from {@code from} on; -1 where there is none. */
  static int lineEnd(byte[] bytes, int from, int to, Encoding encoding) {
    int unit = encoding.unitBytes();
    for (int i = from; i + unit <= to; i += unit) {
      if (isLineFeed(bytes, i, encoding)) {
        return i + unit;
      }
    }
    return -1;
  }

  /** Index after the last line feed before {@code to}; -1 where there is none. */
  static int lastLineEnd(byte[] bytes, int to, Encoding encoding) {
    int unit = encoding.unitBytes();
    for (int i = to - to % unit - unit; i >= 0; i -= unit) {
      if (isLineFeed(bytes, i, encoding)) {
        return i + unit;
      }
    }
    return -1;
  }

  private static boolean isLineFeed(byte[] bytes, int at, Encoding encoding) {
    int unit = encoding.unitBytes();
    if (unit == 1) {
      return bytes[at] == '\n';
    }
    int lowest = encoding.isBigEndian() ? at + unit - 1 : at;
    for (int i = at; i < at + unit; i++) {
      if (bytes[i] != (i == lowest ? '\n' : 0)) {
        return false;
      }
    }
    return true;
  }
}
