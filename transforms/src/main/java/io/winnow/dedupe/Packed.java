package io.winnow.dedupe;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Packs numbers for the same bucket together: what would be an element each becomes one of up to 64
 * kB. Holds 16 MB at most, whatever the number of buckets.
 */
final class Packed {
  private static final int FULL = 8 * 1024;
  private static final int MOST = 1 << 20;

  private Block[] blocks = new Block[0];
  private int held;

  /** Adds numbers that stay together; hands the block over when it is full. */
  void add(int bucket, long[] numbers, BiConsumer<Integer, Parcel> out) {
    Block block = block(bucket);
    block.append(numbers);
    held += numbers.length;
    if (block.size >= FULL) {
      held -= block.size;
      out.accept(bucket, block.take());
    } else if (held >= MOST) {
      flush(out);
    }
  }

  /** Hands over what is left. */
  void flush(BiConsumer<Integer, Parcel> out) {
    held = 0;
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      if (blocks[bucket].size > 0) {
        out.accept(bucket, blocks[bucket].take());
      }
    }
  }

  private Block block(int bucket) {
    if (bucket >= blocks.length) {
      int known = blocks.length;
      blocks = Arrays.copyOf(blocks, Math.max(bucket + 1, 2 * known));
      Arrays.setAll(blocks, i -> i < known ? blocks[i] : new Block());
    }
    return blocks[bucket];
  }

  private static final class Block {
    private long[] numbers = {};
    private int size;

    void append(long[] more) {
      if (size + more.length > numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, size + more.length));
      }
      System.arraycopy(more, 0, numbers, size, more.length);
      size += more.length;
    }

    Parcel take() {
      Parcel parcel = Parcel.of(Arrays.copyOf(numbers, size));
      numbers = new long[0];
      size = 0;
      return parcel;
    }
  }
}
