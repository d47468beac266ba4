package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedDaysTest {
  @Test
  void correctsARunOfMistypedYears() {
    assertThat(
        correct("2026-02-12", "2025-02-11", "2025-02-10", "2026-02-09", "2026-02-08", "2026-02-07"),
        is(
            days(
                "2026-02-12",
                "2026-02-11",
                "2026-02-10",
                "2026-02-09",
                "2026-02-08",
                "2026-02-07")));
  }

  @Test
  void worksOldestFirstToo() {
    assertThat(
        correct("2026-01-01", "2026-01-02", "2025-01-03", "2026-01-04"),
        is(days("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04")));
  }

  @Test
  void leavesAYearBeforeInPlace() {
    List<LocalDate> typed = days("2026-01-03", "2026-01-01", "2025-12-30", "2025-02-01");
    assertThat(TypedDays.correct(typed, none(4)), is(typed));
  }

  @Test
  void leavesADayThatNoYearBringsIntoOrder() {
    List<LocalDate> typed = days("2026-01-05", "2026-01-04", "2026-06-30", "2026-01-02");
    assertThat(TypedDays.correct(typed, none(4)), is(typed));
  }

  @Test
  void believesTheStampsOfImagesWhereNeighboursSayNothing() {
    List<@Nullable LocalDate> stamps = new ArrayList<>(none(2));
    stamps.set(1, LocalDate.of(2026, 1, 5));
    assertThat(
        TypedDays.correct(days("2026-01-08", "2025-01-06"), stamps),
        is(days("2026-01-08", "2026-01-06")));
  }

  @Test
  void changesNothingInDaysWithoutOrder() {
    List<LocalDate> typed =
        days("2026-01-05", "2024-03-01", "2026-02-01", "2023-01-01", "2025-06-01", "2022-01-01");
    assertThat(TypedDays.correct(typed, none(6)), is(typed));
  }

  private static List<LocalDate> correct(String... typed) {
    return TypedDays.correct(days(typed), none(typed.length));
  }

  private static List<LocalDate> days(String... days) {
    return Stream.of(days).map(LocalDate::parse).toList();
  }

  private static List<@Nullable LocalDate> none(int count) {
    return Collections.nCopies(count, null);
  }
}
