package io.winnow.split;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a day as people and exporters print it. Years 1970 to 2099 only. */
final class PrintedDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "^(\\d{4})(?:([-./])(\\d{1,2})\\2(\\d{1,2})(?!\\d)|(\\d{2})(\\d{2})(?!\\d)"
              + "|\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日)");

  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

  /**
   * {@code January 31, 2026}, {@code Jan 31st 2026}, {@code 31 January 2026}, and as mails and
   * feeds print it (RFC 5322, section 3.3); a weekday may stand before it.
   */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "^(?:\\p{Alpha}{3,9}[.,]{0,2}\\s{1,4})?(?:("
              + MONTHS
              + ")[a-z]{0,6}\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?|(\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}("
              + MONTHS
              + ")[a-z]{0,6}\\.?,?)[\\s-]{1,3}(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EPOCH = Pattern.compile("^\\d{9,10}(?:\\d{3})?$");

  private PrintedDate() {}

  /**
   * A day at the beginning of a line.
   *
   * @param raw as printed
   * @param end where the rest of the line begins
   */
  record Found(LocalDate day, String raw, int end) {}

  /**
   * The day that {@code text} begins with: {@code 20260131}, {@code 2026-01-31}, {@code 2026.1.31},
   * {@code 2026/1/31}, {@code 2026年1月31日}, {@code January 31, 2026} or {@code 31 Jan 2026}; null
   * without one.
   */
  static @Nullable Found leading(String text) {
    Matcher date = YEAR_FIRST.matcher(text);
    if (!date.find()) {
      return english(text);
    }
    int group = date.group(3) != null ? 3 : date.group(5) != null ? 5 : 7;
    LocalDate day =
        day(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(group)),
            Integer.parseInt(date.group(group + 1)));
    return day == null ? null : new Found(day, date.group(), date.end());
  }

  private static @Nullable Found english(String text) {
    Matcher date = ENGLISH.matcher(text);
    if (!date.find()) {
      return null;
    }
    boolean monthFirst = date.group(1) != null;
    String month = date.group(monthFirst ? 1 : 4).toLowerCase(Locale.ROOT);
    LocalDate day =
        day(
            Integer.parseInt(date.group(5)),
            MONTHS.indexOf(month) / 4 + 1,
            Integer.parseInt(date.group(monthFirst ? 2 : 3)));
    return day == null ? null : new Found(day, date.group(), date.end());
  }

  /**
   * The day in a date field: any leading day (a time may follow), that of a mail, or seconds or
   * milliseconds since 1970; null for anything else.
   */
  static @Nullable LocalDate field(String text) {
    String value = text.strip();
    if (EPOCH.matcher(value).matches()) {
      long number = Long.parseLong(value);
      long millis = value.length() > 10 ? number : number * 1000;
      return inRange(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate());
    }
    Found leading = leading(value);
    return leading == null ? null : leading.day();
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      return inRange(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate inRange(LocalDate day) {
    return day.getYear() >= 1970 && day.getYear() < 2100 ? day : null;
  }
}
