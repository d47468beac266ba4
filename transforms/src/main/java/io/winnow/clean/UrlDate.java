package io.winnow.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day in the path of a URL, as blogs and news sites write it. */
record UrlDate(LocalDate day, String raw) {
  private static final LocalDate FIRST = LocalDate.of(1991, 1, 1);
  private static final Pattern NUMBERS =
      Pattern.compile("/((?:19|20)\\d\\d)[/-]?(\\d{2})[/-]?(\\d{2})(?=[/_.\\-]|$)");
  private static final Pattern SPARSE =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?=[/_.\\-]|$)");
  private static final Pattern NAMES =
      Pattern.compile("/((?:19|20)\\d\\d)/([A-Za-z]{3})[a-z]{0,6}/(\\d{1,2})(?=[/_.\\-]|$)");

  /**
   * The day that {@code url} names; empty without one, and for days after {@code today}.
   *
   * @param today logical date of the run
   */
  static Optional<UrlDate> of(String url, LocalDate today) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    String where = path < 0 ? "" : url.substring(path);
    for (Pattern pattern : new Pattern[] {NUMBERS, SPARSE, NAMES}) {
      Matcher found = pattern.matcher(where);
      if (found.find()) {
        return day(found).filter(date -> !date.day.isAfter(today.plusDays(1)));
      }
    }
    return Optional.empty();
  }

  private static Optional<UrlDate> day(Matcher found) {
    try {
      int year = Integer.parseInt(found.group(1));
      LocalDate day = LocalDate.of(year, month(found.group(2)), Integer.parseInt(found.group(3)));
      return day.isBefore(FIRST)
          ? Optional.empty()
          : Optional.of(new UrlDate(day, found.group().substring(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int month(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    for (Month name : Month.values()) {
      if (name.name().startsWith(month.toUpperCase(Locale.ROOT))) {
        return name.getValue();
      }
    }
    throw new DateTimeException("no month: " + month);
  }
}
