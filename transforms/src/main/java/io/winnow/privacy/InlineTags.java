package io.winnow.privacy;

import java.util.Locale;
import java.util.Set;

/** Tells HTML tags that only dress words, and comments: they part no number and no address. */
final class InlineTags {
  private static final int MAX_TAG = 300;
  private static final int MAX_NAME = 6;
  private static final Set<String> NAMES =
      Set.of(
          "a", "b", "bdi", "bdo", "big", "code", "em", "font", "i", "ins", "kbd", "mark", "s",
          "samp", "small", "span", "strong", "tt", "u", "var", "wbr");

  private InlineTags() {}

  /** Length of the tag or comment that begins at {@code at}; 0 where none of these does. */
  static int length(String html, int at) {
    if (html.startsWith("<!--", at)) {
      int end = html.substring(at, Math.min(html.length(), at + MAX_TAG)).indexOf("-->", 4);
      return end < 0 ? 0 : end + 3;
    }
    int from = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int end = from;
    while (end < html.length() && end - from <= MAX_NAME && isLetter(html.charAt(end))) {
      end++;
    }
    if (!NAMES.contains(html.substring(from, end).toLowerCase(Locale.ROOT))) {
      return 0;
    }
    for (int i = end; i < html.length() && i - at < MAX_TAG; i++) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1 - at;
      }
      if (c == '<') {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
