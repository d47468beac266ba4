package io.winnow.summarize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences of one text as numbered terms, and how much each says of what the text is about.
 *
 * <p>A term weighs the less the more sentences have it. What a sentence has in common with the
 * others is the sum of its cosines with all of them: LexRank's degree centrality without a
 * threshold (Erkan and Radev, "LexRank", 2004, section 3.2), taken in one pass from the sum of
 * their vectors. Terms are numbered in the order of the text, and sums are taken in that order.
 */
final class Centrality {
  private final int[][] terms;
  private final double[] values;

  private Centrality(int[][] terms, double[] values) {
    this.terms = terms;
    this.values = values;
  }

  /** Compares the sentences, each given by its terms. */
  static Centrality of(List<List<String>> sentences) {
    int[][] terms = numbered(sentences);
    double[][] vectors = vectors(terms, weights(terms));
    double[] sum = new double[size(terms)];
    for (int s = 0; s < terms.length; s++) {
      for (int t = 0; t < terms[s].length; t++) {
        sum[terms[s][t]] += vectors[s][t];
      }
    }
    double[] values = new double[terms.length];
    for (int s = 0; s < terms.length; s++) {
      for (int t = 0; t < terms[s].length; t++) {
        values[s] += vectors[s][t] * (sum[terms[s][t]] - vectors[s][t]);
      }
    }
    double most = Arrays.stream(values).max().orElse(0);
    return new Centrality(
        terms, most > 0 ? Arrays.stream(values).map(v -> v / most).toArray() : values);
  }

  /** The numbers of the sentence's terms, ascending, each once. */
  int[] terms(int sentence) {
    return terms[sentence];
  }

  /** 0 to 1; 1 for the sentence that has most in common with the others. */
  double of(int sentence) {
    return values[sentence];
  }

  private static int[][] numbered(List<List<String>> sentences) {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] terms = new int[sentences.size()][];
    for (int s = 0; s < terms.length; s++) {
      terms[s] =
          sentences.get(s).stream()
              .mapToInt(term -> numbers.computeIfAbsent(term, t -> numbers.size()))
              .sorted()
              .distinct()
              .toArray();
    }
    return terms;
  }

  private static int size(int[][] terms) {
    return 1 + Arrays.stream(terms).flatMapToInt(Arrays::stream).max().orElse(-1);
  }

  private static double[] weights(int[][] terms) {
    int[] having = new int[size(terms)];
    for (int[] sentence : terms) {
      for (int term : sentence) {
        having[term]++;
      }
    }
    return Arrays.stream(having).mapToDouble(n -> Math.log((1.0 + terms.length) / n)).toArray();
  }

  /** For each sentence a vector of length 1 along its terms. */
  private static double[][] vectors(int[][] terms, double[] weights) {
    double[][] vectors = new double[terms.length][];
    for (int s = 0; s < terms.length; s++) {
      double sum = 0;
      for (int term : terms[s]) {
        sum += weights[term];
      }
      double length = sum;
      vectors[s] =
          Arrays.stream(terms[s]).mapToDouble(term -> Math.sqrt(weights[term] / length)).toArray();
    }
    return vectors;
  }
}
