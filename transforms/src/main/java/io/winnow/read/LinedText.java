package io.winnow.read;

import java.util.Arrays;

/**
 * Decoded text whose lines are those of its bytes.
 *
 * @param offsets for each line the byte it begins at, and one more for the end
 */
record LinedText(String text, long[] offsets) {

  /** Decodes a range of bytes. */
  static LinedText of(byte[] bytes, int from, int to, Encoding encoding, long base) {
    return of(encoding.decode(bytes, from, to), bytes, from, to, encoding, base);
  }

  /**
   * Finds the lines of a range of bytes.
   *
   * @param text what the range was decoded to
   * @param base offset in the dump of {@code bytes[0]}
   */
  static LinedText of(String text, byte[] bytes, int from, int to, Encoding encoding, long base) {
    long[] offsets = LineOffsets.of(bytes, from, to, encoding, base);
    return offsets.length == lines(text) + 1
        ? new LinedText(text, offsets)
        : byLine(bytes, offsets, encoding, base);
  }

  private static int lines(String text) {
    int lines = 0;
    for (int at = 0; at < text.length(); lines++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }

  /**
   * Decodes line by line: a malformed character may take the line feed after it along, and then the
   * lines of the text would no longer be those of the bytes.
   */
  private static LinedText byLine(byte[] bytes, long[] offsets, Encoding encoding, long base) {
    StringBuilder text = new StringBuilder();
    int lines = offsets.length - 1;
    for (int i = 0; i < lines; i++) {
      int start = (int) (offsets[i] - base);
      int end = (int) (offsets[i + 1] - base);
      boolean ends = LineOffsets.lineEnd(bytes, start, end, encoding) == end;
      String line = encoding.decode(bytes, start, ends ? end - encoding.unitBytes() : end);
      text.append(line.replace('\n', '\uFFFD')).append(ends ? "\n" : "");
      if (!ends && line.isEmpty()) {
        return new LinedText(text.toString(), withoutLastLine(offsets));
      }
    }
    return new LinedText(text.toString(), offsets);
  }

  /** For bytes after the last line feed that are no character, such as an escape sequence. */
  private static long[] withoutLastLine(long[] offsets) {
    long[] fewer = Arrays.copyOf(offsets, offsets.length - 1);
    fewer[fewer.length - 1] = offsets[offsets.length - 1];
    return fewer;
  }
}
