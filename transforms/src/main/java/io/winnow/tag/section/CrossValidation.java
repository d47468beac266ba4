package io.winnow.tag.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How right a model is on rows that it has not seen: each was judged by a model that was trained,
 * chosen and calibrated without it.
 *
 * @param labels sorted
 * @param gold label of each row, by its number
 * @param answers of the models
 * @param probabilities of the answers
 */
public record CrossValidation(
    List<String> labels, int[] gold, int[] answers, double[] probabilities) {

  /** How one label fares; a figure is 0 where nothing can be said. */
  public record OfLabel(String label, int rows, double precision, double recall, double f1) {}

  /** Rows of one label that were taken for another. */
  public record Confusion(String label, String answer, int rows) {}

  /** Answers of at least this probability: their share of all, and how many of them are right. */
  public record Band(double from, double share, double accuracy, int rows) {}

  private static final double[] BANDS = {0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

  public double accuracy() {
    int right = 0;
    for (int i = 0; i < gold.length; i++) {
      right += gold[i] == answers[i] ? 1 : 0;
    }
    return (double) right / gold.length;
  }

  /** Accuracy by what stands before the first slash. */
  public double parentAccuracy() {
    Decision decision = new Decision(labels);
    int right = 0;
    for (int i = 0; i < gold.length; i++) {
      right += decision.parent(gold[i]) == decision.parent(answers[i]) ? 1 : 0;
    }
    return (double) right / gold.length;
  }

  /** Whether labels have parents. */
  public boolean hasParents() {
    return new Decision(labels).parentCount() < labels.size();
  }

  /** Mean F1 of the labels. */
  public double macroF1() {
    return byLabel().stream().mapToDouble(OfLabel::f1).average().orElse(0);
  }

  /** The labels in their order. */
  public List<OfLabel> byLabel() {
    int[] rows = new int[labels.size()];
    int[] answered = new int[labels.size()];
    int[] right = new int[labels.size()];
    for (int i = 0; i < gold.length; i++) {
      rows[gold[i]]++;
      answered[answers[i]]++;
      right[gold[i]] += gold[i] == answers[i] ? 1 : 0;
    }
    List<OfLabel> all = new ArrayList<>();
    for (int k = 0; k < rows.length; k++) {
      all.add(
          new OfLabel(
              labels.get(k),
              rows[k],
              share(right[k], answered[k]),
              share(right[k], rows[k]),
              share(2 * right[k], rows[k] + answered[k])));
    }
    return all;
  }

  /** Every confusion, the most frequent first. */
  public List<Confusion> confusions() {
    int[][] table = table();
    List<Confusion> all = new ArrayList<>();
    for (int g = 0; g < table.length; g++) {
      for (int a = 0; a < table.length; a++) {
        if (g != a && table[g][a] > 0) {
          all.add(new Confusion(labels.get(g), labels.get(a), table[g][a]));
        }
      }
    }
    all.sort(
        Comparator.comparingInt(Confusion::rows)
            .reversed()
            .thenComparing(Confusion::label)
            .thenComparing(Confusion::answer));
    return all;
  }

  /** Rows by label, then by answer. */
  public int[][] table() {
    int[][] table = new int[labels.size()][labels.size()];
    for (int i = 0; i < gold.length; i++) {
      table[gold[i]][answers[i]]++;
    }
    return table;
  }

  /** What is gained in accuracy, and lost in answers, by asking for a probability. */
  public List<Band> bands() {
    List<Band> all = new ArrayList<>();
    for (double from : BANDS) {
      int rows = 0;
      int right = 0;
      for (int i = 0; i < gold.length; i++) {
        if (probabilities[i] >= from) {
          rows++;
          right += gold[i] == answers[i] ? 1 : 0;
        }
      }
      all.add(new Band(from, share(rows, gold.length), share(right, rows), rows));
    }
    return all;
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
