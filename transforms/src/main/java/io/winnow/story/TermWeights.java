package io.winnow.story;

import java.util.Arrays;

/** Terms by their hashes, each with the highest weight that was given for it. */
final class TermWeights {
  private int[] terms = new int[128];
  private double[] weights = new double[128];
  private int size;

  void add(int term, double weight) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    terms[size] = term;
    weights[size++] = weight;
  }

  /** Brings the terms into ascending order, and keeps at most {@code max}: those of most weight. */
  void keepBest(int max) {
    sort();
    if (size <= max) {
      return;
    }
    double[] ascending = Arrays.copyOf(weights, size);
    Arrays.sort(ascending);
    double least = ascending[size - max];
    int equal = max;
    for (int i = size - max; i < size; i++) {
      equal -= ascending[i] > least ? 1 : 0;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (weights[i] > least || weights[i] == least && equal-- > 0) {
        terms[kept] = terms[i];
        weights[kept++] = weights[i];
      }
    }
    size = kept;
  }

  private void sort() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) terms[i] << 32 | i;
    }
    Arrays.sort(order);
    double[] given = Arrays.copyOf(weights, size);
    int kept = 0;
    for (long each : order) {
      int term = (int) (each >> 32);
      double weight = given[(int) each];
      if (kept > 0 && terms[kept - 1] == term) {
        weights[kept - 1] = Math.max(weights[kept - 1], weight);
      } else {
        terms[kept] = term;
        weights[kept++] = weight;
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  int term(int i) {
    return terms[i];
  }

  double weight(int i) {
    return weights[i];
  }
}
