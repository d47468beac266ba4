package io.winnow.dedupe;

import java.util.Arrays;

/**
 * Numbers distinct longs from 0 in the order they come, in primitive arrays: 13 to 19 bytes each.
 */
final class LongIndex {
  private static final int BITS = 18;
  private static final int MASK = (1 << BITS) - 1;
  private static final int LEAST_SLOTS = 32;

  private final HeapRoom room;

  /** In pages, so that growing neither copies nor holds anything twice; the first begins small. */
  private long[][] pages = {new long[16]};

  private int[] slots = emptySlots(LEAST_SLOTS);
  private int size;

  LongIndex() {
    this(new HeapRoom(Long.MAX_VALUE, "numbers"));
  }

  /**
   * @param room for all that it holds
   */
  LongIndex(HeapRoom room) {
    this.room = room;
  }

  /** The number of the value, a new one if it has none. */
  int add(long value) {
    int slot = slot(value);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    room.take(0);
    if (size >= slots.length / 4 * 3) {
      grow();
      slot = slot(value);
    }
    put(value);
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
    return pages[number >>> BITS][number & MASK];
  }

  int size() {
    return size;
  }

  private void put(long value) {
    int page = size >>> BITS;
    if (page == pages.length) {
      room.add((MASK + 1L) * Long.BYTES);
      pages = Arrays.copyOf(pages, page + 1);
      pages[page] = new long[MASK + 1];
    } else if ((size & MASK) >= pages[page].length) {
      room.add((long) pages[page].length * Long.BYTES);
      pages[page] = Arrays.copyOf(pages[page], 2 * pages[page].length);
    }
    pages[page][size & MASK] = value;
  }

  private int slot(long value) {
    int mask = slots.length - 1;
    int slot = Mix.mix(value) & mask;
    while (slots[slot] >= 0 && value(slots[slot]) != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int more = 2 * slots.length;
    room.add((long) slots.length * Integer.BYTES);
    slots = new int[0]; // The values say all: the old slots may go before the new ones come.
    slots = emptySlots(more);
    for (int number = 0; number < size; number++) {
      slots[slot(value(number))] = number;
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, -1);
    return slots;
  }
}
