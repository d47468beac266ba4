package io.winnow.page;

import io.winnow.dedupe.PairCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many values lie in each bin.
 *
 * @param bounds lower bounds of the bins, ascending; the last bin has no upper bound
 * @param counts values in each bin
 */
public record Histogram(List<Double> bounds, List<Long> counts) {
  /** Bounds for lengths of text in code points. */
  public static final List<Double> LENGTHS =
      List.of(0.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0);

  /** Bounds for similarities, twentieths from 0 to 1. */
  public static final List<Double> SIMILARITIES =
      IntStream.range(0, PairCounts.BINS).mapToObj(i -> (double) i / PairCounts.BINS).toList();

  /** Checks that every bin has its count. */
  public Histogram {
    bounds = List.copyOf(bounds);
    counts = List.copyOf(counts);
    if (bounds.size() != counts.size()) {
      throw new IllegalArgumentException(bounds.size() + " bounds, " + counts.size() + " counts");
    }
  }

  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The lower bound of a bin, short. */
  String tick(int bin) {
    double bound = bounds.get(bin);
    return bound >= 1_000
        ? String.format(Locale.ROOT, "%.0fk", bound / 1_000)
        : bound == Math.rint(bound)
            ? String.format(Locale.ROOT, "%.0f", bound)
            : String.format(Locale.ROOT, "%.1f", bound);
  }

  /** The range of a bin. */
  String label(int bin) {
    return bin + 1 < bounds.size()
        ? bounds.get(bin) + " – " + bounds.get(bin + 1)
        : "≥ " + bounds.get(bin);
  }

  /** Counts values as they come. */
  static final class Counter {
    private final List<Double> bounds;
    private final long[] counts;

    Counter(List<Double> bounds) {
      this.bounds = bounds;
      this.counts = new long[bounds.size()];
    }

    void add(double value) {
      int found = Collections.binarySearch(bounds, value);
      counts[found >= 0 ? found : Math.max(0, -found - 2)]++;
    }

    Histogram histogram() {
      List<Long> all = new ArrayList<>();
      for (long count : counts) {
        all.add(count);
      }
      return new Histogram(bounds, all);
    }
  }
}
