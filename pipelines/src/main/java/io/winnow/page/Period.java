package io.winnow.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one digest covers: the articles first seen on some days, or those of one run.
 *
 * @param kind which of them
 * @param name how it is written: {@code 2026-W07}, {@code 2026-02}, {@code 2026-02-16} or {@code
 *     run:ID}
 * @param first first day; null for a run
 * @param last last day; null for a run
 */
public record Period(Kind kind, String name, @Nullable LocalDate first, @Nullable LocalDate last) {
  /** The kinds of period, in the order of an index. */
  public enum Kind {
    WEEK,
    MONTH,
    DAY,
    RUN
  }

  private static final Pattern WEEK = Pattern.compile("[0-9]{4}-W[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern RUN = Pattern.compile("run:[a-z0-9][a-z0-9._-]{0,63}");

  private static final Pattern FILE = Pattern.compile("(.+)\\.(zh|en)\\.md");

  /**
   * Reads {@code 2026-W07} (ISO week), {@code 2026-02}, {@code 2026-02-16} or {@code run:ID}.
   *
   * @throws IllegalArgumentException if it is none of them, or no such week or day exists
   */
  public static Period parse(String name) {
    try {
      if (WEEK.matcher(name).matches()) {
        return week(LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE));
      }
      if (MONTH.matcher(name).matches()) {
        YearMonth month = YearMonth.parse(name);
        return new Period(Kind.MONTH, name, month.atDay(1), month.atEndOfMonth());
      }
      if (DAY.matcher(name).matches()) {
        LocalDate day = LocalDate.parse(name);
        return new Period(Kind.DAY, name, day, day);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such period in the calendar: " + name, e);
    }
    if (RUN.matcher(name).matches()) {
      return new Period(Kind.RUN, name, null, null);
    }
    throw new IllegalArgumentException(
        "a period is 2026-W07, 2026-02, 2026-02-16 or run:ID, was: " + name);
  }

  /** The ISO week that holds the day. */
  public static Period week(LocalDate day) {
    LocalDate monday = day.with(WeekFields.ISO.dayOfWeek(), 1);
    String name =
        String.format(
            Locale.ROOT,
            "%04d-W%02d",
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return new Period(Kind.WEEK, name, monday, monday.plusDays(6));
  }

  /** Whether an article of that run, first seen on that day, belongs to it. */
  public boolean covers(String runId, LocalDate firstSeen) {
    return kind == Kind.RUN
        ? name.equals("run:" + runId)
        : !firstSeen.isBefore(first) && !firstSeen.isAfter(last);
  }

  /** The file of its digest. */
  String fileName(Edition edition) {
    return name.replace(':', '-') + "." + edition.lang() + ".md";
  }

  /** The edition of the digest in that file. */
  static Edition editionOf(String fileName) {
    Matcher digest = FILE.matcher(fileName);
    if (!digest.matches()) {
      throw new IllegalArgumentException("no digest: " + fileName);
    }
    return Edition.of(digest.group(2));
  }

  /** The period of the digest in that file; empty where the file is no digest. */
  static Optional<Period> ofFileName(String fileName) {
    Matcher digest = FILE.matcher(fileName);
    if (!digest.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(digest.group(1).replaceFirst("^run-", "run:")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
