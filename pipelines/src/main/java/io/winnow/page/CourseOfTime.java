package io.winnow.page;

import io.winnow.chart.Bar;
import io.winnow.chart.Columns.Tick;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Articles by day, or by week, month or year where days would be too many to be seen. The columns
 * end with the newest day that is not later than the run, and show nearly all; the rest is counted.
 *
 * @param unit day, week, month or year
 * @param bars a column each, without gaps
 * @param before articles that are older than the first column
 * @param after articles dated later than the run
 */
record CourseOfTime(String unit, List<Bar> bars, List<Tick> ticks, long before, long after) {
  private static final int MOST_BARS = 60;
  private static final double NEARLY_ALL = 0.9;
  private static final int MOST_TICKS = 4;

  private enum Unit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    final ChronoUnit length;

    Unit(ChronoUnit length) {
      this.length = length;
    }

    LocalDate first(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    String label(LocalDate first) {
      return switch (this) {
        case DAY, WEEK -> first.toString();
        case MONTH -> first.toString().substring(0, first.toString().length() - 3);
        case YEAR -> Integer.toString(first.getYear());
      };
    }
  }

  /**
   * The course of dated articles.
   *
   * @param days articles by day, as ISO dates
   * @param today date of the run
   */
  static CourseOfTime of(Tally days, LocalDate today) {
    TreeMap<LocalDate, Long> dated = new TreeMap<>();
    days.counts().forEach(day -> dated.put(LocalDate.parse(day.name()), day.count()));
    long after = sum(dated.tailMap(today, false));
    Map<LocalDate, Long> until = dated.headMap(today, true);
    if (until.isEmpty()) {
      return new CourseOfTime("day", List.of(), List.of(), 0, after);
    }
    LocalDate last = dated.floorKey(today);
    for (Unit unit : Unit.values()) {
      LocalDate from = unit.first(last).minus(MOST_BARS - 1, unit.length);
      Map<LocalDate, Long> shown = dated.subMap(from, true, last, true);
      if (sum(shown) >= NEARLY_ALL * sum(until) || unit == Unit.YEAR) {
        return course(unit, new TreeMap<>(shown), sum(until) - sum(shown), after);
      }
    }
    throw new IllegalStateException("a year is the last unit");
  }

  private static CourseOfTime course(
      Unit unit, TreeMap<LocalDate, Long> shown, long before, long after) {
    TreeMap<LocalDate, Long> byUnit = new TreeMap<>();
    shown.forEach((day, count) -> byUnit.merge(unit.first(day), count, Long::sum));
    List<Bar> bars = new ArrayList<>();
    for (LocalDate at = byUnit.firstKey();
        !at.isAfter(byUnit.lastKey());
        at = at.plus(1, unit.length)) {
      bars.add(Bar.of(unit.label(at), byUnit.getOrDefault(at, 0L)));
    }
    return new CourseOfTime(unit.name().toLowerCase(Locale.ROOT), bars, ticks(bars), before, after);
  }

  /** A few labels at equal distance, each below its column. */
  private static List<Tick> ticks(List<Bar> bars) {
    int step = (bars.size() + MOST_TICKS - 1) / MOST_TICKS;
    List<Tick> ticks = new ArrayList<>();
    for (int i = step / 2; i < bars.size(); i += step) {
      ticks.add(new Tick(i + 0.5, bars.get(i).label()));
    }
    return ticks;
  }

  private static long sum(Map<LocalDate, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
