package io.winnow.tag.section;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What each feature speaks for each label; those of one feature lie together. */
final class Weights {
  private final int labels;
  private final float[] bias;
  private final float[] all;

  Weights(int labels, int features) {
    this.labels = labels;
    bias = new float[labels];
    all = new float[Math.multiplyExact(labels, features)];
  }

  float get(int label, int feature) {
    return all[feature * labels + label];
  }

  void set(int label, int feature, float weight) {
    all[feature * labels + label] = weight;
  }

  float[] bias() {
    return bias;
  }

  /** How much a vector speaks for each label. */
  double[] decide(Vector vector) {
    double[] sums = new double[labels];
    Arrays.setAll(sums, k -> bias[k]);
    for (int i = 0; i < vector.places().length; i++) {
      int from = vector.places()[i] * labels;
      float value = vector.values()[i];
      for (int k = 0; k < labels; k++) {
        sums[k] += value * all[from + k];
      }
    }
    return sums;
  }

  /** These, and {@code share} of what speaks for the parent of each label. */
  Weights with(Weights parents, IntUnaryOperator parentOf, double share) {
    int features = all.length / labels;
    Weights sum = new Weights(labels, features);
    for (int k = 0; k < labels; k++) {
      int parent = parentOf.applyAsInt(k);
      for (int f = 0; f < features; f++) {
        sum.set(k, f, (float) (get(k, f) + share * parents.get(parent, f)));
      }
      sum.bias[k] = (float) (bias[k] + share * parents.bias[parent]);
    }
    return sum;
  }

  /** These, and {@code share} of others, each in its own unit. */
  Weights mixed(double unit, Weights other, double share, double otherUnit) {
    Weights sum = new Weights(labels, all.length / labels);
    for (int i = 0; i < all.length; i++) {
      sum.all[i] = (float) (all[i] / unit + share * other.all[i] / otherUnit);
    }
    for (int k = 0; k < labels; k++) {
      sum.bias[k] = (float) (bias[k] / unit + share * other.bias[k] / otherUnit);
    }
    return sum;
  }
}
