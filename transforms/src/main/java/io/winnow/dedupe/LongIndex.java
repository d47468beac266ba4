package io.winnow.dedupe;

import java.util.Arrays;

/**
 * Numbers distinct longs from 0 in the order they come, in primitive arrays: 12 to 24 bytes each.
 */
final class LongIndex {
  private long[] values = new long[16];
  private int[] slots = new int[32];
  private int size;

  LongIndex() {
    Arrays.fill(slots, -1);
  }

  /** The number of the value, a new one if it has none. */
  int add(long value) {
    int slot = slot(value);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == values.length) {
      grow();
      slot = slot(value);
    }
    values[size] = value;
    slots[slot] = size;
    return size++;
  }

  /** The number of a value that has one. */
  int of(long value) {
    int number = slots[slot(value)];
    if (number < 0) {
      throw new IllegalArgumentException("has no number: " + value);
    }
    return number;
  }

  long value(int number) {
    return values[number];
  }

  int size() {
    return size;
  }

  private int slot(long value) {
    int mask = slots.length - 1;
    int slot = Mix.mix(value) & mask;
    while (slots[slot] >= 0 && values[slots[slot]] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    values = Arrays.copyOf(values, 2 * size);
    slots = new int[4 * size];
    Arrays.fill(slots, -1);
    for (int number = 0; number < size; number++) {
      slots[slot(values[number])] = number;
    }
  }
}
