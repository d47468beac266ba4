package io.winnow.explain;

import java.util.List;
import java.util.Locale;

/** How numbers and names stand in a sentence. */
final class Words {
  private Words() {}

  /** A share or score. */
  static String score(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A threshold, or a measured value that may be whole. */
  static String measure(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? count((long) value)
        : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
  }

  static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  static String range(long from, long to) {
    return from == to ? count(from) : count(from) + " to " + count(to);
  }

  /** In quotation marks, and cut where it is long. */
  static String quoted(String text, int max) {
    return "“" + head(text, max) + "”";
  }

  static String head(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
  }

  /** The end of a long text. */
  static String tail(String text, int max) {
    int length = text.codePointCount(0, text.length());
    return length <= max ? text : "…" + text.substring(text.offsetByCodePoints(0, length - max));
  }

  static String joined(List<String> names) {
    return String.join(", ", names);
  }
}
