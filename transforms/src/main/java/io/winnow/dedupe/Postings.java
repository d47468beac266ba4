package io.winnow.dedupe;

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
    int[] sizes = new int[buckets];
    for (long key : keys) {
      sizes[Mix.bucket(key, buckets)]++;
    }
    long[][] entries = new long[buckets][];
    for (long key : keys) {
      int bucket = Mix.bucket(key, buckets);
      if (entries[bucket] == null) {
        entries[bucket] = new long[2 + sizes[bucket]];
        entries[bucket][0] = text;
        entries[bucket][1] = sizes[bucket];
      }
      entries[bucket][1 + sizes[bucket]--] = key;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (entries[bucket] != null) {
        packed.add(bucket, entries[bucket], out);
      }
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
