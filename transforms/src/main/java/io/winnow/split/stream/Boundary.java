package io.winnow.split.stream;

import java.util.List;

/**
 * Where a text begins.
 *
 * @param line number of its first line
 * @param logOdds how likely it begins there, in log-odds
 * @param reasons what spoke for it most, strongest first
 */
public record Boundary(int line, double logOdds, List<Reason> reasons) {
  /**
   * A feature and what it added to the log-odds.
   *
   * @param weight in log-odds, above 0
   */
  public record Reason(String feature, double weight) {}

  public Boundary {
    reasons = List.copyOf(reasons);
  }

  /** The same as a probability, 0 to 1. */
  public double probability() {
    return BoundaryModel.probability(logOdds);
  }
}
