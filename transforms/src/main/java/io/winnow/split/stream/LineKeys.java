package io.winnow.split.stream;

import io.winnow.text.Folding;
import java.util.HashMap;
import java.util.Map;

/** The lines of a stream folded, and numbered so that equal ones have equal numbers. */
final class LineKeys {
  private final String[] words;
  private final int[] keys;

  LineKeys(Stream stream) {
    words = new String[stream.size()];
    keys = new int[stream.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      words[i] = Folding.words(stream.line(i));
      String key = words[i].replace(" ", "");
      Integer known = numbers.putIfAbsent(key, numbers.size());
      keys[i] = known == null ? numbers.size() - 1 : known;
    }
  }

  /** Line {@code i} as {@link Folding#words} makes it. */
  String words(int i) {
    return words[i];
  }

  /** The number of line {@code i}; equal for lines with the same letters and digits. */
  int key(int i) {
    return keys[i];
  }
}
