package io.winnow.dedupe;

import java.util.List;

/**
 * At most {@value #SIZE} distinct pairs: those with the least hash of their two ids, so that the
 * sample is the same in whatever order and parts the pairs come.
 */
final class BorderlineSample {
  static final int SIZE = 50;

  private final LeastByHash<BorderlinePair> pairs =
      new LeastByHash<>(SIZE, pair -> pair.idA() + ' ' + pair.idB());

  void add(BorderlinePair pair) {
    pairs.add(pair);
  }

  /** By hash, the least first. */
  List<BorderlinePair> pairs() {
    return pairs.items();
  }
}
