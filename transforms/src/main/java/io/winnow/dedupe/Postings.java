package io.winnow.dedupe;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Packs the keys of texts by the keys' buckets. A block holds, text after text: the text, how many
 * of its keys follow, and those.
 */
final class Postings {
  private final int buckets;
  private final Packed packed = new Packed();

  Postings(int buckets) {
    this.buckets = buckets;
  }

  /** Adds a text with its keys; hands over the blocks that are full. */
  void add(long text, long[] keys, BiConsumer<Integer, Parcel> out) {
    long[] byBucket = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      byBucket[i] = (long) Mix.bucket(keys[i], buckets) << 32 | i;
    }
    Arrays.sort(byBucket);
    for (int from = 0; from < keys.length; ) {
      int bucket = (int) (byBucket[from] >>> 32);
      int to = from;
      while (to < keys.length && byBucket[to] >>> 32 == bucket) {
        to++;
      }
      long[] entry = new long[2 + to - from];
      entry[0] = text;
      entry[1] = to - from;
      for (int i = from; i < to; i++) {
        entry[2 + i - from] = keys[(int) byBucket[i]];
      }
      packed.add(bucket, entry, out);
      from = to;
    }
  }

  /** Hands over what is left. */
  void flush(BiConsumer<Integer, Parcel> out) {
    packed.flush(out);
  }

  /** Takes one key of a text. */
  @FunctionalInterface
  interface Reader {
    void accept(long text, long key);
  }

  /** Reads what a block holds. */
  static void read(long[] block, Reader reader) {
    int at = 0;
    while (at < block.length) {
      long text = block[at];
      int end = at + 2 + (int) block[at + 1];
      for (at += 2; at < end; at++) {
        reader.accept(text, block[at]);
      }
    }
  }
}
