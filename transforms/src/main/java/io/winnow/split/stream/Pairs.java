package io.winnow.split.stream;

import io.winnow.text.Folding;
import java.util.HashMap;
import java.util.Map;

/** Knows which neighbouring lines never come apart: what recurs together belongs together. */
final class Pairs {
  private final String[] keys;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();

  Pairs(Stream stream) {
    keys = new String[stream.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Folding.key(stream.line(i));
      lines.merge(keys[i], 1, Integer::sum);
      if (i > 0) {
        pairs.merge(keys[i - 1] + "\n" + keys[i], 1, Integer::sum);
      }
    }
  }

  /**
   * How surely the lines on both sides of gap {@code i} are one text: 0 where they meet once, up to
   * 1 where both recur and only together.
   */
  double together(int i) {
    int met = pairs.getOrDefault(keys[i - 1] + "\n" + keys[i], 0);
    int apart = Math.max(lines.getOrDefault(keys[i - 1], 0), lines.getOrDefault(keys[i], 0));
    return met < 2 ? 0 : (double) met / apart;
  }
}
