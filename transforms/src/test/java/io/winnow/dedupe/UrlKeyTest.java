package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.org/a/story",
        "http://example.org/a/story/",
        "https://EXAMPLE.org:443/a/story?utm_source=x&utm_medium=y#top",
        "https://m.example.org/a/story/amp/",
        "https://amp.example.org/a/story/index.html?fbclid=1",
        " https://user@example.org/a/story//"
      })
  void foldsTheFormsOfOneAddress(String url) {
    assertThat(UrlKey.of(url), is("example.org/a/story"));
  }

  @Test
  void keepsWhatNamesAnArticle() {
    assertThat(UrlKey.of("https://example.org/?p=12"), is("example.org?p=12"));
    assertThat(UrlKey.of("https://example.org/?b=2&a=1"), is("example.org?a=1&b=2"));
    assertThat(UrlKey.of("https://example.org/A"), is(not(UrlKey.of("https://example.org/a"))));
    assertThat(UrlKey.of("https://m.org/a"), is("m.org/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://example.org", "https://www.example.org/?utm_source=x", "/a/b", "a b"})
  void hasNoKeyWhereTheUrlNamesNoArticle(String url) {
    assertThat(UrlKey.of(url), is(nullValue()));
  }

  @Test
  void hasNoKeyForAMonster() {
    assertThat(UrlKey.of("https://example.org" + "/".repeat(1_000_000)), is(nullValue()));
    assertThat(UrlKey.of(null), is(nullValue()));
  }
}
