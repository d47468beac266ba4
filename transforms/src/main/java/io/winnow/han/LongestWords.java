package io.winnow.han;

import java.util.Arrays;

/**
 * Cuts a text into the longest words of the core dictionary, from left to right, and what is
 * between them into runs of one kind of character. For one thread; texts one after the other.
 */
public final class LongestWords {
  private final CoreWords core = CoreWords.bundled();
  private char[] text = new char[256];
  private int[] lengths = new int[256];
  private char[] natures = new char[256];
  private int size;

  /** Cuts a text; the words can be asked for until the next one is cut. */
  public void cut(String whole) {
    size = whole.length();
    if (text.length < size) {
      text = new char[2 * size];
      lengths = new int[2 * size];
      natures = new char[2 * size];
    }
    whole.getChars(0, size, text, 0);
    Arrays.fill(lengths, 0, size, 1);
    Arrays.fill(natures, 0, size, '\0');
    findLongest();
    nameRest();
  }

  /** How long the word is that begins at a place; the next one begins behind it. */
  public int length(int at) {
    return lengths[at];
  }

  /** The first letter of the part of speech of the word that begins at a place. */
  public char nature(int at) {
    return natures[at] == '\0' ? 'n' : natures[at];
  }

  /** What ends while a longer word may still come ends it all, as in the segmenter. */
  private void findLongest() {
    DoubleArray trie = core.trie;
    for (int begin = 0; begin < size; ) {
      int state = DoubleArray.ROOT;
      int longest = 0;
      int at = begin;
      for (; at < size; at++) {
        state = trie.step(state, text[at]);
        if (state == DoubleArray.NONE) {
          break;
        }
        int word = trie.word(state);
        if (word >= 0) {
          longest = at + 1 - begin;
          lengths[begin] = longest;
          natures[begin] = Natures.name(core.natures[word]).charAt(0);
        }
      }
      if (at == size) {
        return;
      }
      begin += Math.max(1, longest);
    }
  }

  private void nameRest() {
    for (int i = 0; i < size; ) {
      if (natures[i] != '\0') {
        i++;
        continue;
      }
      int to = i + 1;
      while (to < size && natures[to] == '\0') {
        to++;
      }
      while (i < to) {
        int end = CharKinds.runEnd(text, i, to);
        lengths[i] = end - i;
        natures[i] = nature(text[i]);
        i = end;
      }
    }
  }

  private static char nature(char first) {
    return switch (CharKinds.of(first)) {
      case CharKinds.DIGIT, CharKinds.INDEX, CharKinds.CHINESE_DIGIT -> 'm';
      case CharKinds.DELIMITER -> 'w';
      default -> 'n';
    };
  }
}
