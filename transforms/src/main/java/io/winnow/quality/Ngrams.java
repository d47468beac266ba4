package io.winnow.quality;

import java.util.Arrays;

/**
 * Measures how much of a text repeats runs of words: the share of the most frequent run, and of all
 * that came before (Gopher, table A1). A run of n words is n words of spaced script or 2n
 * characters of unspaced script, or a mixture.
 *
 * <p>Runs get longer from step to step, and only where a run came twice can a longer one have come
 * twice: so only the first step looks at every word.
 */
final class Ngrams {
  private static final long BASE = 0x9E3779B97F4A7C15L | 1;
  private static final int FIRST = 2;
  private static final int LAST_TOP = 4;
  private static final int LAST = 10;

  private final Tokens tokens;
  private final long[] prefix;
  private final long[] powers;
  private final int[] chars;

  /** Where runs begin that may come twice; the first {@link #size} count. */
  private final int[] starts;

  private final int[] ends;
  private final int[] slots;
  private int size;

  private final long[] keys;
  private final int[] counts;
  private int mask;

  private Ngrams(Tokens tokens) {
    this.tokens = tokens;
    int words = tokens.size();
    prefix = new long[words + 1];
    powers = new long[words + 1];
    chars = new int[words + 1];
    powers[0] = 1;
    for (int i = 0; i < words; i++) {
      prefix[i + 1] = prefix[i] * BASE + tokens.hash(i);
      powers[i + 1] = powers[i] * BASE;
      chars[i + 1] = chars[i] + tokens.chars(i);
    }
    starts = new int[words];
    ends = new int[words];
    slots = new int[words];
    Arrays.setAll(starts, i -> i);
    size = words;
    keys = new long[capacity(words)];
    counts = new int[keys.length];
  }

  static void putInto(Signals signals, Tokens tokens) {
    Ngrams ngrams = new Ngrams(tokens);
    int all = ngrams.chars[tokens.size()];
    for (int n = FIRST; n <= LAST; n++) {
      ngrams.count(n);
      if (n <= LAST_TOP) {
        signals.putShare("top_" + n + "gram_share", Math.min(all, ngrams.top()), all);
      } else {
        signals.putShare("duplicate_" + n + "gram_share", ngrams.duplicates(), all);
      }
      ngrams.keepRepeated();
    }
  }

  private static int capacity(int size) {
    return Integer.highestOneBit(Math.max(16, size)) * 4;
  }

  /** Counts the runs of {@code n} words at every start. */
  private void count(int n) {
    mask = capacity(size) - 1;
    Arrays.fill(keys, 0, mask + 1, 0);
    Arrays.fill(counts, 0, mask + 1, 0);
    int begun = 0;
    int end = 0;
    int weight = 0;
    int whole = 0;
    for (int k = 0; k < size; k++) {
      int start = starts[k];
      for (; begun < start; begun++) {
        weight -= begun < end ? tokens.weight(begun) : 0;
      }
      end = Math.max(end, start);
      while (end < tokens.size() && weight < 2 * n) {
        weight += tokens.weight(end++);
      }
      if (weight < 2 * n) {
        break;
      }
      ends[k] = end;
      slots[k] = slot(hash(start, end));
      counts[slots[k]]++;
      whole++;
    }
    size = whole;
  }

  /** Characters in the most frequent run, if it comes twice. */
  private long top() {
    long best = 0;
    for (int k = 0; k < size; k++) {
      int count = counts[slots[k]];
      if (count > 1) {
        best = Math.max(best, (long) count * (chars[ends[k]] - chars[starts[k]]));
      }
    }
    return best;
  }

  /** Characters in runs that came before; none counts twice. */
  private long duplicates() {
    boolean[] seen = new boolean[mask + 1];
    long repeated = 0;
    int counted = 0;
    for (int k = 0; k < size; k++) {
      if (starts[k] < counted) {
        continue;
      }
      if (seen[slots[k]]) {
        repeated += chars[ends[k]] - chars[starts[k]];
        counted = ends[k];
      }
      seen[slots[k]] = true;
    }
    return repeated;
  }

  private void keepRepeated() {
    int left = 0;
    for (int k = 0; k < size; k++) {
      if (counts[slots[k]] > 1) {
        starts[left++] = starts[k];
      }
    }
    size = left;
  }

  private long hash(int from, int to) {
    long hash = prefix[to] - prefix[from] * powers[to - from];
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  /** The place of a hash in the table. */
  private int slot(long hash) {
    int at = (int) hash & mask;
    while (keys[at] != 0 && keys[at] != hash) {
      at = at + 1 & mask;
    }
    keys[at] = hash;
    return at;
  }
}
