package io.winnow.split.stream;

/**
 * How alike the vocabulary is on both sides of each gap: cosine of the term vectors of the windows
 * before and after it, terms weighed by their rarity in the stream (after TextTiling: Hearst, 1997,
 * "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages", section 4).
 *
 * <p>Both windows slide, so the work is linear in the length of the stream.
 */
final class Cohesion {
  /** Gaps on either side among which a gap is compared. */
  private static final int NEIGHBOURS = 12;

  private final double[] similarity;

  private Cohesion(double[] similarity) {
    this.similarity = similarity;
  }

  /**
   * Compares windows of {@code window} terms.
   *
   * @param terms the terms of the stream
   */
  static Cohesion of(Terms terms, int window) {
    return new Cohesion(slide(terms, window));
  }

  /** Cosine across gap {@code i}, 0 to 1; 1 at the edges, where there is nothing to compare. */
  double similarity(int i) {
    return similarity[i];
  }

  /**
   * How deep the valley at gap {@code i} is: the rise to the highest gap near it on the left, plus
   * the same on the right; 0 to 2.
   */
  double depth(int i) {
    double left = similarity[i];
    double right = similarity[i];
    for (int step = 1; step <= NEIGHBOURS; step++) {
      if (i - step > 0) {
        left = Math.max(left, similarity[i - step]);
      }
      if (i + step < similarity.length) {
        right = Math.max(right, similarity[i + step]);
      }
    }
    return left + right - 2 * similarity[i];
  }

  private static double[] slide(Terms terms, int window) {
    int[] all = terms.all();
    int[] starts = terms.starts();
    double[] similarity = new double[starts.length - 1];
    Windows windows = new Windows(terms.rarity());
    int leftStart = 0;
    int gap = 0;
    int rightEnd = 0;
    for (int i = 0; i < similarity.length; i++) {
      for (; rightEnd < Math.min(all.length, starts[i] + window); rightEnd++) {
        windows.change(Windows.RIGHT, all[rightEnd], 1);
      }
      for (; gap < starts[i]; gap++) {
        windows.change(Windows.RIGHT, all[gap], -1);
        windows.change(Windows.LEFT, all[gap], 1);
      }
      for (; leftStart < gap - window; leftStart++) {
        windows.change(Windows.LEFT, all[leftStart], -1);
      }
      similarity[i] = gap == 0 || gap == all.length ? 1 : windows.cosine();
    }
    return similarity;
  }

  /** Term counts on both sides of a gap, with the products of their weighed vectors. */
  private static final class Windows {
    static final int LEFT = 0;
    static final int RIGHT = 1;

    private final double[] rarity;
    private final int[][] counts;
    private final double[] square = new double[2];
    private double dot;

    Windows(double[] rarity) {
      this.rarity = rarity;
      this.counts = new int[2][rarity.length];
    }

    void change(int side, int term, int by) {
      double weight = rarity[term] * rarity[term];
      int before = counts[side][term];
      counts[side][term] = before + by;
      square[side] += weight * (2.0 * before * by + 1);
      dot += weight * by * counts[1 - side][term];
    }

    double cosine() {
      double norm = Math.sqrt(Math.max(0, square[LEFT]) * Math.max(0, square[RIGHT]));
      return norm < 1e-9 ? 1 : Math.max(0, Math.min(1, dot / norm));
    }
  }
}
