package io.winnow.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stands around a candidate, looked at within a bounded distance. */
final class Surroundings {
  private static final int MAX_ADDRESS = 500;
  private static final int CONTEXT = 28;
  private static final Pattern ID_BEFORE =
      Pattern.compile(
          "(?:^|[^a-z])(?:[a-z]*[_-])?(?:id|guid|uid|uuid|pk|key|slot|pid|aid)[\"' ]*[:=][\"' ]*$"
              + "|\"[a-z_-]{1,30}\" ?: ?$"
              + "|\"[a-z_-]{0,30}id\" ?: ?\"?$"
              + "|(?:property|name)=\"[a-z]*:(?:pages|admins|app_id)\" content=\"$");

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

  /** The line before an index, in lower case, as far as it bears on what follows. */
  static String lineBefore(FoldedText text, int index) {
    String before = text.substring(index - CONTEXT, index);
    return before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether what begins at an index is, or ends, the value of something called an id, as in {@code
   * "id": "1"}, {@code id="a-1"} and {@code app_id=1}, or a number in JSON, or in a property that
   * lists ids.
   */
  static boolean isIdentifier(FoldedText text, int index) {
    int from = index;
    while (index - from < 40 && (isWord(text.at(from - 1)) || text.at(from - 1) == '-')) {
      from--;
    }
    String before = text.substring(from - 48, from).toLowerCase(Locale.ROOT);
    return ID_BEFORE.matcher(before.substring(before.lastIndexOf('\n') + 1)).find();
  }

  /** Whether what begins at an index is the value of an attribute or field: {@code ="1"}. */
  static boolean isValue(FoldedText text, int index) {
    char quote = text.at(index - 1);
    if (quote != '"' && quote != '\'') {
      return false;
    }
    char before = text.at(index - 2) == ' ' ? text.at(index - 3) : text.at(index - 2);
    return before == '=' || before == ':' || before == ',' || before == '[' || before == '(';
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
