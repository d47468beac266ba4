package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartMarkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How compilers work（上）|How compilers work|FIRST|1",
        "How compilers work (中)|How compilers work|MIDDLE|2",
        "How compilers work. 下|How compilers work.|LAST|",
        "编译原理（三）|编译原理|NUMBERED|3",
        "How compilers work - Part 2|How compilers work|NUMBERED|2",
        "How compilers work (2/3)|How compilers work|NUMBERED|2",
        "How compilers work 2|How compilers work|BARE|2"
      })
  void readsTheMark(String title, String stem, PartMark.Place place, Integer part) {
    assertThat(PartMark.of(title), equalTo(Optional.of(new PartMark(stem, part, place))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"风暴之下", "从上到下", "The year 2026", "GPT-5", "中"})
  void wordsAreNoMarks(String title) {
    assertThat(PartMark.of(title), equalTo(Optional.empty()));
  }
}
