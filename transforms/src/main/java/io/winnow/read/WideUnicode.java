package io.winnow.read;

import java.util.Optional;

/** Recognizes UTF-16 without a byte order mark, by what its units say in either byte order. */
final class WideUnicode {
  private static final int SAMPLE_BYTES = 1 << 14;
  private static final double ENOUGH = 0.6;
  private static final double MARGIN = 0.25;

  private WideUnicode() {}

  /** UTF-16LE or UTF-16BE; empty where the bytes look like neither. */
  static Optional<CharsetGuess> sniff(byte[] bytes, int length) {
    int sample = Math.min(length, SAMPLE_BYTES) & ~1;
    if (sample < 4) {
      return Optional.empty();
    }
    double little = textShare(Encoding.UTF_16LE.plain(bytes, 0, sample));
    double big = textShare(Encoding.UTF_16BE.plain(bytes, 0, sample));
    if (Math.max(little, big) < ENOUGH || Math.abs(little - big) < MARGIN) {
      return Optional.empty();
    }
    Encoding encoding = little > big ? Encoding.UTF_16LE : Encoding.UTF_16BE;
    return Optional.of(new CharsetGuess(encoding, Math.min(0.95, Math.max(little, big)), 0));
  }

  /** Whether there is a zero byte, as every ASCII character in UTF-16 has. */
  static boolean hasZeroByte(byte[] bytes, int length) {
    for (int i = 0; i < Math.min(length, SAMPLE_BYTES); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Characters that are ASCII text or frequent ones of a language, as a share of all. */
  private static double textShare(String text) {
    long good =
        text.codePoints()
            .filter(
                c ->
                    c < 0x80
                        ? c >= ' ' || c == '\n' || c == '\r' || c == '\t'
                        : FrequentCharacters.contains(c)
                            || LetterPairs.isLetter(c)
                            || (c >= 0x3000 && c <= 0x30FF)
                            || (c >= 0xFF00 && c <= 0xFF60)
                            || (c >= 0x2010 && c <= 0x2026))
            .count();
    long all = text.codePoints().count();
    return all == 0 ? 0 : (double) good / all;
  }
}
