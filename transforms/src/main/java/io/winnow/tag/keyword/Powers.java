package io.winnow.tag.keyword;

import io.winnow.tag.keyword.PhraseFinder.Weights;

/** The powers that scores are made of, computed once for each small number. */
final class Powers {
  private static final int MANY = 64;
  private static final int FAR = 2048;

  private final Weights weights;
  private final double[] frequencies = new double[MANY];
  private final double[] uses = new double[MANY];
  private final double[] lengths = new double[MANY];
  private final double[] positions = new double[FAR];

  Powers(Weights weights) {
    this.weights = weights;
    for (int n = 0; n < MANY; n++) {
      frequencies[n] = Math.pow(damped(n), weights.wordFrequency());
      uses[n] = Math.pow(damped(n), weights.phraseFrequency());
      lengths[n] = Math.pow(n, weights.length());
    }
    for (int n = 0; n < FAR; n++) {
      positions[n] = Math.pow(1 + n / weights.reach(), weights.position());
    }
  }

  Weights weights() {
    return weights;
  }

  double ofFrequency(int count) {
    return count < MANY ? frequencies[count] : Math.pow(damped(count), weights.wordFrequency());
  }

  double ofUses(double count) {
    int whole = (int) count;
    return whole == count && whole < MANY
        ? uses[whole]
        : Math.pow(damped(count), weights.phraseFrequency());
  }

  double ofLength(int words) {
    return words < MANY ? lengths[words] : Math.pow(words, weights.length());
  }

  double ofPosition(int position) {
    return position < FAR
        ? positions[position]
        : Math.pow(1 + position / weights.reach(), weights.position());
  }

  /** Grows ever more slowly, so that a long text is not all about its most frequent word. */
  private static double damped(double count) {
    return count <= 1 ? count : 1 + Math.log(count);
  }
}
