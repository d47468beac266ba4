package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "https://mp.example.org/s?__biz=Mz==&mid=2&__tn__=x&poc_token=y,https://mp.example.org/s?__biz=Mz==&mid=2",
    "HTTPS://Blog.Example.ORG:443/A?utm_source=x&id=7#top,https://blog.example.org/A?id=7",
    "https://video.example/watch?v=abc&t=1231s,https://video.example/watch?v=abc",
    "https://forum.example/viewtopic.php?t=12&start=20&sid=3,https://forum.example/viewtopic.php?t=12&start=20&sid=3",
    "https://video.example/x?t=1h2m&type=3&topic=5,https://video.example/x?type=3&topic=5",
    "https://example.org/a?from=timeline&isappinstalled=0&tid=9,https://example.org/a?tid=9",
    "https://example.org/a?mc_cid=1&_ga=2&hsCtaTracking=3&page=2,https://example.org/a?page=2",
    "http://example.org/,http://example.org",
    "https://example.org/a/../b,https://example.org/b"
  })
  void canonicalFormLosesWhatDoesNotIdentify(String address, String canonical) {
    assertThat(CanonicalUrl.of(address), equalTo(Optional.of(canonical)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#top", "mailto:a@example.org", "notes/a.md", "https://", "ht tp://x"})
  void othersAreNoAddresses(String address) {
    assertThat(CanonicalUrl.of(address), equalTo(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/2026/02/15/x,2026-02-15",
    "https://a.example/blog/2026-01-24-x/,2026-01-24",
    "https://a.example/2026/Jan/30/x,2026-01-30",
    "https://a.example/20260102/x.html,2026-01-02"
  })
  void readsTheDayInAPath(String url, LocalDate day) {
    assertThat(UrlDate.of(url, TODAY).map(UrlDate::day), equalTo(Optional.of(day)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/2026/mm/dd/x",
        "https://a.example/2026/13/40/x",
        "https://a.example/2027/01/01/x",
        "https://a.example/html/2601.17895v1",
        "https://a.example/item/202602151234567"
      })
  void takesNoOtherNumbersForADay(String url) {
    assertThat(UrlDate.of(url, TODAY), equalTo(Optional.empty()));
  }
}
