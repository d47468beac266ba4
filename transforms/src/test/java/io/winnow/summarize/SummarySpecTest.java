package io.winnow.summarize;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SummarySpecTest {
  @Test
  void givesEachScriptItsDefaultLength() {
    assertThat(SummarySpec.defaults().charsFor(true), equalTo(280));
    assertThat(SummarySpec.defaults().charsFor(false), equalTo(560));
    assertThat(new SummarySpec(100, null).charsFor(true), equalTo(100));
    assertThat(new SummarySpec(100, null).charsFor(false), equalTo(100));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(refusal(39, null), equalTo("chars must be at least 40, was: 39"));
    assertThat(refusal(null, 0), equalTo("sentences must be at least 1, was: 0"));
    assertThat(refusal(100, 2), equalTo("give chars or sentences, not both"));
  }

  private static String refusal(Integer chars, Integer sentences) {
    return assertThrows(IllegalArgumentException.class, () -> new SummarySpec(chars, sentences))
        .getMessage();
  }
}
