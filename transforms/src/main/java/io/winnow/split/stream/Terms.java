package io.winnow.split.stream;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a stream in order: words of three letters or more, and pairs of neighbouring Han
 * characters, as numbers.
 *
 * @param all every term, as often as it occurs
 * @param starts for each line the index of its first term, and one more for the end
 * @param rarity for each term the logarithm of the share of blocks that hold it, inverted
 */
record Terms(int[] all, int[] starts, double[] rarity) {
  /** Terms in a block over which rarity is counted. */
  private static final int BLOCK = 200;

  static Terms of(Stream stream) {
    Map<String, Integer> vocabulary = new HashMap<>();
    List<int[]> lines = new ArrayList<>();
    int[] starts = new int[stream.size() + 1];
    for (int i = 0; i < stream.size(); i++) {
      int[] terms =
          of(stream.line(i)).stream()
              .mapToInt(term -> vocabulary.computeIfAbsent(term, t -> vocabulary.size()))
              .toArray();
      lines.add(terms);
      starts[i + 1] = starts[i] + terms.length;
    }
    int[] all = lines.stream().flatMapToInt(Arrays::stream).toArray();
    return new Terms(all, starts, rarity(all, vocabulary.size()));
  }

  private static double[] rarity(int[] all, int vocabulary) {
    int[] blocks = new int[vocabulary];
    int[] lastSeen = new int[vocabulary];
    int total = all.length / BLOCK + 1;
    for (int i = 0; i < all.length; i++) {
      int block = i / BLOCK + 1;
      if (lastSeen[all[i]] != block) {
        lastSeen[all[i]] = block;
        blocks[all[i]]++;
      }
    }
    double[] rarity = new double[vocabulary];
    for (int term = 0; term < vocabulary; term++) {
      rarity[term] = Math.log((1.0 + total) / blocks[term]);
    }
    return rarity;
  }

  /** Share of the different terms of line {@code i} that lines {@code from} to {@code to} hold. */
  double shared(int i, int from, int to) {
    Set<Integer> wanted = new HashSet<>();
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      wanted.add(all[at]);
    }
    int count = wanted.size();
    for (int at = starts[from]; at < starts[to] && !wanted.isEmpty(); at++) {
      wanted.remove(all[at]);
    }
    return count == 0 ? 0 : (double) (count - wanted.size()) / count;
  }

  /** The terms of a line in order, repeated as often as they occur. */
  static List<String> of(String line) {
    List<String> terms = new ArrayList<>();
    for (String run : Folding.words(line).split(" ")) {
      int start = 0;
      int previous = -1;
      for (int at = 0; at < run.length(); ) {
        int codePoint = run.codePointAt(at);
        boolean wide = Scripts.isCjk(codePoint);
        if (wide) {
          addWord(run, start, at, terms);
          if (previous >= 0) {
            terms.add(Character.toString(previous) + Character.toString(codePoint));
          }
        }
        at += Character.charCount(codePoint);
        start = wide ? at : start;
        previous = wide ? codePoint : -1;
      }
      addWord(run, start, run.length(), terms);
    }
    return terms;
  }

  private static void addWord(String run, int from, int to, List<String> terms) {
    if (to - from >= 3) {
      terms.add(run.substring(from, to));
    }
  }
}
