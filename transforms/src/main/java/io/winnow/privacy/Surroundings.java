package io.winnow.privacy;

import java.util.List;
import java.util.Locale;

/** What stands around a candidate, looked at within a bounded distance. */
final class Surroundings {
  private static final int MAX_ADDRESS = 500;
  private static final int CONTEXT = 28;

  private Surroundings() {}

  /** Whether an index lies within a web address. */
  static boolean inAddress(FoldedText text, int index) {
    for (int i = index - 1; i >= 0 && index - i < MAX_ADDRESS; i--) {
      char c = text.at(i);
      if (c == '/' && text.at(i - 1) == '/' && text.at(i - 2) == ':') {
        return true;
      }
      if (c <= ' ' || c >= 0x2E80 || "\"'<>`|".indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }

  /** Whether the line says one of the words (in lower case) shortly before an index. */
  static boolean says(FoldedText text, int index, List<String> words) {
    return says(text, index, CONTEXT, words);
  }

  /** The same within so many characters. */
  static boolean says(FoldedText text, int index, int within, List<String> words) {
    String before = text.substring(index - within, index);
    String line = before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(line::contains);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isWord(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }
}
