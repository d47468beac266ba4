package io.winnow.quality;

import java.util.Arrays;

/** Counts what the words of a text are, while {@link Tokens} finds them. */
final class Words {
  /** Words whose variety is measured: the longer a text, the fewer of its words are new. */
  private static final int VARIETY = 400;

  /** The letters of "aeiouy" as bits, from a. */
  private static final int VOWELS = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24;

  private static final long FNV = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final WordLists lists;
  private final Frequencies frequencies = new Frequencies();
  private final Frequencies variety = new Frequencies();
  private int spaced;
  private int spacedChars;
  private int unspaced;
  private int withLetter;
  private int single;
  private int odd;
  private int stop;
  private int stopCharacters;
  private int placeholder;
  private int symbols;
  private int previous;

  Words(WordLists lists) {
    this.lists = lists;
  }

  /** Takes a character of a script without spaces. */
  void character(int simple) {
    unspaced++;
    if (lists.isStopCharacter(simple)) {
      stopCharacters++;
    }
    if (previous != 0) {
      frequencies.add((long) previous << 32 | simple);
      if (variety.total < VARIETY) {
        variety.add((long) previous << 32 | simple);
      }
    }
    previous = simple;
  }

  /** Takes a mark or space between words. */
  void mark(int codePoint) {
    previous = codePoint == '\n' ? previous : 0;
    if (codePoint == '#' || codePoint == '…') {
      symbols++;
    }
  }

  /** Takes a word of a script with spaces; gives its hash, without case. */
  long word(String text, int from, int to) {
    previous = 0;
    long hash = FNV;
    int letters = 0;
    int digits = 0;
    int changes = 0;
    int vowels = 0;
    boolean latin = true;
    char before = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      char lower =
          c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c | 32) : c) : Character.toLowerCase(c);
      hash = (hash ^ (lower == 0x2019 ? '\'' : lower)) * FNV_PRIME;
      if (lower >= 'a' && lower <= 'z') {
        letters++;
        vowels += VOWELS >> (lower - 'a') & 1;
        changes += i > from && c < 'a' && before >= 'a' && before <= 'z' ? 1 : 0;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
        vowels++;
        latin &= c < 0x250;
      }
      before = c;
    }
    hash = mixed(hash);
    spaced++;
    spacedChars += to - from;
    withLetter += letters > 0 ? 1 : 0;
    if (letters > 0 && to - from == 1) {
      single++;
    }
    if (latin && isOdd(to - from, letters, digits, vowels, changes)) {
      odd++;
    }
    if (lists.isStopWord(hash)) {
      stop++;
    } else if (letters > 0) {
      frequencies.add(hash);
    }
    if (lists.isPlaceholder(hash)) {
      placeholder++;
    }
    if (variety.total < VARIETY) {
      variety.add(hash);
    }
    return hash;
  }

  /** A word as no language has them: digits among letters, no vowel, case that jumps. */
  private static boolean isOdd(int length, int letters, int digits, int vowels, int changes) {
    return letters >= 2 && digits >= 1 && length >= 4
        || letters >= 5 && vowels == 0
        || changes >= 2
        || letters > 30;
  }

  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 29);
  }

  /** Hash of a word, as {@link #word} gives it. */
  static long hash(String word) {
    return new Words(WordLists.EMPTY).word(word, 0, word.length());
  }

  /** Words; of scripts without spaces two characters are one. */
  double count() {
    return spaced + unspaced / 2.0;
  }

  void putInto(Signals signals) {
    signals.put("words", count());
    signals.putShare("mean_word_chars", spacedChars, spaced);
    signals.putShare("alpha_word_share", withLetter + unspaced / 2.0, count());
    signals.putShare("single_letter_share", single, count());
    signals.putShare("odd_word_share", odd, count());
    signals.putShare("stop_word_share", stop + stopCharacters / 2.0, count());
    signals.putShare("placeholder_share", placeholder, count());
    signals.putShare("symbol_word_ratio", symbols, count());
    signals.putShare("top_word_share", frequencies.most, spaced + unspaced);
    signals.putShare("distinct_word_share", variety.distinct, variety.total);
  }

  /** How often each of a growing number of hashes came. */
  private static final class Frequencies {
    private long[] keys = new long[1024];
    private int[] counts = new int[1024];
    private int distinct;
    private int most;
    private int total;

    void add(long hash) {
      total++;
      if (distinct * 2 >= keys.length) {
        grow();
      }
      int at = slot(keys, hash);
      if (keys[at] == 0) {
        keys[at] = key(hash);
        distinct++;
      }
      most = Math.max(most, ++counts[at]);
    }

    private static long key(long hash) {
      return hash == 0 ? 1 : hash;
    }

    private static int slot(long[] keys, long hash) {
      int mask = keys.length - 1;
      int at = (int) (hash * 0x9E3779B97F4A7C15L >>> 33) & mask;
      while (keys[at] != 0 && keys[at] != key(hash)) {
        at = at + 1 & mask;
      }
      return at;
    }

    private void grow() {
      long[] old = keys;
      int[] oldCounts = Arrays.copyOf(counts, counts.length);
      keys = new long[old.length * 2];
      counts = new int[old.length * 2];
      for (int i = 0; i < old.length; i++) {
        if (old[i] != 0) {
          int at = slot(keys, old[i]);
          keys[at] = old[i];
          counts[at] = oldCounts[i];
        }
      }
    }
  }
}
