package io.winnow.han;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;

/**
 * How often the corpus has one word right after another. The pairs of a first word lie together, as
 * a small table by their second word.
 */
final class WordPairs {
  private static final String FILE = "CoreNatureDictionary.ngram.mini.txt.table.bin";
  private static final int SPREAD = 0x9E3779B1;

  private static final class Loaded {
    static final WordPairs INSTANCE = read();
  }

  /** Where the table of each first word begins; one more than there are words. */
  private final int[] starts;

  /** The second words, one more than their numbers; 0 where there is none. */
  private final int[] seconds;

  private final int[] counts;

  static WordPairs bundled() {
    return Loaded.INSTANCE;
  }

  /**
   * @param firsts by a word: where its pairs start; one more than there are words
   * @param pairs the second word of each pair, and their count
   */
  private WordPairs(int[] firsts, int[] pairs) {
    starts = new int[firsts.length];
    for (int first = 0; first + 1 < firsts.length; first++) {
      starts[first + 1] = starts[first] + size(firsts[first + 1] - firsts[first]);
    }
    seconds = new int[starts[starts.length - 1]];
    counts = new int[seconds.length];
    for (int first = 0; first + 1 < firsts.length; first++) {
      int mask = starts[first + 1] - starts[first] - 1;
      for (int pair = firsts[first]; pair < firsts[first + 1]; pair++) {
        int at = slot(pairs[2 * pair], mask);
        while (seconds[starts[first] + at] != 0) {
          at = at + 1 & mask;
        }
        seconds[starts[first] + at] = pairs[2 * pair] + 1;
        counts[starts[first] + at] = pairs[2 * pair + 1];
      }
    }
  }

  /** A power of two with room to spare. */
  private static int size(int pairs) {
    return pairs == 0 ? 0 : Integer.highestOneBit(pairs) * 2;
  }

  private static int slot(int second, int mask) {
    return second * SPREAD >>> 8 & mask;
  }

  /** Where the pairs of a word begin. */
  int start(int first) {
    return starts[first];
  }

  /** How far they reach; negative where it has none. */
  int mask(int first) {
    return starts[first + 1] - starts[first] - 1;
  }

  /** How often a word follows the one whose pairs these are. */
  int count(int start, int mask, int second) {
    int at = slot(second, mask);
    for (int found = seconds[start + at]; found != 0; found = seconds[start + at]) {
      if (found == second + 1) {
        return counts[start + at];
      }
      at = at + 1 & mask;
    }
    return 0;
  }

  /** The highest count of a word's pairs. */
  int highest(int first) {
    int highest = 0;
    for (int at = starts[first]; at < starts[first + 1]; at++) {
      highest = Math.max(highest, counts[at]);
    }
    return highest;
  }

  private static WordPairs read() {
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(DictionaryFile.open(FILE), 1 << 16))) {
      return new WordPairs((int[]) in.readObject(), (int[]) in.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
