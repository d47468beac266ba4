package io.winnow.peers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * MinHash as textbooks have it: the set of a text's five-character shingles, and of each of 128
 * hash functions the least value over them.
 *
 * <p>The functions are multiply-shift (Dietzfelbinger and others, 1997), the fastest universal ones
 * there are: nothing is made slower here than it need be.
 */
final class PlainMinHash {
  private static final int PERMUTATIONS = 128;
  private static final int SHINGLE = 5;

  private final long[] factors = new long[PERMUTATIONS];
  private final long[] terms = new long[PERMUTATIONS];

  PlainMinHash() {
    Random random = new Random(1);
    for (int i = 0; i < PERMUTATIONS; i++) {
      factors[i] = random.nextLong() | 1;
      terms[i] = random.nextLong();
    }
  }

  int[] sketch(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= folded.length(); i++) {
      shingles.add(folded.substring(i, i + SHINGLE));
    }
    int[] least = new int[PERMUTATIONS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (String shingle : shingles) {
      long hash = shingle.hashCode();
      for (int i = 0; i < PERMUTATIONS; i++) {
        least[i] = Math.min(least[i], (int) (factors[i] * hash + terms[i] >>> 33));
      }
    }
    return least;
  }
}
