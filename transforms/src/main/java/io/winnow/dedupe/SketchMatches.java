package io.winnow.dedupe;

import java.util.Arrays;
import java.util.List;

/**
 * Compares a sketch with many at once: how many components it shares with each, as {@link
 * Sketch#jaccard} counts them one by one.
 *
 * <p>Keeps for each component and value the sketches that have it. Of a component nearly all values
 * are met by none, so to compare with 200 takes the time of a few comparisons.
 */
final class SketchMatches {
  private static final int NONE = -1;

  private final int sketches;
  private final long[] keys;
  private final int[] heads;
  private final int[] next;
  private final int[] owners;

  SketchMatches(List<Sketch> sketches) {
    this.sketches = sketches.size();
    int entries = sketches.size() * Sketch.COMPONENTS;
    int slots = Integer.highestOneBit(Math.max(1, entries)) << 2;
    keys = new long[slots];
    heads = new int[slots];
    next = new int[entries];
    owners = new int[entries];
    Arrays.fill(heads, NONE);
    int entry = 0;
    for (int owner = 0; owner < sketches.size(); owner++) {
      for (int i = 0; i < Sketch.COMPONENTS; i++) {
        int slot = slot(key(i, sketches.get(owner).component(i)));
        keys[slot] = key(i, sketches.get(owner).component(i));
        next[entry] = heads[slot];
        owners[entry] = owner;
        heads[slot] = entry++;
      }
    }
  }

  /** By sketch, in the order they were given, the components it shares. */
  int[] shared(Sketch sketch) {
    int[] shared = new int[sketches];
    for (int i = 0; i < Sketch.COMPONENTS; i++) {
      int slot = slot(key(i, sketch.component(i)));
      for (int entry = heads[slot]; entry != NONE; entry = next[entry]) {
        shared[owners[entry]]++;
      }
    }
    return shared;
  }

  private static long key(int component, int value) {
    return (long) component << Integer.SIZE | value;
  }

  private int slot(long key) {
    int slot = Mix.mix(key) & keys.length - 1;
    while (heads[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }
}
