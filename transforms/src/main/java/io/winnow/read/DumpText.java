package io.winnow.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decoded text of a dump, by line, with the byte each line begins at.
 *
 * <p>Lines end with LF or CRLF, which belong to no line; a lone CR does not end one. A text that
 * ends with a line end has no empty last line. Lines count from 1. A record-per-line dump above the
 * cap of one text comes as several windows: {@code firstLine}, {@code firstOffset} and {@code
 * firstOrdinal} say what lay before.
 */
public final class DumpText {
  private final String text;
  private final int[] starts;
  private final long @Nullable [] offsets;
  private final int firstLine;
  private final int firstOrdinal;

  private DumpText(
      String text, int[] starts, long @Nullable [] offsets, int firstLine, int firstOrdinal) {
    this.text = text;
    this.starts = starts;
    this.offsets = offsets;
    this.firstLine = firstLine;
    this.firstOrdinal = firstOrdinal;
  }

  /**
   * A window of a dump.
   *
   * @param text all of it, byte order mark removed
   * @param offsets for each line of {@code text} the byte it begins at in the decompressed dump,
   *     and one more for the end; null where unknown
   * @param firstLine number of the first line in the whole dump
   * @param firstOrdinal non-blank lines (records) before it
   */
  public static DumpText of(
      String text, long @Nullable [] offsets, int firstLine, int firstOrdinal) {
    int[] starts = lineStarts(text);
    if (offsets != null && offsets.length != starts.length) {
      throw new IllegalArgumentException(
          "offsets must have one entry a line and one for the end: "
              + starts.length
              + " expected, was: "
              + offsets.length);
    }
    return new DumpText(text, starts, offsets, firstLine, firstOrdinal);
  }

  /** A whole dump in UTF-8 without byte order mark, as tests have it. */
  public static DumpText ofUtf8(String text) {
    int[] starts = lineStarts(text);
    long[] offsets = new long[starts.length];
    long at = 0;
    for (int i = 0; i + 1 < starts.length; i++) {
      offsets[i] = at;
      at +=
          text.substring(starts[i], starts[i + 1])
              .getBytes(java.nio.charset.StandardCharsets.UTF_8)
              .length;
    }
    offsets[starts.length - 1] = at;
    return new DumpText(text, starts, offsets, 1, 0);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** A text of no line: that of a dump that could not be read. */
  public static DumpText empty() {
    return of("", null, 1, 0);
  }

  /** Number of the first line, from 1. */
  public int firstLine() {
    return firstLine;
  }

  /** Number of the last line; {@code firstLine() - 1} when there is none. */
  public int lastLine() {
    return firstLine + starts.length - 2;
  }

  /** Pieces that lie before this window: 0 but for later windows of a record-per-line dump. */
  public int firstOrdinal() {
    return firstOrdinal;
  }

  /** Line {@code n} without its line end. */
  public String line(int n) {
    int i = n - firstLine;
    int end = starts[i + 1];
    if (end > starts[i] && text.charAt(end - 1) == '\n') {
      end--;
      if (end > starts[i] && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return text.substring(starts[i], end);
  }

  /** Lines {@code from} to {@code to}, both included, with their line ends but the last. */
  public String lines(int from, int to) {
    String all = text.substring(starts[from - firstLine], starts[to + 1 - firstLine]);
    int end = all.length();
    if (all.endsWith("\n")) {
      end -= all.endsWith("\r\n") ? 2 : 1;
    }
    return all.substring(0, end);
  }

  /** Every line, in order; element 0 is {@link #firstLine}. */
  public List<String> asList() {
    List<String> all = new ArrayList<>(starts.length);
    for (int n = firstLine; n <= lastLine(); n++) {
      all.add(line(n));
    }
    return all;
  }

  /** Byte that line {@code n} begins at; -1 where unknown. */
  public long startOffset(int n) {
    return offsets == null ? -1 : offsets[n - firstLine];
  }

  /** Byte after the end of line {@code n}, its line end included; -1 where unknown. */
  public long endOffset(int n) {
    return offsets == null ? -1 : offsets[n + 1 - firstLine];
  }

  /** Lines from {@code from} to {@code to}, both included, that hold more than white space. */
  public int nonBlank(int from, int to) {
    int count = 0;
    for (int n = from; n <= to; n++) {
      if (!isBlank(n)) {
        count++;
      }
    }
    return count;
  }

  /** Whether line {@code n} holds nothing but Unicode white space. */
  public boolean isBlank(int n) {
    int i = n - firstLine;
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      char c = text.charAt(at);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  private static int[] lineStarts(String text) {
    int lines = 0;
    for (int at = 0; at < text.length(); lines++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    int[] starts = new int[lines + 1];
    int at = 0;
    for (int i = 1; i <= lines; i++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
      starts[i] = at;
    }
    return starts;
  }
}
