package io.winnow.han;

import java.nio.IntBuffer;

/**
 * The words of a dictionary as a double array (Aoe, "An Efficient Digital Search Algorithm by Using
 * a Double-Array Structure", 1989): one step is one look at one place.
 */
final class DoubleArray {
  /** The state before the first letter. */
  static final int ROOT = 1;

  static final int NONE = -1;

  /** Base and check of each place in turn; padded, so that no letter leads outside. */
  private final int[] cells;

  private DoubleArray(int[] cells) {
    this.cells = cells;
  }

  /** Reads the size, then base and check of each place. */
  static DoubleArray read(IntBuffer in) {
    int size = in.get();
    int[] cells = new int[2 * (size + Character.MAX_VALUE + 2)];
    in.get(cells, 0, 2 * size);
    if (cells[0] != ROOT) {
      throw new IllegalStateException("a double array begins with another root: " + cells[0]);
    }
    return new DoubleArray(cells);
  }

  /** The state after one more letter; {@link #NONE} where no word goes on with it. */
  int step(int state, char letter) {
    int place = 2 * (state + letter + 1);
    return cells[place + 1] == state ? cells[place] : NONE;
  }

  /** The number of the word that ends in a state; {@link #NONE} where none does. */
  int word(int state) {
    int base = cells[2 * state];
    return base < 0 && cells[2 * state + 1] == state ? -base - 1 : NONE;
  }

  /** The number of a word; {@link #NONE} where the dictionary lacks it. */
  int find(CharSequence word) {
    int state = ROOT;
    for (int i = 0; i < word.length(); i++) {
      state = step(state, word.charAt(i));
      if (state == NONE) {
        return NONE;
      }
    }
    return word(state);
  }

  /** The number of a word that stands in a text. */
  int find(char[] text, int from, int to) {
    int state = ROOT;
    for (int i = from; i < to; i++) {
      state = step(state, text[i]);
      if (state == NONE) {
        return NONE;
      }
    }
    return word(state);
  }
}
