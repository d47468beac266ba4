package io.winnow.dedupe;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts compared pairs by the twentieth of their Jaccard similarity. A pair that one worker
 * compares again, because it meets in several bands, counts once; on another worker once more.
 */
public final class PairCounts {
  /** Parts of the range from 0 to 1. */
  public static final int BINS = 20;

  /** Pairs that are remembered, in 5 MB; of more, those that come later are not counted. */
  private static final int MAX_PAIRS = 1 << 18;

  private static final String METRIC = "dedupe:pairs-of-similarity:";

  private final LongIndex pairs = new LongIndex();
  private final long[] counts = new long[BINS];

  void add(int a, int b, double jaccard) {
    long pair = (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    int known = pairs.size();
    if (known < MAX_PAIRS && pairs.add(pair) == known) {
      counts[Math.min(BINS - 1, (int) (jaccard * BINS))]++;
    }
  }

  long count(int bin) {
    return counts[bin];
  }

  /** The metric of a twentieth; it is named by its lower bound in hundredths: 00, 05 up to 95. */
  static String metric(int bin) {
    int hundredths = 100 * bin / BINS;
    return METRIC + (hundredths < 10 ? "0" : "") + hundredths;
  }

  /** How many pairs there were in each twentieth, by the metrics of a job. */
  public static List<Long> of(Map<String, Long> metrics) {
    return IntStream.range(0, BINS).mapToObj(bin -> metrics.getOrDefault(metric(bin), 0L)).toList();
  }
}
