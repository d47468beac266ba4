package io.winnow.dedupe;

import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the pairs of a {@link RecallSample} by the shingles of their published texts, without
 * sketches.
 *
 * <p>A pair of which a text is not handed over, because an earlier run published it, is judged by
 * its sketches. Holds the shingles of at most two texts a pair.
 */
public final class RecallJudge {
  private final RecallSample sample;
  private final DedupeSpec spec;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, long[]> shingles = new HashMap<>();

  /**
   * @param run whose texts will be handed over
   */
  public RecallJudge(RecallSample sample, DedupeSpec spec, String run) {
    this.sample = sample;
    this.spec = spec;
    for (SampledPair pair : sample.pairs()) {
      if (pair.runA().equals(run) && pair.runB().equals(run)) {
        wanted.add(pair.idA());
        wanted.add(pair.idB());
      }
    }
  }

  /** Takes a published text of the run; of most texts nothing is kept. */
  public void add(String id, String text) {
    if (wanted.contains(id)) {
      shingles.put(id, Shingles.of(Folding.words(text)));
    }
  }

  /** What the pairs show, once all texts were handed over. */
  public MeasuredRecall recall() {
    long trues = 0;
    long found = 0;
    long wrong = 0;
    List<MeasuredRecall.Missed> missed = new ArrayList<>();
    for (SampledPair pair : sample.pairs()) {
      Similarity similarity = similarity(pair);
      boolean isTrue = similarity == null ? pair.repeats() : similarity.repeats(spec);
      trues += isTrue ? 1 : 0;
      found += isTrue && pair.isFound() ? 1 : 0;
      wrong += !isTrue && pair.isFound() ? 1 : 0;
      if (isTrue && !pair.isFound()) {
        missed.add(
            new MeasuredRecall.Missed(
                pair.idA(),
                pair.idB(),
                similarity == null ? pair.jaccard() : similarity.jaccard(),
                similarity == null ? pair.containment() : similarity.containment()));
      }
    }
    missed.sort(
        Comparator.comparingDouble(MeasuredRecall.Missed::jaccard)
            .reversed()
            .thenComparing(MeasuredRecall.Missed::idA)
            .thenComparing(MeasuredRecall.Missed::idB));
    return new MeasuredRecall(
        sample.articles(),
        sample.others(),
        sample.candidates(),
        sample.pairs().size(),
        trues,
        found,
        wrong,
        missed);
  }

  private @Nullable Similarity similarity(SampledPair pair) {
    long[] a = shingles.get(pair.idA());
    long[] b = shingles.get(pair.idB());
    return a == null || b == null || a.length == 0 || b.length == 0 ? null : Similarity.exact(a, b);
  }
}
