package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.winnow.chart.Bar;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseOfTimeTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-02-16");

  @Test
  void daysWithoutAnArticleAreShownToo() {
    CourseOfTime course = course(Stream.of("2026-02-10", "2026-02-13", "2026-02-13"));
    assertThat(course.unit(), is("day"));
    assertThat(
        course.bars().stream().map(Bar::value).toList(), is(java.util.List.of(1.0, 0.0, 0.0, 2.0)));
    assertThat(course.bars().get(1).label(), is("2026-02-11"));
  }

  @Test
  void aFewOldOnesAndTypingErrorsDoNotHideTheRest() {
    Stream<String> recent = IntStream.range(0, 38).mapToObj(i -> TODAY.minusDays(i).toString());
    CourseOfTime course = course(Stream.concat(recent, Stream.of("1999-01-01", "2126-02-01")));
    assertThat(course.unit(), is("day"));
    assertThat(course.bars(), hasSize(38));
    assertThat(course.before(), is(1L));
    assertThat(course.after(), is(1L));
  }

  @Test
  void longerCoursesAreInWeeksMonthsOrYears() {
    assertThat(course(everyDay(300)).unit(), is("week"));
    assertThat(course(everyDay(300)).bars().get(0).label(), is("2025-04-21"));
    assertThat(course(everyDay(1_200)).unit(), is("month"));
    assertThat(course(everyDay(1_200)).bars().get(0).label(), is("2022-11"));
    assertThat(course(everyDay(9_000)).unit(), is("year"));
    for (int days : new int[] {1, 60, 61, 420, 500, 1_800, 2_000, 30_000}) {
      CourseOfTime course = course(everyDay(days));
      assertThat(course.bars().size(), lessThanOrEqualTo(60));
      double shown = course.bars().stream().mapToDouble(Bar::value).sum();
      assertThat((long) shown + course.before(), is((long) days));
      assertThat(course.ticks().size(), lessThanOrEqualTo(4));
    }
  }

  @Test
  void nothingDatedIsNothingToShow() {
    assertThat(course(Stream.empty()).bars(), empty());
    assertThat(course(Stream.of("2126-02-01")).bars(), empty());
  }

  private static Stream<String> everyDay(int days) {
    return IntStream.range(0, days).mapToObj(i -> TODAY.minusDays(i).toString());
  }

  private static CourseOfTime course(Stream<String> days) {
    return CourseOfTime.of(Tally.of(days), TODAY);
  }
}
