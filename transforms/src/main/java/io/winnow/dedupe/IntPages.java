package io.winnow.dedupe;

import java.util.Arrays;

/** Ints by number, in pages, so that growing neither copies nor holds anything twice. */
final class IntPages {
  private static final int BITS = 18;
  private static final int MASK = (1 << BITS) - 1;

  private final HeapRoom room;
  private int[][] pages = {new int[16]};

  IntPages(HeapRoom room) {
    this.room = room;
  }

  int get(int number) {
    return pages[number >>> BITS][number & MASK];
  }

  /** Sets the value of a number: one that is known, or the next. */
  void set(int number, int value) {
    int page = number >>> BITS;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, page + 1);
      pages[page] = new int[MASK + 1];
      room.add((MASK + 1L) * Integer.BYTES);
    } else if ((number & MASK) >= pages[page].length) {
      // Only the first page begins small: most indexes stay so.
      room.add((long) pages[page].length * Integer.BYTES);
      pages[page] = Arrays.copyOf(pages[page], 2 * pages[page].length);
    }
    pages[page][number & MASK] = value;
  }
}
