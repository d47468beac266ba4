package io.winnow.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sentences of a cleaned text: verbatim, in order, none overlapping. Prose, list items
 * and quotations have sentences; headings, tables, code and images have none. The mark of an item
 * and the white space around a sentence belong to no sentence.
 */
public final class Sentences {
  private Sentences() {}

  /** The sentences of the text; empty where it has no prose. */
  public static List<Sentence> of(String text) {
    List<Block> blocks = Blocks.of(text);
    List<Sentence> sentences = new ArrayList<>();
    int unit = 0;
    int chars = 0;
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (!block.kind().hasSentences()) {
        continue;
      }
      int start = block.start();
      for (int end : SentenceEnds.of(text, block)) {
        int from = skipSpace(text, start, end);
        int to = trimSpace(text, from, end);
        if (from < to && hasLetter(text, from, to)) {
          int fromChar = chars + text.codePointCount(unit, from);
          int toChar = fromChar + text.codePointCount(from, to);
          sentences.add(
              new Sentence(text.substring(from, to), from, to, fromChar, toChar, b, block.kind()));
          unit = to;
          chars = toChar;
        }
        start = end;
      }
    }
    return List.copyOf(sentences);
  }

  /** How many sentences the text has. */
  public static int count(String text) {
    return of(text).size();
  }

  private static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int trimSpace(String text, int from, int end) {
    int at = end;
    while (at > from && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return CharKinds.is(c, CharKinds.SPACE);
  }

  private static boolean hasLetter(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      int kind = CharKinds.of(text.charAt(i));
      boolean half = (kind & CharKinds.SURROGATE) != 0 && i + 1 < to;
      if ((kind & CharKinds.WORD) != 0 || half && Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
