package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-W07, 2026-02-09, 2026-02-15",
    "2026-W01, 2025-12-29, 2026-01-04",
    "2026-W53, 2026-12-28, 2027-01-03",
    "2026-02, 2026-02-01, 2026-02-28",
    "2026-02-16, 2026-02-16, 2026-02-16"
  })
  void coversItsDaysAndNoOther(String name, LocalDate first, LocalDate last) {
    Period period = Period.parse(name);
    assertThat(period.covers("r1", first, null), is(true));
    assertThat(period.covers("r1", last, null), is(true));
    assertThat(period.covers("r1", first.minusDays(1), null), is(false));
    assertThat(period.covers("r1", last.plusDays(1), null), is(false));
  }

  @Test
  void aRunCoversItsArticlesOfAnyDay() {
    Period period = Period.parse("run:r20260216");
    assertThat(period.covers("r20260216", LocalDate.EPOCH, null), is(true));
    assertThat(period.covers("r20260217", LocalDate.EPOCH, null), is(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "2026-13",
        "2026-02-30",
        "2026-W7",
        "26-W07",
        "",
        "run:",
        "run:A",
        "run:../x",
        "2026-w07",
        "２０２６-02"
      })
  void refusesWhatIsNone(String name) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Period.parse(name));
    assertThat(refusal.getMessage(), containsString(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-W07", "2026-02", "2026-02-16", "run:r1.run-2"})
  void isFoundAgainByItsFileName(String name) {
    Period period = Period.parse(name);
    assertThat(Period.ofFileName(period.fileName(Edition.EN)), equalTo(Optional.of(period)));
  }

  @Test
  void byDateOfPublicationIsADigestOfItsOwn() {
    Period week = Period.parse("2026-W08");
    Period published = week.countedBy(Period.By.PUBLISHED);
    LocalDate seen = week.first();
    assertThat(published.covers("r1", seen, null), is(true));
    assertThat(published.covers("r1", seen, week.first().minusDays(1)), is(false));
    assertThat(week.covers("r1", seen, week.first().minusDays(1)), is(true));
    String file = published.fileName(Edition.ZH);
    assertThat(file, equalTo("2026-W08.published.zh.md"));
    assertThat(Period.ofFileName(file), equalTo(Optional.of(published)));
    assertThat(Period.editionOf(file), equalTo(Edition.ZH));
    Period run = Period.parse("run:a.published");
    assertThat(Period.ofFileName(run.fileName(Edition.EN)), equalTo(Optional.of(run)));
    assertThrows(IllegalArgumentException.class, () -> run.countedBy(Period.By.PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-W08, 2026-W07",
    "2026-W01, 2025-W52",
    "2026-01, 2025-12",
    "2026-03-01, 2026-02-28"
  })
  void knowsThePeriodBefore(String name, String before) {
    assertThat(Period.parse(name).previous(), equalTo(Optional.of(Period.parse(before))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-16, 2026-W08",
    "2026-02-15, 2026-W07",
    "2025-12-29, 2026-W01",
    "2027-01-01, 2026-W53"
  })
  void knowsTheWeekOfADay(LocalDate day, String week) {
    assertThat(Period.week(day), equalTo(Period.parse(week)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "2026-W07 -> 文章周报 · 2026 年第 07 周（2 月 9 日 – 2 月 15 日） -> Weekly digest · 2026, week 07 (9 Feb – 15 Feb)",
        "2026-02 -> 文章月报 · 2026 年 02 月 -> Monthly digest · 2026-02",
        "2026-02-16 -> 文章日报 · 2026 年 2 月 16 日 -> Daily digest · 16 Feb 2026",
        "run:r1 -> 文章摘要 · 运行 r1 -> Digest of run r1"
      })
  void isCalledByItsNameInBothLanguages(String name, String zh, String en) {
    assertThat(DigestPage.title(Period.parse(name), Edition.ZH), equalTo(zh));
    assertThat(DigestPage.title(Period.parse(name), Edition.EN), equalTo(en));
  }
}
