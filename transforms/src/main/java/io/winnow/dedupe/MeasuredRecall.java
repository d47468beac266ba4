package io.winnow.dedupe;

import java.util.List;

/**
 * How many of the true repetitions were found, measured on a few articles against all others.
 *
 * @param articles how many were compared with all others
 * @param others how many those are
 * @param candidates pairs that came near to what counts as a repetition
 * @param judged of these, looked at exactly, by their texts
 * @param truePairs of these, with texts that do repeat one another
 * @param found of the true pairs, those that deduplication took for such
 * @param wrong pairs that it took for such and that are not, by their texts: sketches estimate
 * @param missed true pairs that it did not find, the most similar first
 */
public record MeasuredRecall(
    long articles,
    long others,
    long candidates,
    long judged,
    long truePairs,
    long found,
    long wrong,
    List<Missed> missed) {
  /** The normal quantile of an interval of 95 %. */
  private static final double Z = 1.959964;

  public MeasuredRecall {
    missed = List.copyOf(missed);
  }

  /** A true pair that was not found; the similarities are exact. */
  public record Missed(String idA, String idB, double jaccard, double containment) {}

  /** Lower end of the Wilson score interval of 95 % of {@code found / truePairs}; 0 without any. */
  public double low() {
    return truePairs == 0 ? 0 : Math.max(0, middle() - half());
  }

  /** Its upper end; 1 without any true pair. */
  public double high() {
    return truePairs == 0 ? 1 : Math.min(1, middle() + half());
  }

  private double middle() {
    double n = truePairs;
    return (found / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double half() {
    double n = truePairs;
    double share = found / n;
    return Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
  }
}
