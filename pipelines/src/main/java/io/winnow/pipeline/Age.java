package io.winnow.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /**
   * The first day that is kept, by options as they were given.
   *
   * @param date from which ages are counted; null for today, UTC
   * @throws UserError with all that is wrong with them
   */
  static LocalDate firstKept(String keep, @Nullable String date, int lockWait) {
    List<String> problems = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    LocalDate firstKept = today;
    if (date != null) {
      try {
        today = LocalDate.parse(date);
      } catch (DateTimeParseException e) {
        problems.add("--date must be a day such as 2026-02-16; was: " + date);
      }
    }
    try {
      firstKept = parse(keep).firstKept(today);
    } catch (IllegalArgumentException e) {
      problems.add("--keep " + e.getMessage());
    }
    if (lockWait < 0) {
      problems.add("--lockWait must be at least 0; was: " + lockWait);
    }
    UserError.throwIfAny(problems);
    return firstKept;
  }

  /** The first day that is not older than this on {@code today}. */
  LocalDate firstKept(LocalDate today) {
    return today.minus(period);
  }
}
