package io.winnow.split;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many equal records a dump has before one of its windows; of records that had none, nothing.
 *
 * @param hashes of the records, ascending
 * @param counts for each, how many came before
 */
record Ranks(long[] hashes, int[] counts) implements Serializable {
  static final Ranks NONE = new Ranks(new long[0], new int[0]);

  static long hash(String record) {
    return Hashing.komihash5_0().hashCharsToLong(record);
  }

  /** Equal records before the window. */
  int before(String record) {
    if (hashes.length == 0) {
      return 0;
    }
    int index = Arrays.binarySearch(hashes, hash(record));
    return index < 0 ? 0 : counts[index];
  }
}
