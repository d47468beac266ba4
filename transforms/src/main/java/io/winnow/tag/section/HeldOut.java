package io.winnow.tag.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What models said of rows that they had not seen, and what is best chosen by that. */
final class HeldOut {
  /** What a row on the wrong side may cost. */
  static final double[] COSTS = {0.3, 1};

  /** How much naive Bayes may have to say beside the support vectors. */
  static final double[] SHARES = {0, 0.5, 1, 1.5};

  /** Between these the steepness is sought. */
  private static final double FLATTEST = 0.01;

  private static final double STEEPEST = 100;
  private static final int SEARCH_STEPS = 25;

  /** What to choose. */
  record Setting(int costIndex, double share) {
    double cost() {
      return COSTS[costIndex];
    }
  }

  private final List<String> labels;
  private final int[] gold;
  private final int[] fold;
  private final int folds;
  private final Decision decision;

  /** By kind of weights (naive Bayes first), by row, by label. */
  private final float[][][] said;

  private final double[] units;

  HeldOut(List<String> labels, int[] gold, int[] fold, int folds) {
    this.labels = labels;
    this.gold = gold;
    this.fold = fold;
    this.folds = folds;
    decision = new Decision(labels);
    said = new float[1 + COSTS.length][gold.length][];
    units = new double[1 + COSTS.length];
  }

  List<String> labels() {
    return labels;
  }

  Decision decision() {
    return decision;
  }

  int[] gold() {
    return gold;
  }

  int[] in(int one) {
    return IntStream.range(0, gold.length).filter(row -> fold[row] == one).toArray();
  }

  int[] without(int one) {
    return IntStream.range(0, gold.length).filter(row -> fold[row] != one).toArray();
  }

  void put(int kind, int row, double[] evidence) {
    said[kind][row] = new float[evidence.length];
    for (int k = 0; k < evidence.length; k++) {
      said[kind][row][k] = (float) evidence[k];
    }
  }

  /** How far apart the support vectors of a setting put the labels of a row, on average. */
  double supportUnit(Setting setting) {
    return unit(1 + setting.costIndex());
  }

  double bayesUnit() {
    return unit(0);
  }

  private double unit(int kind) {
    if (units[kind] == 0) {
      double sum = 0;
      for (float[] row : said[kind]) {
        double mean = 0;
        double squares = 0;
        for (float value : row) {
          mean += value / row.length;
        }
        for (float value : row) {
          squares += (value - mean) * (value - mean) / row.length;
        }
        sum += Math.sqrt(squares);
      }
      units[kind] = Math.max(1e-9, sum / gold.length);
    }
    return units[kind];
  }

  /**
   * The setting with the most right answers in all folds but one (-1: in all); the first of many.
   */
  Setting best(int exceptFold) {
    Setting best = new Setting(0, 0);
    int most = -1;
    for (int c = 0; c < COSTS.length; c++) {
      for (double share : SHARES) {
        Setting setting = new Setting(c, share);
        int right = 0;
        for (int row = 0; row < gold.length; row++) {
          if (fold[row] != exceptFold && Decision.largest(evidence(setting, row)) == gold[row]) {
            right++;
          }
        }
        if (right > most) {
          most = right;
          best = setting;
        }
      }
    }
    return best;
  }

  /** The steepness under which all answers but those of a fold (-1: all) are likeliest. */
  double steepness(Setting setting, int exceptFold) {
    List<double[]> evidence = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int row = 0; row < gold.length; row++) {
      if (fold[row] != exceptFold) {
        evidence.add(evidence(setting, row));
        right.add(gold[row]);
      }
    }
    // Among steepnesses the loss is convex: thirds that hold no minimum are cut off.
    double low = StrictMath.log(FLATTEST);
    double high = StrictMath.log(STEEPEST);
    for (int i = 0; i < SEARCH_STEPS; i++) {
      double left = low + (high - low) / 3;
      double right3 = high - (high - low) / 3;
      if (loss(evidence, right, StrictMath.exp(left))
          <= loss(evidence, right, StrictMath.exp(right3))) {
        high = right3;
      } else {
        low = left;
      }
    }
    return StrictMath.exp((low + high) / 2);
  }

  private static double loss(List<double[]> evidence, List<Integer> right, double steepness) {
    double loss = 0;
    for (int i = 0; i < evidence.size(); i++) {
      double likely = Decision.probabilities(evidence.get(i), steepness)[right.get(i)];
      loss -= StrictMath.log(Math.max(1e-9, likely));
    }
    return loss;
  }

  private double[] evidence(Setting setting, int row) {
    float[] support = said[1 + setting.costIndex()][row];
    float[] bayes = said[0][row];
    double supportUnit = supportUnit(setting);
    double bayesUnit = bayesUnit();
    double[] evidence = new double[labels.size()];
    Arrays.setAll(evidence, k -> support[k] / supportUnit + setting.share() * bayes[k] / bayesUnit);
    return evidence;
  }

  /** The answers to every row, by what was chosen without its fold. */
  CrossValidation validation() {
    int[] answers = new int[gold.length];
    double[] probabilities = new double[gold.length];
    for (int f = 0; f < folds; f++) {
      Setting setting = best(f);
      double steepness = steepness(setting, f);
      for (int row : in(f)) {
        Decision.Choice choice = decision.choose(evidence(setting, row), steepness);
        answers[row] = choice.label();
        probabilities[row] = choice.probability();
      }
    }
    return new CrossValidation(labels, gold, answers, probabilities);
  }
}
