package io.winnow.tag.section;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Learns one hyperplane a label, against all other labels: support vectors with squared hinge loss,
 * by dual coordinate descent (liblinear). The same rows in the same order give the same weights.
 */
final class LinearSolver {
  private static final double TOLERANCE = 0.1;
  private static final long SEED = 20260101;

  static {
    Linear.disableDebugOutput();
  }

  private final Feature[][] rows;
  private final double[] labels;
  private final int features;
  private final int classes;

  /**
   * @param vectors of the rows
   * @param labels of the rows, from 0
   * @param features places that vectors have
   * @param classes labels that there are, whether or not a row has them
   */
  LinearSolver(List<Vector> vectors, int[] labels, int features, int classes) {
    this.features = features;
    this.classes = classes;
    this.labels = new double[labels.length];
    rows = new Feature[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      this.labels[i] = labels[i];
      rows[i] = row(vectors.get(i));
    }
  }

  private LinearSolver(Feature[][] rows, double[] labels, int features, int classes) {
    this.rows = rows;
    this.labels = labels;
    this.features = features;
    this.classes = classes;
  }

  /** Learns other labels of the same rows. */
  LinearSolver relabelled(IntUnaryOperator labelOf, int classes) {
    double[] others = Arrays.stream(labels).map(label -> labelOf.applyAsInt((int) label)).toArray();
    return new LinearSolver(rows, others, features, classes);
  }

  /** A constant comes last in each row: its weight says how frequent a label is. */
  private Feature[] row(Vector vector) {
    int size = vector.places().length;
    Feature[] row = new Feature[size + 1];
    for (int i = 0; i < size; i++) {
      row[i] = new FeatureNode(vector.places()[i] + 1, vector.values()[i]);
    }
    row[size] = new FeatureNode(features + 1, 1);
    return row;
  }

  /** Weights, where {@code cost} is what a row on the wrong side costs. */
  Weights solve(double cost) {
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = features + 1;
    problem.x = rows;
    problem.y = labels;
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, TOLERANCE);
    parameter.setRandom(new Random(SEED));
    Model model = Linear.train(problem, parameter);
    Weights weights = new Weights(classes, features);
    int[] order = model.getLabels();
    for (int k = 0; k < order.length; k++) {
      for (int f = 0; f < features; f++) {
        weights.set(order[k], f, (float) model.getDecfunCoef(f + 1, k));
      }
      weights.bias()[order[k]] = (float) model.getDecfunCoef(features + 1, k);
    }
    for (int k = 0; k < classes; k++) {
      if (!contains(order, k)) {
        weights.bias()[k] = -1;
      }
    }
    return weights;
  }

  private static boolean contains(int[] all, int one) {
    for (int each : all) {
      if (each == one) {
        return true;
      }
    }
    return false;
  }
}
