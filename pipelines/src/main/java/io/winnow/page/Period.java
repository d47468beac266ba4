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
 * What one digest covers: the articles of some days, or those of one run.
 *
 * @param kind which of them
 * @param name how it is written: {@code 2026-W07}, {@code 2026-02}, {@code 2026-02-16} or {@code
 *     run:ID}
 * @param first first day; null for a run
 * @param last last day; null for a run
 * @param by which day of an article counts
 */
public record Period(
    Kind kind, String name, @Nullable LocalDate first, @Nullable LocalDate last, By by) {
  /** The kinds of period, in the order of an index. */
  public enum Kind {
    WEEK,
    MONTH,
    DAY,
    RUN
  }

  /** Which day of an article counts. */
  public enum By {
    /** The logical date of the run that published it. */
    FIRST_SEEN,
    /** Its own date; that of the run where it has none. */
    PUBLISHED
  }

  private static final Pattern WEEK = Pattern.compile("[0-9]{4}-W[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern RUN = Pattern.compile("run:[a-z0-9][a-z0-9._-]{0,63}");

  private static final Pattern FILE = Pattern.compile("(.+?)(\\.published)?\\.(zh|en)\\.md");

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
        return month(month);
      }
      if (DAY.matcher(name).matches()) {
        return day(LocalDate.parse(name));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such period in the calendar: " + name, e);
    }
    if (RUN.matcher(name).matches()) {
      return new Period(Kind.RUN, name, null, null, By.FIRST_SEEN);
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
    return new Period(Kind.WEEK, name, monday, monday.plusDays(6), By.FIRST_SEEN);
  }

  /** The digest of that run alone. */
  static Period run(String runId) {
    return parse("run:" + runId);
  }

  private static Period month(YearMonth month) {
    return new Period(
        Kind.MONTH, month.toString(), month.atDay(1), month.atEndOfMonth(), By.FIRST_SEEN);
  }

  private static Period day(LocalDate day) {
    return new Period(Kind.DAY, day.toString(), day, day, By.FIRST_SEEN);
  }

  /**
   * The same days, by that day of an article.
   *
   * @throws IllegalArgumentException for a run by {@link By#PUBLISHED}: its articles have days of
   *     any time
   */
  public Period countedBy(By by) {
    if (kind == Kind.RUN && by == By.PUBLISHED) {
      throw new IllegalArgumentException("a run has no days of publication, was: " + name);
    }
    return new Period(kind, name, first, last, by);
  }

  /** The week, month or day before; empty for a run. */
  Optional<Period> previous() {
    return switch (kind) {
      case WEEK -> Optional.of(week(first.minusDays(7)).countedBy(by));
      case MONTH -> Optional.of(month(YearMonth.from(first).minusMonths(1)).countedBy(by));
      case DAY -> Optional.of(day(first.minusDays(1)).countedBy(by));
      case RUN -> Optional.empty();
    };
  }

  /** Whether an article of that run, of these days, belongs to it. */
  public boolean covers(String runId, LocalDate firstSeen, @Nullable LocalDate published) {
    if (kind == Kind.RUN) {
      return name.equals("run:" + runId);
    }
    return holds(by == By.PUBLISHED && published != null ? published : firstSeen);
  }

  /** Whether articles of that run, first seen on that day, belong to it whatever their own date. */
  boolean coversRun(String runId, LocalDate firstSeen) {
    return by == By.FIRST_SEEN && covers(runId, firstSeen, null);
  }

  /** Whether the day is one of its days; never for a run. */
  boolean holds(LocalDate day) {
    return kind != Kind.RUN && !day.isBefore(first) && !day.isAfter(last);
  }

  /** The file of its digest. */
  String fileName(Edition edition) {
    String basis = by == By.PUBLISHED ? ".published" : "";
    return name.replace(':', '-') + basis + "." + edition.lang() + ".md";
  }

  /** The edition of the digest in that file. */
  static Edition editionOf(String fileName) {
    Matcher digest = FILE.matcher(fileName);
    if (!digest.matches()) {
      throw new IllegalArgumentException("no digest: " + fileName);
    }
    return Edition.of(digest.group(3));
  }

  /** The period of the digest in that file; empty where the file is no digest. */
  static Optional<Period> ofFileName(String fileName) {
    Matcher digest = FILE.matcher(fileName);
    if (!digest.matches()) {
      return Optional.empty();
    }
    String name = digest.group(1);
    String basis = digest.group(2);
    try {
      if (name.startsWith("run-")) {
        return Optional.of(run(name.substring(4) + (basis == null ? "" : basis)));
      }
      return Optional.of(parse(name).countedBy(basis == null ? By.FIRST_SEEN : By.PUBLISHED));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
