package io.winnow.tag.section;

import java.util.List;

/**
 * Turns what speaks for each label into one label and a probability.
 *
 * <p>Labels of the form {@code parent/child} are chosen in two steps, the likeliest parent, then
 * the likeliest of its children: where the children of one share the evidence between them, the
 * right half of the answer is not lost.
 */
final class Decision {
  /** One label of many, by its number. */
  record Choice(int label, double probability) {}

  private final int[] parents;
  private final int parentCount;

  Decision(List<String> labels) {
    List<String> names = labels.stream().map(Decision::parent).distinct().sorted().toList();
    parents = labels.stream().mapToInt(label -> names.indexOf(parent(label))).toArray();
    parentCount = names.size();
  }

  /** What stands before the first slash of a label; all of it where there is none. */
  static String parent(String label) {
    int slash = label.indexOf('/');
    return slash <= 0 ? label : label.substring(0, slash);
  }

  /** Number of a label's parent. */
  int parent(int label) {
    return parents[label];
  }

  int parentCount() {
    return parentCount;
  }

  /**
   * The label to answer; of equally likely ones the first.
   *
   * @param steepness by which evidence is multiplied to make probabilities of it
   */
  Choice choose(double[] evidence, double steepness) {
    double[] likely = probabilities(evidence, steepness);
    double[] sums = new double[parentCount];
    for (int k = 0; k < likely.length; k++) {
      sums[parents[k]] += likely[k];
    }
    int parent = largest(sums);
    int best = -1;
    for (int k = 0; k < likely.length; k++) {
      if (parents[k] == parent && (best < 0 || likely[k] > likely[best])) {
        best = k;
      }
    }
    return new Choice(best, likely[best]);
  }

  static double[] probabilities(double[] evidence, double steepness) {
    double most = evidence[largest(evidence)];
    double[] likely = new double[evidence.length];
    double sum = 0;
    for (int k = 0; k < likely.length; k++) {
      likely[k] = StrictMath.exp(steepness * (evidence[k] - most));
      sum += likely[k];
    }
    for (int k = 0; k < likely.length; k++) {
      likely[k] /= sum;
    }
    return likely;
  }

  static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
