package io.winnow.privacy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one character that a text spells otherwise: as an HTML entity, percent-encoded, as an
 * escape of JSON or Markdown, or as a word in brackets such as {@code [at]}.
 *
 * @param codePoint what is meant
 * @param length UTF-16 units that spell it
 */
record Escapes(int codePoint, int length) {
  /** Stands for {@code [at]} and its like; no text has it, see {@link FoldedText}. */
  static final char AT = '\uE000';

  /** Stands for {@code [dot]} and its like. */
  static final char DOT = '\uE001';

  private static final int MAX_NESTING = 3;
  private static final int MAX_WORD = 8;
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("amp", (int) '&'),
          Map.entry("quot", (int) '"'),
          Map.entry("apos", (int) '\''),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("commat", (int) '@'),
          Map.entry("period", (int) '.'),
          Map.entry("plus", (int) '+'),
          Map.entry("lpar", (int) '('),
          Map.entry("rpar", (int) ')'),
          Map.entry("num", (int) '#'),
          Map.entry("sol", (int) '/'),
          Map.entry("colon", (int) ':'),
          Map.entry("lowbar", (int) '_'),
          Map.entry("hyphen", (int) '-'),
          Map.entry("dash", (int) '-'),
          Map.entry("ndash", (int) '-'),
          Map.entry("mdash", (int) '-'),
          Map.entry("minus", (int) '-'),
          Map.entry("nbsp", (int) ' '),
          Map.entry("ensp", (int) ' '),
          Map.entry("emsp", (int) ' '),
          Map.entry("thinsp", (int) ' '),
          Map.entry("shy", 0x00AD),
          Map.entry("zwnj", 0x200C),
          Map.entry("zwj", 0x200D));

  /** What begins at {@code at}; null where the character means itself. */
  static @Nullable Escapes at(String text, int at) {
    return switch (text.charAt(at)) {
      case '&' -> entity(text, at);
      case '%' -> percent(text, at);
      case '\\' -> backslash(text, at);
      case '艾' -> word(text, at, "艾特", AT);
      case '点' -> isTopLevel(text, at + 1) ? word(text, at, "点", DOT) : null;
      case '[', '(', '{', '<', '（', '［', '【', '〔' -> bracketed(text, at);
      default -> null;
    };
  }

  private static @Nullable Escapes entity(String text, int at) {
    int from = at + 1;
    for (int depth = 0; depth < MAX_NESTING && text.startsWith("amp;", from); depth++) {
      from += 4;
    }
    if (from < text.length() && text.charAt(from) == '#') {
      return numeric(text, at, from + 1);
    }
    int end = from;
    while (end < text.length() && end - from < MAX_WORD && isLetter(text.charAt(end))) {
      end++;
    }
    Integer named = NAMED.get(text.substring(from, end));
    return named == null || end >= text.length() || text.charAt(end) != ';'
        ? null
        : new Escapes(named, end + 1 - at);
  }

  private static @Nullable Escapes numeric(String text, int at, int from) {
    boolean hex = from < text.length() && (text.charAt(from) | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    int first = hex ? from + 1 : from;
    int end = first;
    int value = 0;
    while (end < text.length() && end - first < MAX_WORD && digit(text, end, radix) >= 0) {
      value = Math.min(0x110000, value * radix + digit(text, end, radix));
      end++;
    }
    if (end == first || value == 0 || value > 0x10FFFF) {
      return null;
    }
    int closed = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    return new Escapes(value, closed - at);
  }

  private static @Nullable Escapes percent(String text, int at) {
    int from = at + 1;
    for (int depth = 0; depth < MAX_NESTING && text.startsWith("25", from); depth++) {
      from += 2;
    }
    int value = hex(text, from, 2);
    return value < 0x20 || value > 0x7E ? null : new Escapes(value, from + 2 - at);
  }

  private static @Nullable Escapes backslash(String text, int at) {
    if (at + 1 >= text.length()) {
      return null;
    }
    char next = text.charAt(at + 1);
    if (next == 'u' || next == 'x') {
      int digits = next == 'u' ? 4 : 2;
      int value = hex(text, at + 2, digits);
      return value < 0x20 ? null : new Escapes(value, 2 + digits);
    }
    return "_.-@+#()*/:".indexOf(next) >= 0 ? new Escapes(next, 2) : null;
  }

  /** A Chinese word between Latin ones. */
  private static @Nullable Escapes word(String text, int at, String word, char meant) {
    int end = at + word.length();
    boolean isBetween =
        text.startsWith(word, at)
            && at > 0
            && isAlphanumeric(text.charAt(at - 1))
            && end < text.length()
            && isAlphanumeric(text.charAt(end));
    return isBetween ? new Escapes(meant, word.length()) : null;
  }

  private static boolean isTopLevel(String text, int at) {
    for (String top : new String[] {"com", "cn", "net", "org", "edu"}) {
      if (text.regionMatches(true, at, top, 0, top.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAlphanumeric(char c) {
    return isLetter(c) || c >= '0' && c <= '9';
  }

  /** A word in brackets of any kind, with spaces around it or not. */
  private static @Nullable Escapes bracketed(String text, int at) {
    int from = skipSpaces(text, at + 1);
    int end = from;
    while (end < text.length() && end - from < MAX_WORD && !isEnd(text.charAt(end))) {
      end++;
    }
    String word = text.substring(from, end);
    int close = skipSpaces(text, end);
    if (close >= text.length() || ")]}>）］】〕".indexOf(text.charAt(close)) < 0) {
      return null;
    }
    int meant =
        isOne(word, "at", "@", "＠", "a", "艾特")
            ? AT
            : isOne(word, "dot", ".", "．", "点", "點") ? DOT : 0;
    boolean link = word.equals("a") && text.charAt(at) != '(' && text.charAt(at) != '（';
    return meant == 0 || link ? null : new Escapes(meant, close + 1 - at);
  }

  private static boolean isOne(String word, String... words) {
    for (String one : words) {
      if (one.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  private static int skipSpaces(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < 2 && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static boolean isEnd(char c) {
    return c == ' ' || c == '\n' || ")]}>）］】〕".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static int digit(String text, int at, int radix) {
    char c = text.charAt(at);
    return c < 128 ? Character.digit(c, radix) : -1;
  }

  private static int hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = digit(text, i, 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
