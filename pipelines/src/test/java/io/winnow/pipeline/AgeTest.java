package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  @ParameterizedTest
  @CsvSource({"1d,2028-02-28", "8w,2028-01-04", "13m,2027-01-29", "2y,2026-02-28"})
  void countsBackFromADay(String age, String firstKept) {
    assertThat(
        Age.parse(age).firstKept(LocalDate.of(2028, 2, 29)), equalTo(LocalDate.parse(firstKept)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "d", "0d", "-1d", "1.5d", "1h", "100000d", "１d"})
  void refusesAnythingElse(String text) {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> Age.parse(text)).getMessage(),
        containsString("such as 400d"));
  }

  @Test
  void aLeapDayIsAYearAfterTheLastDayOfFebruary() {
    assertThat(
        Age.parse("4y").firstKept(LocalDate.of(2028, 2, 29)), equalTo(LocalDate.of(2024, 2, 29)));
  }
}
