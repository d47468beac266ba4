package io.winnow.read;

import java.io.Serializable;

/**
 * The caps of reading. They are sizes and counts, never times, so that what is refused is the same
 * on every machine.
 *
 * @param maxTextBytes decompressed bytes of a dump that is read as one text, and of one record of
 *     JSON Lines; a larger dump is {@code too-large}
 * @param maxTextLines lines of a dump that is read as one text; a dump of more is {@code too-large}
 * @param windowBytes decompressed bytes of one window of JSON Lines; a larger file is read window
 *     by window, a plain one by all workers
 * @param maxMembers members of one archive that are read; the rest is {@code too-many-entries}
 * @param maxTotalBytes decompressed bytes of one compressed file or archive; more is a {@code
 *     decompression-bomb}
 * @param maxRatio decompressed bytes for one stored byte, looked at above {@code maxTextBytes};
 *     more is a {@code decompression-bomb}. Text compresses 3 to 20 times, deflate allows 1032
 */
public record ReadSpec(
    int maxTextBytes,
    int maxTextLines,
    int windowBytes,
    int maxMembers,
    long maxTotalBytes,
    int maxRatio)
    implements Serializable {
  public static final int DEFAULT_MAX_TEXT_BYTES = 64 << 20;
  public static final int DEFAULT_MAX_TEXT_LINES = 300_000;
  public static final int DEFAULT_WINDOW_BYTES = 4 << 20;
  public static final int DEFAULT_MAX_MEMBERS = 100_000;
  public static final long DEFAULT_MAX_TOTAL_BYTES = 64L << 30;
  public static final int DEFAULT_MAX_RATIO = 200;

  public ReadSpec {
    if (windowBytes < 1 || windowBytes > maxTextBytes) {
      throw new IllegalArgumentException(
          "windowBytes must be between 1 and maxTextBytes, was: " + windowBytes);
    }
    if (maxTextLines < 1) {
      throw new IllegalArgumentException("maxTextLines must be at least 1, was: " + maxTextLines);
    }
    if (maxTextBytes > 512 << 20) {
      throw new IllegalArgumentException(
          "maxTextBytes must be at most 512 MiB, was: " + maxTextBytes);
    }
    if (maxMembers < 1) {
      throw new IllegalArgumentException("maxMembers must be at least 1, was: " + maxMembers);
    }
    if (maxTotalBytes < maxTextBytes) {
      throw new IllegalArgumentException(
          "maxTotalBytes must be at least maxTextBytes, was: " + maxTotalBytes);
    }
    if (maxRatio < 2) {
      throw new IllegalArgumentException("maxRatio must be at least 2, was: " + maxRatio);
    }
  }

  /** With the default number of lines. */
  public ReadSpec(
      int maxTextBytes, int windowBytes, int maxMembers, long maxTotalBytes, int maxRatio) {
    this(maxTextBytes, DEFAULT_MAX_TEXT_LINES, windowBytes, maxMembers, maxTotalBytes, maxRatio);
  }

  /** The documented defaults. */
  public static ReadSpec defaults() {
    return new ReadSpec(
        DEFAULT_MAX_TEXT_BYTES,
        DEFAULT_WINDOW_BYTES,
        DEFAULT_MAX_MEMBERS,
        DEFAULT_MAX_TOTAL_BYTES,
        DEFAULT_MAX_RATIO);
  }
}
