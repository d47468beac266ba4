package io.winnow.quality;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.Arrays;
import java.util.List;

/**
 * The words of the text lines of a text, in order and without case: a run of letters and digits, or
 * one character of a script without spaces. A word weighs two, such a character one, because words
 * of those scripts have about two. Code and tables have none.
 */
final class Tokens {
  /** Words that are looked at; a longer text is judged by its beginning. */
  static final int MAX = 200_000;

  private static final int WORD_WEIGHT = 2;

  private long[] hashes = new long[256];
  private int[] chars = new int[256];
  private boolean[] unspaced = new boolean[256];
  private int size;

  private Tokens() {}

  static Tokens of(String text, List<TextLine> lines, Words words) {
    Tokens tokens = new Tokens();
    for (TextLine line : lines) {
      if (line.kind().isText() && tokens.size < MAX) {
        tokens.read(text, line.from(), line.to(), words);
      }
    }
    return tokens;
  }

  private void read(String text, int from, int to, Words words) {
    for (int at = from; at < to && size < MAX; ) {
      char c = text.charAt(at);
      if (c < 0x80 && !isWord(c)) {
        words.mark(c);
        at++;
        continue;
      }
      int codePoint = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
      int next = at + Character.charCount(codePoint);
      if (codePoint >= 0x2E80 && Scripts.isCjk(codePoint)) {
        int simple = Folding.simplify(codePoint);
        words.character(simple);
        add(simple * 0x9E3779B97F4A7C15L, 1, true);
      } else if (isWord(codePoint)) {
        next = endOfWord(text, at, to);
        add(words.word(text, at, next), next - at, false);
      } else {
        words.mark(codePoint);
      }
      at = next;
    }
  }

  private static int endOfWord(String text, int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c < 0x80 && c != '\'') {
        if (!isWord(c)) {
          break;
        }
        at++;
        continue;
      }
      int codePoint = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
      boolean joins =
          (codePoint == '\'' || codePoint == 0x2019)
              && at + 1 < to
              && Character.isLetter(text.charAt(at + 1));
      if (!joins && (!isWord(codePoint) || codePoint >= 0x2E80 && Scripts.isCjk(codePoint))) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean isWord(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint | 32) >= 'a' && (codePoint | 32) <= 'z'
          || codePoint >= '0' && codePoint <= '9';
    }
    if (Character.isLetterOrDigit(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void add(long hash, int length, boolean isUnspaced) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      chars = Arrays.copyOf(chars, size * 2);
      unspaced = Arrays.copyOf(unspaced, size * 2);
    }
    hashes[size] = hash;
    chars[size] = length;
    unspaced[size++] = isUnspaced;
  }

  int size() {
    return size;
  }

  long hash(int i) {
    return hashes[i];
  }

  int chars(int i) {
    return chars[i];
  }

  boolean isUnspaced(int i) {
    return unspaced[i];
  }

  int weight(int i) {
    return unspaced[i] ? 1 : WORD_WEIGHT;
  }
}
