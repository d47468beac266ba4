package io.winnow.learn;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Packs sightings for the same bucket together: what would be an element of 28 bytes each becomes
 * one of up to 16 kB. Holds 8 MB at most, whatever the number of buckets.
 */
final class SightingBlocks {
  private static final int FULL = 16 << 10;
  private static final int MOST = 8 << 20;

  private byte[][] blocks = {};
  private int[] sizes = {};
  private int held;

  /** Adds a sighting; hands over the blocks that are full. */
  void add(int bucket, Sighting sighting, BiConsumer<Integer, byte[]> out) {
    if (bucket >= blocks.length) {
      int known = blocks.length;
      blocks = Arrays.copyOf(blocks, Math.max(bucket + 1, 2 * known));
      sizes = Arrays.copyOf(sizes, blocks.length);
      Arrays.fill(blocks, known, blocks.length, new byte[0]);
    }
    if (sizes[bucket] + Sighting.BYTES > blocks[bucket].length) {
      int more = Math.max(4 * Sighting.BYTES, 2 * blocks[bucket].length);
      blocks[bucket] = Arrays.copyOf(blocks[bucket], more);
    }
    sighting.write(ByteBuffer.wrap(blocks[bucket], sizes[bucket], Sighting.BYTES));
    sizes[bucket] += Sighting.BYTES;
    held += Sighting.BYTES;
    if (sizes[bucket] + Sighting.BYTES > FULL) {
      handOver(bucket, out);
    } else if (held >= MOST) {
      flush(out);
    }
  }

  /** Hands over what is left. */
  void flush(BiConsumer<Integer, byte[]> out) {
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      if (sizes[bucket] > 0) {
        handOver(bucket, out);
      }
    }
  }

  private void handOver(int bucket, BiConsumer<Integer, byte[]> out) {
    byte[] block = Arrays.copyOf(blocks[bucket], sizes[bucket]);
    held -= sizes[bucket];
    sizes[bucket] = 0;
    blocks[bucket] = new byte[0];
    out.accept(bucket, block);
  }

  /** Reads what a block holds. */
  static void read(byte[] block, Consumer<Sighting> sightings) {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      sightings.accept(Sighting.read(bytes));
    }
  }
}
