package io.winnow.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline and its floor on one corpus, both measured several times in turn.
 *
 * @param sizeBytes as it was asked for
 * @param cores that the processes were pinned to; 0 for all
 * @param floor empty where the corpus is too large for it
 */
public record Measurement(
    long sizeBytes,
    Corpus.Facts corpus,
    int parallelism,
    int cores,
    List<Trial> run,
    List<Trial> floor) {

  /** The median of a figure over the trials; null where there are none. */
  static @Nullable Double median(List<Trial> trials, ToDoubleFunction<Trial> figure) {
    List<Double> values =
        trials.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int size = values.size();
    return size == 0 ? null : (values.get((size - 1) / 2) + values.get(size / 2)) / 2;
  }

  /** How many times the floor's a figure of the run is; null without a floor. */
  public @Nullable Double ratio(ToDoubleFunction<Trial> figure) {
    Double above = median(run, figure);
    Double below = median(floor, figure);
    return above == null || below == null || below == 0 ? null : above / below;
  }

  /** CPU time of the run above its floor's, in milliseconds an article; null without a floor. */
  public @Nullable Double shareMillis() {
    Double above = median(run, Trial::cpuSeconds);
    Double below = median(floor, Trial::cpuSeconds);
    return above == null || below == null ? null : (above - below) * 1000 / corpus.articles();
  }

  /** Megabytes of the corpus in a second of CPU. */
  static double megabytesPerCpuSecond(Trial trial, Corpus.Facts corpus) {
    return corpus.bytes() / 1e6 / trial.cpuSeconds();
  }
}
