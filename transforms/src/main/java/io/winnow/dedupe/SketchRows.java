package io.winnow.dedupe;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lowest byte of every component of many sketches, one after the other in memory: tells in a
 * few hundred instructions that two texts do not repeat one another, which holds for nearly all
 * pairs under one template. Takes 292 bytes a sketch.
 */
final class SketchRows {
  private static final int LONGS = Sketch.COMPONENTS / Long.BYTES;
  private static final int PAGE = 1 << 10;

  /** What rounding may cost. */
  private static final double SLACK = 1 - 1e-9;

  private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

  private long[][] rows = {};
  private int[] shingles = new int[16];
  private int size;

  /** Adds a sketch; null for a text that has none, which is like no other. */
  void add(@Nullable SketchedText text) {
    int page = size / PAGE;
    if (page == rows.length) {
      rows = Arrays.copyOf(rows, page + 1);
      rows[page] = new long[(page == 0 ? 16 : PAGE) * LONGS];
    } else if (size % PAGE * LONGS == rows[page].length) {
      rows[page] = Arrays.copyOf(rows[page], 2 * rows[page].length);
    }
    if (size == shingles.length) {
      shingles = Arrays.copyOf(shingles, 2 * size);
    }
    if (text != null) {
      System.arraycopy(lowBytes(text.sketch()), 0, rows[page], size % PAGE * LONGS, LONGS);
      shingles[size] = text.shingles();
    }
    size++;
  }

  int size() {
    return size;
  }

  /** The lowest bytes of a sketch, eight in a long. */
  static long[] lowBytes(Sketch sketch) {
    long[] bytes = new long[LONGS];
    for (int i = 0; i < Sketch.COMPONENTS; i++) {
      bytes[i / Long.BYTES] |= (sketch.component(i) & 0xFFL) << i % Long.BYTES * Byte.SIZE;
    }
    return bytes;
  }

  /**
   * Whether a text may repeat a row, or a row it; never false where one does.
   *
   * @param bytes its {@link #lowBytes}
   */
  boolean mayRepeat(int row, long[] bytes, int others, DedupeSpec spec) {
    if (shingles[row] == 0) {
      return false;
    }
    int equal = equalBytes(rows[row / PAGE], row % PAGE * LONGS, bytes);
    if (equal >= spec.near() * Sketch.COMPONENTS * SLACK) {
      return true;
    }
    // Containment as Similarity has it, without its divisions.
    int smaller = Math.min(shingles[row], others);
    int larger = Math.max(shingles[row], others);
    return smaller >= spec.containedSize() * larger * SLACK
        && (double) equal * (smaller + larger)
            >= spec.contained() * SLACK * smaller * (Sketch.COMPONENTS + equal);
  }

  private static int equalBytes(long[] page, int from, long[] bytes) {
    int equal = 0;
    for (int i = 0; i < LONGS; i++) {
      long difference = page[from + i] ^ bytes[i];
      // The high bit of each byte that is zero (Warren, "Hacker's Delight", section 6-1).
      equal += Long.bitCount(~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS));
    }
    return equal;
  }
}
