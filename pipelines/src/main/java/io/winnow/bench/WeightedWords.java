package io.winnow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws words, each as often as its weight says, in constant time: the alias method (Vose, 1991).
 */
final class WeightedWords {
  private final String[] words;
  private final double[] share;
  private final int[] alias;

  WeightedWords(List<String> words, double[] weights) {
    this.words = words.toArray(String[]::new);
    int count = this.words.length;
    share = new double[count];
    alias = new int[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
    }
    List<Integer> small = new ArrayList<>();
    List<Integer> large = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      share[i] = weights[i] * count / sum;
      alias[i] = i;
      (share[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.remove(small.size() - 1);
      int more = large.remove(large.size() - 1);
      alias[less] = more;
      share[more] -= 1 - share[less];
      (share[more] < 1 ? small : large).add(more);
    }
  }

  /** Words by rank, weighed by Zipf's law: the n-th comes about 1/n as often as the first. */
  static WeightedWords zipf(List<String> byRank) {
    double[] weights = new double[byRank.size()];
    for (int rank = 0; rank < weights.length; rank++) {
      weights[rank] = 1 / (rank + 2.7);
    }
    return new WeightedWords(byRank, weights);
  }

  String draw(Dice dice) {
    int i = dice.below(words.length);
    return words[dice.share() < share[i] ? i : alias[i]];
  }

  int size() {
    return words.length;
  }
}
