package io.winnow.summarize;

/**
 * The sentences of one text as numbered terms, and how much each says of what the text is about.
 *
 * <p>A term weighs the less the more sentences have it. What a sentence has in common with the
 * others is the sum of its cosines with all of them: LexRank's degree centrality without a
 * threshold (Erkan and Radev, "LexRank", 2004, section 3.2), taken in one pass from the sum of
 * their vectors. Terms are numbered in the order of the text, and sums are taken in that order.
 */
final class Centrality {
  private final double[] values;

  private Centrality(double[] values) {
    this.values = values;
  }

  /**
   * Compares the sentences.
   *
   * @param terms of each sentence the numbers of its terms, ascending, each once
   * @param size how many terms there are
   */
  static Centrality of(int[][] terms, int size) {
    double[] weights = weights(terms, size);
    double[][] vectors = new double[terms.length][];
    double[] sum = new double[size];
    for (int s = 0; s < terms.length; s++) {
      vectors[s] = vector(terms[s], weights);
      for (int t = 0; t < terms[s].length; t++) {
        sum[terms[s][t]] += vectors[s][t];
      }
    }
    double[] values = new double[terms.length];
    double most = 0;
    for (int s = 0; s < terms.length; s++) {
      for (int t = 0; t < terms[s].length; t++) {
        values[s] += vectors[s][t] * (sum[terms[s][t]] - vectors[s][t]);
      }
      most = Math.max(most, values[s]);
    }
    if (most > 0) {
      for (int s = 0; s < values.length; s++) {
        values[s] /= most;
      }
    }
    return new Centrality(values);
  }

  /** 0 to 1; 1 for the sentence that has most in common with the others. */
  double of(int sentence) {
    return values[sentence];
  }

  private static double[] weights(int[][] terms, int size) {
    int[] having = new int[size];
    for (int[] sentence : terms) {
      for (int term : sentence) {
        having[term]++;
      }
    }
    double[] byNumber = new double[terms.length + 1];
    double[] weights = new double[size];
    for (int term = 0; term < size; term++) {
      int n = having[term];
      if (byNumber[n] == 0) {
        byNumber[n] = Math.log((1.0 + terms.length) / n);
      }
      weights[term] = byNumber[n];
    }
    return weights;
  }

  /** A vector of length 1 along the terms. */
  private static double[] vector(int[] terms, double[] weights) {
    double length = 0;
    for (int term : terms) {
      length += weights[term];
    }
    double[] vector = new double[terms.length];
    for (int t = 0; t < terms.length; t++) {
      vector[t] = Math.sqrt(weights[terms[t]] / length);
    }
    return vector;
  }
}
