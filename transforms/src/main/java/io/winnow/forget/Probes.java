package io.winnow.forget;

import io.winnow.dedupe.TextProbe;
import java.util.Arrays;
import java.util.List;

/** Looks for many probes in one text at once. */
final class Probes {
  private static final int OWNER_BITS = 32;

  /** Shingle above, owner below; ascending. */
  private final long[] entries;

  private final int[] sizes;

  Probes(List<int[]> probes) {
    sizes = probes.stream().mapToInt(probe -> probe.length).toArray();
    entries = new long[Arrays.stream(sizes).sum()];
    int entry = 0;
    for (int owner = 0; owner < probes.size(); owner++) {
      for (int shingle : probes.get(owner)) {
        entries[entry++] = (long) shingle << OWNER_BITS | owner;
      }
    }
    Arrays.sort(entries);
  }

  /**
   * Whether the text of one of them stands in another.
   *
   * @param shingles all of the other, by {@link TextProbe#all}
   */
  boolean anyIn(int[] shingles) {
    int[] found = new int[sizes.length];
    for (int shingle : shingles) {
      int at = Arrays.binarySearch(entries, (long) shingle << OWNER_BITS);
      for (int i = at < 0 ? -at - 1 : at;
          i < entries.length && entries[i] >>> OWNER_BITS == shingle;
          i++) {
        found[(int) entries[i]]++;
      }
    }
    for (int owner = 0; owner < found.length; owner++) {
      if (TextProbe.isFound(found[owner], sizes[owner])) {
        return true;
      }
    }
    return false;
  }
}
