package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/b?c=d#e",
        "/a/../b",
        "/./a",
        "//other.example/a",
        "a/b",
        "?q=1",
        "#top",
        "/",
        "",
        "https://other.example",
        "http://other.example/a b",
        "HTTPS://other.example/x",
        "https://other.example/a/../b",
        "https:///x",
        "http://?q",
        "https://[::1]/x",
        "mailto:a@example.org",
        "javascript:void(0)",
        "/a\\b",
        "/文章/一",
        " /padded ",
        "/a//b",
        "/.well-known/x",
        "https://other.example/x.html?y=/../z",
        "/x?y=../z",
        "http:/x",
        "https://other.example:8443/x"
      })
  void givesWhatTheParserGives(String address) {
    for (String base :
        new String[] {"https://blog.example.org/2026/post.html", "http://example.org", "", "x"}) {
      Element link = Jsoup.parse("<a>x</a>", base).selectFirst("a").attr("href", address);

      assertThat(
          base + " " + address, new PageLinks().of(link, "href"), equalTo(link.absUrl("href")));
    }
  }
}
