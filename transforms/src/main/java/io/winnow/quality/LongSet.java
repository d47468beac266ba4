package io.winnow.quality;

import java.util.Collection;

/** A set of hashes that is asked without boxing them; 0 is none. */
final class LongSet {
  private final long[] keys;
  private final int mask;

  LongSet(Collection<Long> hashes) {
    mask = Integer.highestOneBit(Math.max(8, hashes.size())) * 4 - 1;
    keys = new long[mask + 1];
    for (long hash : hashes) {
      int at = (int) hash & mask;
      while (keys[at] != 0 && keys[at] != hash) {
        at = at + 1 & mask;
      }
      keys[at] = hash;
    }
  }

  boolean contains(long hash) {
    for (int at = (int) hash & mask; keys[at] != 0; at = at + 1 & mask) {
      if (keys[at] == hash) {
        return true;
      }
    }
    return false;
  }
}
