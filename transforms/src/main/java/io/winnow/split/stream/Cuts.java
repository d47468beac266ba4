package io.winnow.split.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Chooses the gaps to cut at: those with the greatest sum of log-odds, where a text that would be
 * very short costs extra. Linear in the number of gaps.
 */
final class Cuts {
  /** Below these log-odds a gap is not considered. */
  private static final double MIN_LOG_ODDS = -4;

  /** Letters below which a text is short, and what that costs; the costs add up. */
  private static final int[] SHORT = {150, 300, 500};

  private static final double[] COST = {3, 1.5, 0.5};

  private final Stream stream;
  private final int[] gaps;
  private final double[] best;
  private final int[] previous;

  private Cuts(Stream stream, double[] logOdds) {
    this.stream = stream;
    List<Integer> candidates = new ArrayList<>(List.of(0));
    for (int i = 1; i < stream.size(); i++) {
      if (logOdds[i] > MIN_LOG_ODDS) {
        candidates.add(i);
      }
    }
    candidates.add(stream.size());
    gaps = candidates.stream().mapToInt(Integer::intValue).toArray();
    best = new double[gaps.length];
    previous = new int[gaps.length];
    Arrays.fill(previous, -1);
    int farBest = 0;
    int far = 0;
    for (int c = 1; c < gaps.length; c++) {
      // Candidates far enough above cost nothing extra: only the best of them matters.
      while (letters(far + 1, c) >= SHORT[SHORT.length - 1]) {
        far++;
        farBest = best[far] > best[farBest] ? far : farBest;
      }
      int from = letters(0, c) >= SHORT[SHORT.length - 1] ? farBest : -1;
      double value = from < 0 ? Double.NEGATIVE_INFINITY : best[from];
      for (int near = Math.max(0, far); near < c; near++) {
        double with = best[near] - cost(letters(near, c));
        if (with > value) {
          value = with;
          from = near;
        }
      }
      best[c] = value + (gaps[c] < stream.size() ? logOdds[gaps[c]] : 0);
      previous[c] = from;
    }
  }

  /** The gaps at which the stream is best cut, in order; without its two ends. */
  static List<Integer> of(Stream stream, double[] logOdds) {
    Cuts cuts = new Cuts(stream, logOdds);
    List<Integer> chosen = new ArrayList<>();
    for (int c = cuts.previous[cuts.gaps.length - 1]; c > 0; c = cuts.previous[c]) {
      chosen.add(cuts.gaps[c]);
    }
    Collections.reverse(chosen);
    return chosen;
  }

  private int letters(int fromCandidate, int toCandidate) {
    return fromCandidate >= toCandidate
        ? -1
        : stream.letters(gaps[fromCandidate], gaps[toCandidate]);
  }

  private static double cost(int letters) {
    double cost = 0;
    for (int i = 0; i < SHORT.length; i++) {
      cost += letters < SHORT[i] ? COST[i] : 0;
    }
    return cost;
  }
}
