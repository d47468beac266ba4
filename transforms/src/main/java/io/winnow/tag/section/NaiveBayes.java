package io.winnow.tag.section;

import java.util.List;

/**
 * Weights by counting: how much more of a feature the rows of a label have than all others do
 * (complement naive Bayes, Rennie et al. 2003). On short texts and few rows it knows what support
 * vectors have not learned.
 */
final class NaiveBayes {
  private static final double SMOOTHING = 0.03;

  private NaiveBayes() {}

  /**
   * The weights.
   *
   * @param counted features that take part: words, not parts of them, which repeat each other
   */
  static Weights solve(List<Vector> vectors, int[] rowLabels, boolean[] counted, int labels) {
    int features = counted.length;
    float[] sums = new float[Math.multiplyExact(labels, features)];
    double[] all = new double[features];
    double[] labelSums = new double[labels];
    double total = 0;
    int taking = 0;
    for (boolean one : counted) {
      taking += one ? 1 : 0;
    }
    for (int row = 0; row < rowLabels.length; row++) {
      Vector vector = vectors.get(row);
      for (int i = 0; i < vector.places().length; i++) {
        int place = vector.places()[i];
        if (counted[place]) {
          float value = vector.values()[i];
          sums[place * labels + rowLabels[row]] += value;
          labelSums[rowLabels[row]] += value;
          all[place] += value;
          total += value;
        }
      }
    }
    Weights weights = new Weights(labels, features);
    for (int k = 0; k < labels; k++) {
      if (labelSums[k] > 0) {
        double others = StrictMath.log(total - labelSums[k] + SMOOTHING * taking);
        double norm = 0;
        for (int f = 0; f < features; f++) {
          if (counted[f]) {
            double weight = others - StrictMath.log(all[f] - sums[f * labels + k] + SMOOTHING);
            weights.set(k, f, (float) weight);
            norm += Math.abs(weight);
          }
        }
        for (int f = 0; f < features; f++) {
          weights.set(k, f, (float) (weights.get(k, f) * taking / norm));
        }
      }
    }
    return weights;
  }
}
