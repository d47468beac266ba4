package io.winnow.tag.keyword;

/**
 * Hashes characters so that the hash of a text follows from those of its parts: that of {@code ab}
 * is that of {@code a} times {@link #power} of {@code b}'s length, plus that of {@code b}.
 */
final class CharHash {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private CharHash() {}

  static long of(char[] text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * BASE + text[i] + 1;
    }
    return hash;
  }

  static long of(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * BASE + text.charAt(i) + 1;
    }
    return hash;
  }

  /** What a hash is multiplied by when so many characters follow. */
  static long power(int length) {
    long power = 1;
    for (int i = 0; i < length; i++) {
      power *= BASE;
    }
    return power;
  }

  /** A place in a table of {@code 1 << bits}. */
  static int slot(long hash, int bits) {
    return (int) ((hash ^ hash >>> 32) * BASE >>> 64 - bits);
  }
}
