package io.winnow.split;

import io.winnow.text.Folding;
import java.util.HashMap;
import java.util.Map;

/**
 * Compares titles that were typed twice: Dice coefficient over the character bigrams of their
 * folded keys, each as often as it occurs. Width, case, spaces and punctuation do not count; one
 * misread character costs four bigrams.
 */
final class Similarity {
  /** Code points of a title that are looked at; longer ones are no titles. */
  private static final int MAX_LENGTH = 200;

  private final String key;
  private final Map<Long, Integer> grams = new HashMap<>();
  private int size;

  private Similarity(String key) {
    this.key = key;
    int[] points = key.codePoints().limit(MAX_LENGTH).toArray();
    for (int i = 0; i + 1 < points.length; i++) {
      grams.merge(((long) points[i] << 32) | points[i + 1], 1, Integer::sum);
      size++;
    }
  }

  static Similarity to(String title) {
    return new Similarity(Folding.key(title));
  }

  /** The bigrams of the title. */
  Iterable<Long> grams() {
    return grams.keySet();
  }

  /** Letters and digits of the title. */
  int length() {
    return key.length();
  }

  /** 0 to 1; 1 when the keys are equal. */
  double of(Similarity other) {
    if (key.equals(other.key)) {
      return key.isEmpty() ? 0 : 1;
    }
    return size + other.size == 0 ? 0 : 2.0 * shared(other) / (size + other.size);
  }

  /** Share of the shorter title's bigrams that the other one has, 0 to 1. */
  double containment(Similarity other) {
    int shorter = Math.min(size, other.size);
    return shorter == 0 ? 0 : (double) shared(other) / shorter;
  }

  private int shared(Similarity other) {
    int shared = 0;
    for (Map.Entry<Long, Integer> gram : grams.entrySet()) {
      shared += Math.min(gram.getValue(), other.grams.getOrDefault(gram.getKey(), 0));
    }
    return shared;
  }
}
