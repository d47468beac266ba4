package io.winnow.dedupe;

import java.util.ArrayList;
import java.util.List;

/**
 * A few texts that many others are compared with: which of them another repeats, or is repeated by.
 *
 * <p>By the thresholds of deduplication, and without bands: whatever is similar enough is found.
 */
public final class NearTexts {
  private final DedupeSpec spec;
  private final List<SketchedText> texts = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final SketchMatches matches;

  /**
   * @param prints those without a sketch are near to nothing
   */
  public NearTexts(List<TextPrint> prints, DedupeSpec spec) {
    this.spec = spec;
    for (int i = 0; i < prints.size(); i++) {
      TextPrint print = prints.get(i);
      if (print.sketch().hasRemaining()) {
        texts.add(new SketchedText(Sketch.read(print.sketch()), print.shingles()));
        numbers.add(i);
      }
    }
    matches = new SketchMatches(texts.stream().map(SketchedText::sketch).toList());
  }

  /** Positions of those that are near to {@code print}, ascending. */
  public List<Integer> near(TextPrint print) {
    if (texts.isEmpty() || !print.sketch().hasRemaining()) {
      return List.of();
    }
    List<Integer> near = new ArrayList<>();
    int[] shared = matches.shared(Sketch.read(print.sketch()));
    for (int i = 0; i < shared.length; i++) {
      double jaccard = (double) shared[i] / Sketch.COMPONENTS;
      if (shared[i] > 0
          && Similarity.of(jaccard, print.shingles(), texts.get(i).shingles()).repeats(spec)) {
        near.add(numbers.get(i));
      }
    }
    return near;
  }
}
