package io.winnow.dedupe;

import java.util.List;

/**
 * What a comparison of a few articles with all others has shown.
 *
 * @param articles how many were chosen
 * @param others articles that each was compared with, of this run and of history
 * @param candidates pairs that are similar enough, by their sketches, to be worth an exact look
 * @param pairs of these, a sample by hash of at most {@link #MOST_PAIRS}
 */
public record RecallSample(long articles, long others, long candidates, List<SampledPair> pairs) {
  /** Pairs that are looked at exactly. */
  public static final int MOST_PAIRS = 1_000;

  /** Nothing was compared. */
  public static final RecallSample NONE = new RecallSample(0, 0, 0, List.of());

  public RecallSample {
    pairs = List.copyOf(pairs);
  }

  /** Both samples as one; the chosen articles are the same in both. */
  RecallSample and(RecallSample other) {
    LeastByHash<SampledPair> least = sample();
    pairs.forEach(least::add);
    other.pairs.forEach(least::add);
    return new RecallSample(
        Math.max(articles, other.articles),
        others + other.others,
        candidates + other.candidates,
        least.items());
  }

  static LeastByHash<SampledPair> sample() {
    return new LeastByHash<>(MOST_PAIRS, SampledPair::name);
  }
}
