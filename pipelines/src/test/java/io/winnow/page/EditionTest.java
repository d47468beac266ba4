package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditionTest {
  @Test
  void bothEditionsHaveTheSameWords() {
    assertThat(
        Edition.ZH.words().stringPropertyNames(),
        equalTo(Edition.EN.words().stringPropertyNames()));
  }

  @Test
  void countsInBothLanguages() {
    assertThat(Edition.EN.say("index.articles", 1), equalTo("1 article"));
    assertThat(Edition.EN.say("index.articles", 1200), equalTo("1,200 articles"));
    assertThat(Edition.ZH.say("story.rest", 1200), equalTo("另有 1,200 篇"));
  }

  @Test
  void fillsSlotsWithRenderedText() {
    Inline shown = Edition.EN.show("via", List.of(Inline.text("*x* '{}' {0}")));
    assertThat(shown.plain(), equalTo("via *x* '{}' {0}"));
    assertThat(shown.markdown(), equalTo("via \\*x\\* '{}' {0}"));
  }

  @Test
  void namesDaysAndLanguages() {
    assertThat(Edition.ZH.day(LocalDate.of(2026, 2, 9)), equalTo("2 月 9 日"));
    assertThat(Edition.EN.day(LocalDate.of(2026, 2, 9)), equalTo("9 Feb"));
    assertThat(Edition.ZH.language("en"), equalTo("英语"));
    assertThat(Edition.EN.language("zh"), equalTo("Chinese"));
  }

  @Test
  void refusesWordsAndLanguagesItDoesNotHave() {
    assertThrows(IllegalArgumentException.class, () -> Edition.ZH.say("no.such.words"));
    assertThrows(IllegalArgumentException.class, () -> Edition.of("fr"));
  }
}
