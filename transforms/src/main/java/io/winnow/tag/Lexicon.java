package io.winnow.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all names of a vocabulary in one pass over a text: a trie is entered where a name can begin
 * alone. Latin names match whole words and their plurals; Chinese names match anywhere.
 *
 * @param <T> what a name stands for
 */
final class Lexicon<T> {
  /** Receives each occurrence; offsets are UTF-16 units of the text. */
  interface Visitor<T> {
    void found(int from, int to, T meaning);
  }

  private static final int ROOT = 0;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** By a first character the node behind it; 0 where no name begins so. */
  private final int[] firsts = new int[Character.MAX_VALUE + 1];

  /** Steps: node, character, and the node behind it; 0 where there is none. */
  private long[] steps = new long[1 << 10];

  private int stepCount;
  private int nodes = 1;

  /** By node: what the name means that ends there. */
  private final List<List<T>> meanings = new ArrayList<>();

  /** What each name, folded here, may mean. */
  Lexicon(Map<String, List<T>> names) {
    Map<Integer, List<T>> byNode = new HashMap<>();
    names.forEach(
        (name, values) -> {
          int node = add(FoldedText.of(name).chars());
          if (node != ROOT) {
            byNode.computeIfAbsent(node, key -> new ArrayList<>()).addAll(values);
          }
        });
    for (int node = 0; node < nodes; node++) {
      meanings.add(byNode.getOrDefault(node, List.of()));
    }
  }

  private int add(char[] name) {
    int node = ROOT;
    for (char c : name) {
      int next = step(node, c);
      if (next == ROOT) {
        next = nodes++;
        put(node, c, next);
      }
      node = next;
    }
    return node;
  }

  private void put(int node, char c, int next) {
    if (node == ROOT) {
      firsts[c] = next;
      return;
    }
    if (2 * ++stepCount > steps.length) {
      long[] old = steps;
      steps = new long[2 * old.length];
      for (long step : old) {
        if (step != 0) {
          steps[place(step >>> 24)] = step;
        }
      }
    }
    steps[place(key(node, c))] = key(node, c) << 24 | next;
  }

  private static long key(int node, char c) {
    return (long) node << 16 | c;
  }

  /** Where a step stands, or could. */
  private int place(long key) {
    int at = (int) (key * SPREAD >>> 40) & steps.length - 1;
    while (steps[at] != 0 && steps[at] >>> 24 != key) {
      at = at + 1 & steps.length - 1;
    }
    return at;
  }

  /** The node behind a character; {@link #ROOT} where there is none. */
  private int step(int node, char c) {
    return node == ROOT ? firsts[c] : (int) (steps[place(key(node, c))] & 0xFFFFFF);
  }

  /** Visits the occurrences by where they begin; all meanings of a name, in the order given. */
  void scan(FoldedText text, Visitor<T> visitor) {
    char[] chars = text.chars();
    for (int from = 0; from < chars.length; from++) {
      int node = firsts[chars[from]];
      if (node == ROOT || !text.mayBegin(from)) {
        continue;
      }
      for (int to = from + 1; node != ROOT; to++) {
        List<T> found = meanings.get(node);
        if (!found.isEmpty() && text.isWhole(from, to)) {
          for (T meaning : found) {
            visitor.found(from, to, meaning);
          }
        }
        if (to == chars.length) {
          break;
        }
        node = step(node, chars[to]);
      }
    }
  }
}
