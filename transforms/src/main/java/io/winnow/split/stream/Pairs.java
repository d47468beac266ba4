package io.winnow.split.stream;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Knows which neighbouring lines never come apart: what recurs together belongs together. */
final class Pairs {
  private final LineKeys keys;
  private final int[] lines;
  private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();

  Pairs(LineKeys keys, int size) {
    this.keys = keys;
    this.lines = new int[size];
    for (int i = 0; i < size; i++) {
      lines[keys.key(i)]++;
      if (i > 0) {
        pairs.addTo(pair(i), 1);
      }
    }
  }

  /**
   * How surely the lines on both sides of gap {@code i} are one text: 0 where they meet once, up to
   * 1 where both recur and only together.
   */
  double together(int i) {
    int met = pairs.get(pair(i));
    int apart = Math.max(lines[keys.key(i - 1)], lines[keys.key(i)]);
    return met < 2 ? 0 : (double) met / apart;
  }

  private long pair(int i) {
    return (long) keys.key(i - 1) << Integer.SIZE | keys.key(i);
  }
}
