package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\bGPT-?\\d, GPT",
        "\\bGo ?1\\.\\d, Go",
        "Qwen\\d, Qwen",
        "GLM*, GL",
        "版本{2}, ",
        "a|b, ",
        "Qwen|GLM, ",
        "(?i)qwen, ",
        "\\d+B, ",
        "[GQ]PT, ",
      })
  void knowsWhatEveryOccurrenceBeginsWith(String regex, String needed) {
    assertThat(NamePattern.needed(regex), equalTo(needed));
  }

  @Test
  void findsEveryOccurrence() {
    List<String> found = new ArrayList<>();
    String text = "GPT-4, GPTs and GPT5";
    NamePattern.of(0, "\\bGPT-?\\d").find(text, (from, to) -> found.add(text.substring(from, to)));
    assertThat(found, contains("GPT-4", "GPT5"));
  }
}
