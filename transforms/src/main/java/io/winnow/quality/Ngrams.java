package io.winnow.quality;

import java.util.Arrays;

/**
 * Measures how much of a text repeats runs of words: the share of the most frequent run, and of all
 * that came before (Gopher, table A1). A run of n words is n words of spaced script or 2n
 * characters of unspaced script, or a mixture.
 */
final class Ngrams {
  private static final long BASE = 0x9E3779B97F4A7C15L | 1;

  private final Tokens tokens;
  private final long[] prefix;
  private final long[] powers;
  private final long all;
  private final long[] keys;
  private final int[] counts;

  Ngrams(Tokens tokens) {
    this.tokens = tokens;
    int size = tokens.size();
    prefix = new long[size + 1];
    powers = new long[size + 1];
    powers[0] = 1;
    long chars = 0;
    for (int i = 0; i < size; i++) {
      prefix[i + 1] = prefix[i] * BASE + tokens.hash(i);
      powers[i + 1] = powers[i] * BASE;
      chars += tokens.chars(i);
    }
    all = chars;
    int capacity = Integer.highestOneBit(Math.max(16, size)) * 4;
    keys = new long[capacity];
    counts = new int[capacity];
  }

  /** Characters in the most frequent run of {@code n} words, if it comes twice, of all. */
  double topShare(int n) {
    clear();
    int best = 1;
    long bestChars = 0;
    int end = 0;
    int weight = 0;
    int chars = 0;
    for (int from = 0; from < tokens.size(); from++) {
      while (end < tokens.size() && weight < 2 * n) {
        weight += tokens.weight(end);
        chars += tokens.chars(end++);
      }
      if (weight < 2 * n) {
        break;
      }
      int count = count(hash(from, end));
      if (count > 1 && (long) count * chars > bestChars) {
        best = count;
        bestChars = (long) count * chars;
      }
      weight -= tokens.weight(from);
      chars -= tokens.chars(from);
    }
    return best == 1 || all == 0 ? 0 : Math.min(1, (double) bestChars / all);
  }

  /** Characters in runs of {@code n} words that came before, of all; none counts twice. */
  double duplicateShare(int n) {
    clear();
    long repeated = 0;
    int end = 0;
    int weight = 0;
    int chars = 0;
    int counted = 0;
    for (int from = 0; from < tokens.size(); from++) {
      while (end < tokens.size() && weight < 2 * n) {
        weight += tokens.weight(end);
        chars += tokens.chars(end++);
      }
      if (weight < 2 * n) {
        break;
      }
      if (from >= counted && count(hash(from, end)) > 1) {
        repeated += chars;
        counted = end;
      }
      weight -= tokens.weight(from);
      chars -= tokens.chars(from);
    }
    return all == 0 ? 0 : (double) repeated / all;
  }

  private long hash(int from, int to) {
    long hash = prefix[to] - prefix[from] * powers[to - from];
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  private void clear() {
    Arrays.fill(keys, 0);
    Arrays.fill(counts, 0);
  }

  /** How often the hash was asked for, now included. */
  private int count(long hash) {
    int mask = keys.length - 1;
    int at = (int) hash & mask;
    while (keys[at] != 0 && keys[at] != hash) {
      at = at + 1 & mask;
    }
    keys[at] = hash;
    return ++counts[at];
  }
}
