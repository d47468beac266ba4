package io.winnow.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that a {@link Sieve} looks for. Of each word the rarest three characters (or all of a
 * shorter one) are its anchor; a text is read once, and only where its last characters are an
 * anchor is a word compared.
 */
final class SieveTable {
  private static final int BITS = 16;
  private static final int LONGEST = 3;

  /** For each character, the lengths of the anchors that end in it, as bits 1, 2 and 4. */
  private final byte[] ends = new byte[1 << 16];

  /** Hashes of anchors of two and of three characters, as bits. */
  private final long[] seen = new long[1 << BITS - 6];

  private final long[] keys;
  private final int[] firsts;
  private final int mask;

  private final String[] words;
  private final int[] behind;
  private final int[] nexts;
  private final long[][] patterns;

  private final Sieve.Found always;

  /**
   * A table of the words that each pattern requires; none where that is empty.
   *
   * @param required by the pattern's place
   */
  SieveTable(List<Set<String>> required) {
    int size = required.size() + 63 >> 6;
    long[] open = new long[size];
    Map<String, long[]> byWord = new TreeMap<>();
    for (int pattern = 0; pattern < required.size(); pattern++) {
      Set<String> any = required.get(pattern);
      if (any.isEmpty()) {
        open[pattern >> 6] |= 1L << pattern;
      }
      for (String word : any) {
        byWord.computeIfAbsent(word, key -> new long[size])[pattern >> 6] |= 1L << pattern;
      }
    }
    always = new Sieve.Found(open);
    words = byWord.keySet().toArray(String[]::new);
    patterns = byWord.values().toArray(long[][]::new);
    behind = new int[words.length];
    nexts = new int[words.length];
    mask = Integer.highestOneBit(Math.max(8, words.length)) * 4 - 1;
    keys = new long[mask + 1];
    firsts = new int[mask + 1];
    Arrays.fill(firsts, -1);
    for (int word = 0; word < words.length; word++) {
      anchor(word);
    }
  }

  private void anchor(int word) {
    String text = words[word];
    int length = Math.min(LONGEST, text.length());
    int best = 0;
    for (int from = 1; from + length <= text.length(); from++) {
      if (LiteralChoice.share(text, from, from + length)
          < LiteralChoice.share(text, best, best + length)) {
        best = from;
      }
    }
    int end = best + length;
    char c = text.charAt(end - 1);
    char b = length > 1 ? text.charAt(end - 2) : 0;
    char a = length > 2 ? text.charAt(end - 3) : 0;
    ends[c] |= (byte) (1 << length - 1);
    long key = key(length, a, b, c);
    if (length > 1) {
      int hash = hash(key);
      seen[hash >> 6] |= 1L << hash;
    }
    behind[word] = end;
    int slot = slot(key);
    keys[slot] = key;
    nexts[word] = firsts[slot];
    firsts[slot] = word;
  }

  private static long key(int length, char a, char b, char c) {
    return (long) length << 48 | (long) a << 32 | (long) b << 16 | c;
  }

  private static int hash(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - BITS);
  }

  private int slot(long key) {
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  Sieve.Found sift(String text, int from, int to) {
    int length = to - from;
    char[] chars = new char[length];
    text.getChars(from, to, chars, 0);
    CaseFold.fold(chars, length);
    long @Nullable [] found = null;
    char a = 0;
    char b = 0;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      int kinds = ends[c];
      if (kinds != 0) {
        if ((kinds & 4) != 0) {
          found = anchored(key(3, a, b, c), chars, i + 1, found);
        }
        if ((kinds & 2) != 0) {
          found = anchored(key(2, (char) 0, b, c), chars, i + 1, found);
        }
        if ((kinds & 1) != 0) {
          found = compared(key(1, (char) 0, (char) 0, c), chars, i + 1, found);
        }
      }
      a = b;
      b = c;
    }
    return found == null ? always : new Sieve.Found(found);
  }

  private long @Nullable [] anchored(long key, char[] chars, int end, long @Nullable [] found) {
    int hash = hash(key);
    return (seen[hash >> 6] & 1L << hash) == 0 ? found : compared(key, chars, end, found);
  }

  private long @Nullable [] compared(long key, char[] chars, int end, long @Nullable [] found) {
    long @Nullable [] all = found;
    for (int word = firsts[slot(key)]; word >= 0; word = nexts[word]) {
      if (isAt(words[word], chars, end - behind[word])) {
        all = all == null ? always.copy() : all;
        for (int i = 0; i < all.length; i++) {
          all[i] |= patterns[word][i];
        }
      }
    }
    return all;
  }

  private static boolean isAt(String word, char[] chars, int at) {
    if (at < 0 || at + word.length() > chars.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != chars[at + i]) {
        return false;
      }
    }
    return true;
  }
}
