package io.winnow.pipeline;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old a run may be, as an option says it: {@code 400d}, {@code 8w}, {@code 13m} or {@code 2y}.
 */
record Age(Period period) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dwmy])");

  /**
   * Reads a number of days, weeks, calendar months or years.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Age parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "must be a number of days, weeks, months or years such as 400d, 8w, 13m or 2y; was: "
              + text);
    }
    int number = Integer.parseInt(form.group(1));
    return new Age(
        switch (form.group(2)) {
          case "d" -> Period.ofDays(number);
          case "w" -> Period.ofWeeks(number);
          case "m" -> Period.ofMonths(number);
          default -> Period.ofYears(number);
        });
  }

  /** The first day that is not older than this on {@code today}. */
  LocalDate firstKept(LocalDate today) {
    return today.minus(period);
  }
}
