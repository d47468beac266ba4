package io.winnow.dedupe;

import java.util.Arrays;

/** Keeps of hashes each distinct one, in the order they come. */
final class DistinctLongs {
  private final long[] slots;
  private final long[] values;
  private int size;
  private boolean hasZero;

  /**
   * @param most how many are added at most
   */
  DistinctLongs(int most) {
    slots = new long[Integer.highestOneBit(Math.max(1, most)) * 4];
    values = new long[most];
  }

  void add(long hash) {
    if (hash == 0) {
      // A free slot holds zero.
      if (!hasZero) {
        hasZero = true;
        values[size++] = 0;
      }
      return;
    }
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = hash;
    values[size++] = hash;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
