package io.winnow.page;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes numbers for people, the same in every locale. */
final class Figures {
  private static final int MAX_NAMED = 8;

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A difference with its sign. */
  static String difference(long number) {
    return number == 0 ? "±0" : (number < 0 ? "−" : "+") + count(Math.abs(number));
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.1f", seconds);
  }

  static String similarity(double similarity) {
    return String.format(Locale.ROOT, "%.3f", similarity);
  }

  /** A measured value: whole numbers without a fraction, others with up to three digits of it. */
  static String value(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.3f", value).replaceFirst("0+$", "");
  }

  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return count(bytes) + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%,.2f MB", bytes / 1e6);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** The most frequent names with their counts, and how many more there are. */
  static String named(Tally tally) {
    String named =
        tally.first(MAX_NAMED).stream()
            .map(name -> name.name() + " " + count(name.count()))
            .collect(Collectors.joining(", "));
    Tally rest = tally.rest(MAX_NAMED);
    return rest.isEmpty()
        ? named
        : named + ", " + count(rest.counts().size()) + " others " + count(rest.total());
  }
}
