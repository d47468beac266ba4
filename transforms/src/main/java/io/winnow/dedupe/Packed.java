package io.winnow.dedupe;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Packs numbers for the same bucket together: what would be an element each becomes one of about 64
 * kB.
 */
final class Packed {
  private static final int FULL = 8 * 1024;

  private final Map<Integer, Block> blocks = new TreeMap<>();

  /** Adds numbers that stay together; hands the block over when it is full. */
  void add(int bucket, long[] numbers, BiConsumer<Integer, Parcel> out) {
    Block block = blocks.computeIfAbsent(bucket, key -> new Block());
    block.append(numbers);
    if (block.size >= FULL) {
      out.accept(bucket, block.take());
    }
  }

  /** Hands over what is left. */
  void flush(BiConsumer<Integer, Parcel> out) {
    blocks.forEach(
        (bucket, block) -> {
          if (block.size > 0) {
            out.accept(bucket, block.take());
          }
        });
  }

  private static final class Block {
    private long[] numbers = new long[32];
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
      size = 0;
      return parcel;
    }
  }
}
