package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * At most {@value #SIZE} distinct pairs: those with the least hash of their two ids, so that the
 * sample is the same in whatever order and parts the pairs come.
 */
final class BorderlineSample {
  static final int SIZE = 50;

  private static final Comparator<BorderlinePair> BY_HASH =
      Comparator.comparingLong(BorderlineSample::hash)
          .thenComparing(BorderlinePair::idA)
          .thenComparing(BorderlinePair::idB);

  private final TreeSet<BorderlinePair> pairs = new TreeSet<>(BY_HASH);

  void add(BorderlinePair pair) {
    if (pairs.add(pair) && pairs.size() > SIZE) {
      pairs.pollLast();
    }
  }

  /** By hash, the least first. */
  Collection<BorderlinePair> pairs() {
    return pairs;
  }

  private static long hash(BorderlinePair pair) {
    return Hashing.komihash5_0().hashCharsToLong(pair.idA() + ' ' + pair.idB());
  }
}
