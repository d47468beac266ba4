package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.org/a/story",
        "http://example.org/a/story/",
        "https://EXAMPLE.org:443/a/story?utm_source=x&utm_medium=y#top",
        "http://example.org.:80/a/story",
        "https://m.example.org/a/story/amp/",
        "https://amp.example.org/a/story/index.html?fbclid=1",
        "https://www.m.example.org/amp/a/story",
        " https://user@example.org/a/story//",
        "https://example.org/b/../a/./story",
        "https://example.org/%61/st%6Fry",
        "https://example.org/a/story?amp=1",
        "https://example.org/a/story?outputType=amp",
        "https://example.org/a/story;jsessionid=0A1B2C?sid=9f8e7d6c5b4a",
        "https://example.org/a/story?WT.mc_id=1&mkt_tok=x&_hsenc=y&hsa_cam=3&vero_id=z&gclid=q",
        "https://example.org/a/story?spm=a2c6h.1&from_source=mail&wt.z_pid=3",
        "https://example.org/a/story?from=timeline&isappinstalled=0&ref=home&source=app",
        "https://www.search.example/amp/s/example.org/a/story",
        "https://example-org.cdn.ampproject.org/c/s/example.org/a/story/amp",
        "https://link.forum.example/?target=https%3A%2F%2Fexample.org%2Fa%2Fstory%3Futm_term%3Dx",
        "https://www.search.example/url?sa=t&url=https://example.org/a/story&usg=Ab1",
        "https://news.example/redirect?url=http%3A//www.example.org/a/story",
      })
  void foldsTheFormsOfOneAddress(String url) {
    assertThat(UrlKey.of(url), is("example.org/a/story"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/?p=12, https://www.example.org/?p=12&utm_id=3",
    "https://example.org/?b=2&a=1, https://example.org/?a=1&b=2",
    "https://example.org/新闻/一, https://example.org/%e6%96%b0%E9%97%BB/%E4%B8%80",
    "https://例子.example/a/b, https://xn--fsqu00a.example/a/b",
    "https://example.org/~me/a, https://example.org/%7Eme/a",
    "https://example.org/a%2fb, https://example.org/a%2Fb",
    "https://example.org/a b/c, https://example.org/a%20b/c",
    "https://en.m.wiki.example.org/wiki/A, https://en.wiki.example.org/wiki/A",
    "https://example.org/a.amp.html, https://example.org/a.html",
    "https://mp.example.cn/s?__biz=Mz==&mid=22&idx=1&sn=ab&chksm=8f&scene=21#wechat_redirect,"
        + "https://mp.example.cn/s?__biz=Mz==&mid=22&idx=1&sn=ab&sharer_shareid=1&from=timeline#rd",
    "https://example.org/#!/post/1, https://www.example.org/#!/post/1",
    "https://example.org/?q=caf%C3%A9&id=3, https://example.org/?id=3&q=cafe\u0301",
  })
  void foldsAlike(String a, String b) {
    assertThat(UrlKey.of(a), is(notNullValue()));
    assertThat(UrlKey.of(a), is(UrlKey.of(b)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/A, https://example.org/a",
    "https://example.org/?p=1, https://example.org/?p=2",
    "https://example.org/read?id=1, https://example.org/read?id=2",
    "https://mp.example.cn/s?__biz=M&mid=22&idx=1, https://mp.example.cn/s?__biz=M&mid=22&idx=2",
    "https://example.org/view?source=12, https://example.org/view?source=13",
    "https://example.org/story.php?sid=12, https://example.org/story.php?sid=13",
    "https://example.org/#!/post/1, https://example.org/#!/post/2",
    "https://example.org/a%2Fb, https://example.org/a/b",
    "https://example.org:8080/a, https://example.org/a",
    "https://a.blog.example/x/y, https://b.blog.example/x/y",
    "https://example.org/archives/12, https://example.org/archives/13",
  })
  void keepsApart(String a, String b) {
    assertThat(UrlKey.of(a), is(notNullValue()));
    assertThat(UrlKey.of(b), is(notNullValue()));
    assertThat(UrlKey.of(a), is(not(UrlKey.of(b))));
  }

  @Test
  void keepsLabelsThatAreTheNameOfTheSite() {
    assertThat(UrlKey.of("https://m.org/a"), is("m.org/a"));
    assertThat(UrlKey.of("https://amp.example/a"), is("amp.example/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/a/b",
        "a b",
        "mailto:a@example.org",
        "https://",
        "https://?a=1",
        "https://example.org",
        "https://www.example.org/?utm_source=x",
        "https://example.org/index.html",
        "https://example.org/en/",
        "https://example.org/zh-CN/index.html?from=app",
        "https://example.org/?lang=en",
        "https://t.co/AbC123",
        "http://t.cn/A6abc",
        "https://bit.ly/3abc",
        "https://news.google.com/rss/articles/CBMi",
        "https://feedproxy.google.com/~r/a/b",
        "https://example.org/redirect?id=33",
        "https://example.org/out?to=partner",
        "https://example.org/search?q=a",
        "https://example.org/search/term",
        "https://example.org/?s=term",
        "https://example.org/tag/politics",
        "https://example.org/news/category/politics/",
        "https://example.org/?cat=3",
        "https://example.org/author/someone",
        "https://example.org/2026/02/",
        "https://example.org/archives/2026",
        "https://example.org/archives",
        "https://example.org/news/page/3",
        "https://example.org/feed/",
      })
  void hasNoKeyWhereTheUrlNamesNoArticle(String url) {
    assertThat(UrlKey.of(url), is(nullValue()));
  }

  @Test
  void hasNoKeyForAMonster() {
    assertThat(UrlKey.of("https://example.org" + "/".repeat(1_000_000)), is(nullValue()));
    assertThat(UrlKey.of(null), is(nullValue()));
  }

  @Test
  void takesNoLongerForWhatIsMadeToTakeLong() {
    String nested = "https://example.org/a/b";
    for (int i = 0; i < 6; i++) {
      nested = "https://x.example/out?url=" + URLEncoder.encode(nested, StandardCharsets.UTF_8);
    }
    List<String> hostile =
        List.of(
            nested,
            "https://example.org/" + "amp/".repeat(490),
            "https://example.org/" + "../a/".repeat(390),
            "https://example.org/?" + "a&".repeat(980),
            "https://example.org/?" + "utm_".repeat(490),
            "https://" + "m.".repeat(980) + "org/a",
            "https://" + "例.".repeat(980) + "org/a",
            "https://example.org/" + "%".repeat(1_900),
            "https://example.org/" + "%F0%9F".repeat(300),
            "https://example.org/a" + "\u0301".repeat(1_900),
            "https://example.org/\ud800\udc00\ud800");
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 200; i++) {
            hostile.forEach(UrlKey::of);
          }
        });
  }
}
