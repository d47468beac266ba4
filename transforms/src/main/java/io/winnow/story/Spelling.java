package io.winnow.story;

import java.util.Set;

/**
 * Names that differ by one letter at their end, as a plural or a transcript has them: {@code
 * OpenClaw} and {@code OpenClawd}. Short names and names with a number are never alike.
 */
final class Spelling {
  private static final int LEAST = 7;

  private Spelling() {}

  /** Of {@code keys} the one that is spelled like {@code key}; empty where there is none. */
  static String sibling(String key, Set<String> keys) {
    String stem = stem(key);
    if (stem.isEmpty()) {
      return "";
    }
    String shorter = key.substring(0, key.length() - 1);
    if (keys.contains(shorter) && !stem(shorter).isEmpty()) {
      return shorter;
    }
    for (String other : keys) {
      if (other.length() == key.length() + 1 && other.startsWith(key) && !stem(other).isEmpty()) {
        return other;
      }
    }
    return "";
  }

  /** Whether two keys are one, but for a slip. */
  static boolean isSame(String a, String b) {
    return a.equals(b)
        || (Math.abs(a.length() - b.length()) == 1
            && (a.startsWith(b) || b.startsWith(a))
            && !stem(a).isEmpty()
            && !stem(b).isEmpty());
  }

  /** The key without its last letter; empty where a letter makes another name. */
  static String stem(String key) {
    return key.length() <= LEAST || key.chars().anyMatch(c -> c < 'a')
        ? ""
        : key.substring(0, key.length() - 1);
  }
}
