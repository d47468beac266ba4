package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.Arrays;

/**
 * Turns a text into the set of hashed shingles by which near-duplicates are recognised.
 *
 * <p>The text comes folded, so width, case, punctuation, white space and traditional characters
 * make no difference. Its tokens are the characters of a script without spaces, and the words of
 * any other. A shingle starts at every token: three tokens from a character, two from a word. Both
 * kinds lie in one set, so a text that mixes scripts is compared whole.
 *
 * <p>Short shingles are the choice: a copy in which one word in six was replaced still shares half
 * of them (a quarter of the five-word shingles that are common elsewhere).
 */
final class Shingles {
  private static final Hasher64 HASH = Hashing.komihash5_0();

  private Shingles() {}

  /**
   * Hashes of the distinct shingles, ascending; empty where the text has too few tokens.
   *
   * @param words the text, folded by {@link Folding#words}
   */
  static long[] of(String words) {
    long[] tokens = new long[words.length()];
    boolean[] unspaced = new boolean[words.length()];
    int count = 0;
    for (int at = 0; at < words.length(); ) {
      int codePoint = words.codePointAt(at);
      if (codePoint == ' ') {
        at++;
      } else if (Scripts.isCjk(codePoint)) {
        unspaced[count] = true;
        tokens[count++] = codePoint;
        at += Character.charCount(codePoint);
      } else {
        int end = endOfWord(words, at);
        tokens[count++] = HASH.hashCharsToLong(words.substring(at, end));
        at = end;
      }
    }
    return distinct(shingles(tokens, unspaced, count));
  }

  private static int endOfWord(String words, int from) {
    int at = from;
    while (at < words.length()) {
      int codePoint = words.codePointAt(at);
      if (codePoint == ' ' || Scripts.isCjk(codePoint)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static long[] shingles(long[] tokens, boolean[] unspaced, int count) {
    long[] shingles = new long[count];
    int size = 0;
    for (int i = 0; i + 1 < count; i++) {
      if (!unspaced[i]) {
        shingles[size++] = HASH.hashLongLongToLong(tokens[i], tokens[i + 1]);
      } else if (i + 2 < count) {
        shingles[size++] = HASH.hashLongLongLongToLong(tokens[i], tokens[i + 1], tokens[i + 2]);
      }
    }
    return Arrays.copyOf(shingles, size);
  }

  private static long[] distinct(long[] shingles) {
    Arrays.sort(shingles);
    int size = 0;
    for (int i = 0; i < shingles.length; i++) {
      if (i == 0 || shingles[i] != shingles[i - 1]) {
        shingles[size++] = shingles[i];
      }
    }
    return Arrays.copyOf(shingles, size);
  }
}
