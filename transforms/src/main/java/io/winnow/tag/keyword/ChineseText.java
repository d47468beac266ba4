package io.winnow.tag.keyword;

import io.winnow.han.Natures;
import java.util.Arrays;

/** The words of a Chinese text with their parts of speech, sentence after sentence. */
final class ChineseText {
  /** Part of speech of a word in Latin letters, beside those of {@link Natures}. */
  static final short LATIN = -1;

  static final short NUMBER = -2;
  static final short NAME = nature("nr");
  static final short PROPER = nature("nz");
  static final short MARK = nature("w");

  Term[] words = new Term[512];
  short[] natures = new short[512];

  /** Whether one space parts a word from the one before, as between Latin and Chinese. */
  boolean[] spaced = new boolean[512];

  int size;

  /** By sentence: where its words end. */
  private int[] ends = new int[64];

  private int sentences;

  void add(Term word, short nature, boolean space) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      natures = Arrays.copyOf(natures, 2 * size);
      spaced = Arrays.copyOf(spaced, 2 * size);
    }
    words[size] = word;
    natures[size] = nature;
    spaced[size++] = space;
  }

  void endSentence() {
    if (sentences == ends.length) {
      ends = Arrays.copyOf(ends, 2 * sentences);
    }
    ends[sentences++] = size;
  }

  int sentences() {
    return sentences;
  }

  int begin(int sentence) {
    return sentence == 0 ? 0 : ends[sentence - 1];
  }

  int end(int sentence) {
    return ends[sentence];
  }

  /** The first letter of a part of speech, or 0 for those that are none of the dictionary's. */
  static char firstLetter(short nature) {
    return nature < 0 ? 0 : Natures.name(nature).charAt(0);
  }

  private static short nature(String name) {
    for (short i = 0; i < Natures.count(); i++) {
      if (Natures.name(i).equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }
}
