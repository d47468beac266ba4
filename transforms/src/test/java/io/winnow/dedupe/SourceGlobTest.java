package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceGlobTest {
  @ParameterizedTest
  @CsvSource({
    "press/a.txt, press/a.txt",
    "press, press/2026/a.txt",
    "press/, press/a.txt",
    "press/*, press/2026/a.txt",
    "*.txt, a.txt",
    "**/*.txt, a.txt",
    "**/*.txt, x/y/a.txt",
    "x/**/a.txt, x/a.txt",
    "x/**/a.txt, x/y/z/a.txt",
    "**, any/thing",
    "x**, x/y",
    "a?c, a中c",
    "dump.zip, dump.zip!/b.html",
    "*.zip!/news/*, dump.zip!/news/b.html",
    "新闻/*, 新闻/一.txt",
  })
  void matches(String glob, String uri) {
    assertThat(new SourceGlob(glob).matches(uri), is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "press, pressroom/a.txt",
    "press, x/press/a.txt",
    "*.txt, x/a.txt",
    "a?c, a/c",
    "x/**/a.txt, x/ya.txt",
    "**/a.txt, xa.txt",
    "dump.zip, dump.zipped",
  })
  void doesNotMatch(String glob, String uri) {
    assertThat(new SourceGlob(glob).matches(uri), is(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[b", "a]", "{a,b}", "a\\b"})
  void refusesWhatItDoesNotKnow(String glob) {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> new SourceGlob(glob)).getMessage(),
        containsString("knows *, ** and ?"));
  }

  @Test
  void theFirstThatMatchesCountsAndNoneIsLast() {
    List<SourceGlob> globs = List.of(new SourceGlob("a/b"), new SourceGlob("a"));

    assertThat(SourceGlob.rank(globs, "a/b/1"), is(0));
    assertThat(SourceGlob.rank(globs, "a/c"), is(1));
    assertThat(SourceGlob.rank(globs, "c"), is(2));
  }

  @Test
  void manyStarsAndALongNameTakeNoTime() {
    SourceGlob glob = new SourceGlob("*a".repeat(30) + "b");

    assertTimeout(Duration.ofSeconds(5), () -> glob.matches("a".repeat(100_000)));
  }
}
