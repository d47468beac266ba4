package io.winnow.dedupe;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Packs the keys of texts by the keys' buckets. A block holds, text after text: the text; whether
 * its keys are those of URLs (one bit), how many follow (31 bits), and 32 bits of each, two in a
 * long.
 */
final class Postings {
  private static final long LOW = 0xFFFF_FFFFL;

  private final int buckets;
  private final Packed packed = new Packed();

  Postings(int buckets) {
    this.buckets = buckets;
  }

  /**
   * Adds a text with its keys, all of bands or all of URLs; hands over the blocks that are full.
   */
  void add(long text, long[] keys, BiConsumer<Integer, Parcel> out) {
    long[] byBucket = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      byBucket[i] = (long) Mix.bucket(keys[i], buckets) << Integer.SIZE | i;
    }
    Arrays.sort(byBucket);
    for (int from = 0; from < keys.length; ) {
      int bucket = (int) (byBucket[from] >>> Integer.SIZE);
      int to = from;
      while (to < keys.length && byBucket[to] >>> Integer.SIZE == bucket) {
        to++;
      }
      packed.add(bucket, entry(text, keys, byBucket, from, to), out);
      from = to;
    }
  }

  private static long[] entry(long text, long[] keys, long[] order, int from, int to) {
    int count = to - from;
    long[] entry = new long[2 + count / 2];
    entry[0] = text;
    entry[1] = (long) count << Integer.SIZE;
    if (Keys.isUrl(keys[(int) order[from]])) {
      entry[1] |= Long.MIN_VALUE;
    }
    for (int i = 0; i < count; i++) {
      long part = part(keys[(int) order[from + i]]) & LOW;
      entry[1 + (i + 1) / 2] |= i % 2 == 0 ? part : part << Integer.SIZE;
    }
    return entry;
  }

  /** What is left of a key in its bucket. */
  static int part(long key) {
    return (int) (key >>> 31);
  }

  /** Hands over what is left. */
  void flush(BiConsumer<Integer, Parcel> out) {
    packed.flush(out);
  }

  /** Takes one key of a text. */
  @FunctionalInterface
  interface Reader {
    void accept(long text, int key);
  }

  /** Reads what a block holds. */
  static void read(long[] block, Reader bands, Reader urls) {
    int at = 0;
    while (at < block.length) {
      long text = block[at];
      Reader reader = block[at + 1] < 0 ? urls : bands;
      int count = (int) (block[at + 1] >>> Integer.SIZE) & Integer.MAX_VALUE;
      for (int i = 0; i < count; i++) {
        long two = block[at + 1 + (i + 1) / 2];
        reader.accept(text, (int) (i % 2 == 0 ? two : two >>> Integer.SIZE));
      }
      at += 2 + count / 2;
    }
  }
}
