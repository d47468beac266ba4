package io.winnow.read;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes text of which some lines were written in another charset, as in pages with a pasted
 * snippet and dumps glued together from several files.
 *
 * <p>In UTF-8, a line with hardly a valid character beyond ASCII is read in the charset that makes
 * it plausible; damaged characters among valid ones stay U+FFFD. In any other charset, a line that
 * is strict UTF-8 with more than a character or two is read as that. What a line becomes depends on
 * the line alone, but for a cap on how much is looked at.
 */
final class MixedLines {
  /** Bytes of odd lines that are looked at; what is still malformed after them stays so. */
  private static final int MAX_ODD_BYTES = 1 << 18;

  /** What looking at a line costs at least. */
  private static final int ODD_LINE_BYTES = 64;

  private static final int MALFORMED_FOR_ONE_VALID = 3;
  private static final double CERTAIN = 0.8;

  /**
   * Bytes that follow the first ones of characters: two characters of Chinese, or four of two
   * bytes.
   */
  private static final int SURE_UTF_8 = 4;

  private final Encoding main;
  private final byte[] bytes;
  private int budget = MAX_ODD_BYTES;

  private MixedLines(Encoding main, byte[] bytes) {
    this.main = main;
    this.bytes = bytes;
  }

  /** The text of the bytes from {@code from} to {@code to}. */
  static String decode(Encoding main, byte[] bytes, int from, int to) {
    return new MixedLines(main, bytes).decode(from, to);
  }

  private String decode(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int done = from;
    int start = from;
    while (start < to) {
      int end = start;
      boolean ascii = true;
      while (end < to && bytes[end] != '\n') {
        ascii &= bytes[end++] >= 0;
      }
      Optional<Encoding> other = ascii ? Optional.empty() : other(start, end);
      if (other.isPresent()) {
        text.append(main.plain(bytes, done, start)).append(other.get().plain(bytes, start, end));
        done = end;
      }
      start = end + 1;
    }
    return done == from
        ? main.plain(bytes, from, to)
        : text.append(main.plain(bytes, done, to)).toString();
  }

  /** What the line is written in, when it is not the main charset. */
  private Optional<Encoding> other(int start, int end) {
    if (!main.equals(Encoding.UTF_8)) {
      return isSurelyUtf8(start, end) ? Optional.of(Encoding.UTF_8) : Optional.empty();
    }
    if (budget <= 0 || !isForeign(start, end)) {
      return Optional.empty();
    }
    byte[] line = Arrays.copyOfRange(bytes, start, Math.min(end, start + budget));
    budget -= Math.max(ODD_LINE_BYTES, line.length);
    CharsetGuess guess = CharsetSniffer.byStatistics(line);
    return guess.confidence() >= CERTAIN ? Optional.of(guess.encoding()) : Optional.empty();
  }

  /** Whether hardly a character beyond ASCII is valid: pairs of bytes of GBK may look so. */
  private boolean isForeign(int start, int end) {
    Utf8Tally tally = Utf8Tally.of(bytes, start, end);
    return tally.malformed() >= MALFORMED_FOR_ONE_VALID * tally.valid() && tally.malformed() > 0;
  }

  private boolean isSurelyUtf8(int start, int end) {
    if (!Utf8Tally.isStrict(bytes, start, end)) {
      return false;
    }
    int following = 0;
    for (int i = start; i < end; i++) {
      following += (bytes[i] & 0xC0) == 0x80 ? 1 : 0;
    }
    return following >= SURE_UTF_8;
  }
}
