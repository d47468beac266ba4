package io.winnow.tag.keyword;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they come. */
final class Numbers {
  static final int NONE = -1;

  private int bits;
  private long[] keys;

  /** Number of the key at the same place, plus one; 0 where there is none. */
  private int[] numbers;

  private int size;

  /** Room for about so many keys at first: a power of two. */
  Numbers(int bits) {
    this.bits = bits;
    keys = new long[1 << bits];
    numbers = new int[1 << bits];
  }

  int size() {
    return size;
  }

  /** The number of a key; {@link #NONE} where it has none. */
  int find(long key) {
    return numbers[place(key)] - 1;
  }

  /** The number of a key; a new one gets the next. */
  int number(long key) {
    int at = place(key);
    if (numbers[at] != 0) {
      return numbers[at] - 1;
    }
    keys[at] = key;
    numbers[at] = ++size;
    if (2 * size > keys.length) {
      grow();
    }
    return size - 1;
  }

  private int place(long key) {
    int at = CharHash.slot(key, bits);
    while (numbers[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  private void grow() {
    long[] old = keys;
    int[] oldNumbers = numbers;
    bits++;
    keys = new long[1 << bits];
    numbers = new int[1 << bits];
    for (int i = 0; i < old.length; i++) {
      if (oldNumbers[i] != 0) {
        int at = place(old[i]);
        keys[at] = old[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }

  /** An array with room for the element of that number. */
  static int[] withRoom(int[] values, int number) {
    return number < values.length ? values : Arrays.copyOf(values, 2 * number);
  }
}
