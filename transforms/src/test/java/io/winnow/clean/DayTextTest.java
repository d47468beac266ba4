package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static Optional<LocalDate> day(String text, boolean monthFirst) {
    return DayText.find(text, monthFirst, TODAY).map(DayText::day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026年2月16日 08:30",
        "发布时间：2026-02-16 08:30:00",
        "2026년 2월 16일",
        "2026-2-16T08:30:00+08:00",
        "2026.02.16",
        "Feb. 16, 2026",
        "February 16th, 2026 - 07:50 GMT",
        "Mon, 16 Feb 2026 16:07:38 -0600",
        "Mon Feb 16 14:57:21 CET 2026",
        "Mon Feb 16 2026 09:28:00 GMT+0000 (UTC)",
        "01:38:07 PM IST Feb 16, 2026",
        "16 février 2026",
        "16. Februar 2026",
        "16 de febrero de 2026",
        "segunda-feira, 16 de fevereiro de 2026 às 0:13",
        "16 lutego 2026",
        "16 февраля 2026",
        "16.02.2026 | 15:33 Uhr",
        "16.02.26, 11:29 Uhr",
        "16/02/2026",
        "16-Feb-2026",
        "16.Feb.26",
        "20260216"
      })
  void readsTheDayInManyForms(String text) {
    assertThat(day(text, false), equalTo(Optional.of(LocalDate.of(2026, 2, 16))));
  }

  @ParameterizedTest
  @CsvSource({
    "3/2/2025,true,2025-03-02",
    "3/2/2025,false,2025-02-03",
    "3.2.2025,true,2025-02-03",
    "13/2/2025,true,2025-02-13"
  })
  void readsSlashesAsTheLanguageOfThePageDoes(String text, boolean monthFirst, LocalDate day) {
    assertThat(day(text, monthFirst), equalTo(Optional.of(day)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "昨天 08:30",
        "3 hours ago",
        "5.45pm",
        "1.2.3.4",
        "2026-13-40",
        "16 things 2026",
        "12/2027",
        "17 March 2026",
        "call 2026-555-0112",
        "2026021612345"
      })
  void othersAreNoDays(String text) {
    assertThat(day(text, true), equalTo(Optional.empty()));
  }

  @Test
  void longTextIsNotSearched() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(day("1 ".repeat(5_000_000), true), equalTo(Optional.empty()));
          assertThat(day("1 aaaaaaaaaaaa".repeat(14), true), equalTo(Optional.empty()));
        });
  }
}
