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
    long[] shingles = unordered(words);
    Arrays.sort(shingles);
    return shingles;
  }

  /** The same in the order in which they first stand: for a set, in half the time. */
  static long[] unordered(String words) {
    int length = words.length();
    byte[] utf16 = new byte[2 * length];
    for (int i = 0; i < length; i++) {
      char unit = words.charAt(i);
      utf16[2 * i] = (byte) unit;
      utf16[2 * i + 1] = (byte) (unit >> Byte.SIZE);
    }
    long[] tokens = new long[length];
    boolean[] unspaced = new boolean[length];
    int count = 0;
    for (int at = 0; at < length; ) {
      int codePoint = words.codePointAt(at);
      if (codePoint == ' ') {
        at++;
      } else if (Scripts.isCjk(codePoint)) {
        unspaced[count] = true;
        tokens[count++] = codePoint;
        at += Character.charCount(codePoint);
      } else {
        int end = endOfWord(words, at);
        // The same as hashCharsToLong of the word, without taking it out.
        tokens[count++] = HASH.hashBytesToLong(utf16, 2 * at, 2 * (end - at));
        at = end;
      }
    }
    return shingles(tokens, unspaced, count);
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
    DistinctLongs shingles = new DistinctLongs(count);
    for (int i = 0; i + 1 < count; i++) {
      if (!unspaced[i]) {
        shingles.add(HASH.hashLongLongToLong(tokens[i], tokens[i + 1]));
      } else if (i + 2 < count) {
        shingles.add(HASH.hashLongLongLongToLong(tokens[i], tokens[i + 1], tokens[i + 2]));
      }
    }
    return shingles.toArray();
  }
}
