package io.winnow.dedupe;

/**
 * How much two texts share, estimated from their sketches.
 *
 * @param jaccard share of the shingles of both that both have, 0 to 1; see {@link Sketch} for its
 *     error
 * @param containment share of the smaller text's shingles that the larger one has, 0 to 1. It is J
 *     (a + b) / ((1 + J) min(a, b)); its standard error is at most 0.05 where the smaller text is
 *     at least 0.3 of the larger one and nearly all of it is shared.
 * @param sizeRatio shingles of the smaller text as a share of the larger one's
 */
public record Similarity(double jaccard, double containment, double sizeRatio) {
  private static final double BORDER = 0.1;

  static Similarity of(double jaccard, int shingles, int others) {
    int smaller = Math.min(shingles, others);
    int larger = Math.max(shingles, others);
    double shared = jaccard / (1 + jaccard) * ((double) shingles + others);
    return new Similarity(jaccard, Math.min(1, shared / smaller), (double) smaller / larger);
  }

  /** Without estimating, of two sets that are not empty, each ascending. */
  static Similarity exact(long[] shingles, long[] others) {
    int shared = 0;
    for (int i = 0, j = 0; i < shingles.length && j < others.length; ) {
      int order = Long.compare(shingles[i], others[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = shingles.length + others.length - shared;
    return of((double) shared / all, shingles.length, others.length);
  }

  /** Whether one of the two repeats the other. */
  boolean repeats(DedupeSpec spec) {
    return margin(spec) >= 0;
  }

  /** How far the measure that decides lies above its threshold; below 0, how far under it. */
  double margin(DedupeSpec spec) {
    double near = jaccard - spec.near();
    return sizeRatio >= spec.containedSize()
        ? Math.max(near, containment - spec.contained())
        : near;
  }

  /** The measure that decides: containment where it alone says that one repeats the other. */
  double decisive(DedupeSpec spec) {
    return jaccard < spec.near() && isContained(spec) ? containment : jaccard;
  }

  /** Whether the decision is a close one. */
  boolean isBorderline(DedupeSpec spec) {
    return Math.abs(jaccard - spec.near()) <= BORDER
        || (sizeRatio >= spec.containedSize()
            && Math.abs(containment - spec.contained()) <= BORDER);
  }

  private boolean isContained(DedupeSpec spec) {
    return containment >= spec.contained() && sizeRatio >= spec.containedSize();
  }
}
