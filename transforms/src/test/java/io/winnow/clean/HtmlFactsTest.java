package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.winnow.schema.Article;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell about themselves, each in one of the forms that are seen. */
class HtmlFactsTest {
  private static final String TEXT =
      "<p>The compiler keeps a graph of all variables that are alive at the same time, and colours it with as many"
          + " colours as the machine has registers, which is a hard problem in theory and an easy one in practice.</p>";

  private static Article page(String head, String body) {
    return Pieces.kept(
            Pieces.of("html", "<html><head>" + head + "</head><body>" + body + "</body></html>"))
        .getArticle();
  }

  private static String title(String head, String body) {
    return page(head, body + TEXT.repeat(3)).getTitle();
  }

  private static Article near(String lines) {
    return page(
        "<title>Colouring graphs</title>",
        "<article><h1>Colouring graphs</h1>" + lines + TEXT.repeat(3) + "</article>");
  }

  @Test
  void headlineGoesBeforeTheNameOfTheSite() {
    assertThat(
        title(
            "<title>Colouring graphs | Compiler Weekly</title><meta property=og:site_name content='Compiler Weekly'>",
            "<header><h1><a href='/'>Compiler Weekly</a></h1></header><h2>Colouring graphs</h2>"),
        equalTo("Colouring graphs"));
    assertThat(
        title(
            "<title>Colouring graphs – Compiler Weekly</title>",
            "<h1>Compiler Weekly</h1><h1>Colouring graphs</h1>"),
        equalTo("Colouring graphs"));
  }

  @Test
  void headlineIsWhatIsPrintedNotWhatIsShared() {
    assertThat(
        title(
            "<title>Graphs explained - Weekly</title><meta property=og:title content='You will not believe these coloured graphs'>",
            "<h1>How the coloured graphs of compilers work</h1>"),
        equalTo("How the coloured graphs of compilers work"));
  }

  @Test
  void lineThatTheTitleBeginsWithIsTheHeadline() {
    assertThat(
        title("<title>编译器如何给图着色-某某技术网</title>", "<div>首页</div><div class=t>编译器如何给图着色</div>"),
        equalTo("编译器如何给图着色"));
    assertThat(
        title("<title>今日行情--编译器如何给图着色：一篇短文</title>", "<div class=t>编译器如何给图着色：一篇短文</div>"),
        equalTo("编译器如何给图着色：一篇短文"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Colouring graphs | Compiler Weekly",
        "Colouring graphs - Compiler Weekly",
        "Compiler Weekly » Colouring graphs",
        "Colouring graphs _ Compiler Weekly"
      })
  void declaredTitleLosesTheNameOfTheSite(String title) {
    assertThat(
        title(
            "<title>" + title + "</title><meta property=og:site_name content='Compiler Weekly'>",
            ""),
        equalTo("Colouring graphs"));
  }

  @Test
  void headlineMayBeginWithTheNameOfTheSite() {
    assertThat(
        title(
            "<title>The Weekly view on graphs: colours for all | The Weekly</title><meta property=og:site_name content='The Weekly'>",
            "<p>Opinion</p><h1>The Weekly view on graphs: colours for all</h1>"),
        equalTo("The Weekly view on graphs: colours for all"));
  }

  @Test
  void titleKeepsItsOwnDashes() {
    assertThat(
        title(
            "<title>Colouring graphs — and why it is hard - Weekly</title>",
            "<h2>Colouring graphs — and why it is hard</h2>"),
        equalTo("Colouring graphs — and why it is hard"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=meta>By Ada Example - 02/16/26 06:56 AM EST</p>",
        "<p>Feb. 16, 2026 by Ada Example</p>",
        "<p>von Ada Example 16. Februar 2026</p>",
        "<a href='/author/ada'>Ada Example</a><p>16.02.2026</p>",
        "<p>By</p><p>Ada Example</p><p>16 February 2026</p>",
        "<span class=byline>Ada Example, Auto Writer</span><p>2026-02-16</p>",
        "<p>Ada Example - Feb 16, 2026, 8:15 pm CST</p>",
        "<a rel=author href=/ada>Ada Example</a> <time datetime=2026-02-16>today</time>",
        "<div itemprop=author><span itemprop=name>Ada Example</span></div><p itemprop=datePublished content=2026-02-16></p>",
        "<p class='p-author h-card'>Ada Example</p><time class=dt-published datetime=2026-02-16T08:00>x</time>",
        "<div class=author-info><div class=name>Ada Example</div><div>Feb 16, 2026</div></div>"
      })
  void readsAuthorAndDayNearTheHeadline(String lines) {
    Article article = near(lines);

    assertThat(article.getAuthors(), contains("Ada Example"));
    assertThat(article.getPublished(), equalTo(LocalDate.of(2026, 2, 16)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>来源：某某网 作者：王小明</p><p>时间：2026年2月16日 23:00 浏览： 33</p>|王小明",
        "<p>某某新闻记者 王小明</p><p>2026-02-16 10:08 来源：某某新闻</p>|王小明",
        "<p>2026-02-16 20:35 王小明 李小红</p>|王小明;李小红",
        "<p>2026</p><p>02/16</p><p class=author>王小明</p>|王小明"
      })
  void readsChineseBylines(String lines, String names) {
    Article article = near(lines);

    assertThat(article.getAuthors(), equalTo(java.util.List.of(names.split(";"))));
    assertThat(article.getPublished(), equalTo(LocalDate.of(2026, 2, 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>© 2024 Compiler Weekly</p>",
        "<p>Updated June 13, 2025</p>",
        "<p>3 hours ago</p>",
        "<div class=comments><p>By Bob Other</p><time datetime=2025-01-01>1 January 2025</time></div>",
        "<div class=related-posts><a href=/x>Another story</a> <time datetime=2025-01-01>1 January 2025</time></div>",
        "<p>来源：某某网 责任编辑：王小明</p>"
      })
  void takesNothingFromChangesCommentsAndNeighbours(String lines) {
    Article article = near(lines);

    assertThat(article.getAuthors(), empty());
    assertThat(article.getPublished(), nullValue());
  }

  @Test
  void datePrintedAsPublishedGoesBeforeAMetaThatSaysJustDate() {
    Article article =
        page(
            "<title>Colouring graphs</title><meta name=date content=2026-02-20>",
            "<h1>Colouring graphs</h1><p>16.02.2026, 12:01 Uhr</p>" + TEXT.repeat(3));

    assertThat(article.getPublished(), equalTo(LocalDate.of(2026, 2, 16)));
    assertThat(article.getPublishedRaw(), equalTo("16.02.2026"));
  }

  @Test
  void siteIsNoAuthorUnlessABylineSaysSo() {
    String head =
        "<title>Colouring graphs | Compiler Weekly</title><meta name=author content='Compiler Weekly'>"
            + "<meta property=og:site_name content='Compiler Weekly'>";

    assertThat(page(head, "<h1>Colouring graphs</h1>" + TEXT.repeat(3)).getAuthors(), empty());
    assertThat(
        page(head, "<h1>Colouring graphs</h1><p>By Compiler Weekly</p>" + TEXT.repeat(3))
            .getAuthors(),
        contains("Compiler Weekly"));
  }

  @Test
  void longerListCountsWhenAllOfItIsPrinted() {
    Article article =
        page(
            "<title>Colouring graphs</title><meta name=author content='Ada Example, Alan Sample'>"
                + "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"Ada Example\"}}</script>",
            "<h1>Colouring graphs</h1><p>Ada Example and Alan Sample</p>" + TEXT.repeat(3));

    assertThat(article.getAuthors(), contains("Ada Example", "Alan Sample"));
  }

  @Test
  void canonicalLinkToTheHomePageIsNoAddress() {
    assertThat(near("").getUrl(), nullValue());
    assertThat(
        page(
                "<link rel=canonical href='https://blog.example.org/'><meta property=og:url content='https://blog.example.org/a/b?fbclid=1'>",
                "<h1>Colouring graphs</h1>" + TEXT.repeat(3))
            .getUrl(),
        equalTo("https://blog.example.org/a/b"));
    assertThat(
        page("<link rel=canonical href='https://blog.example.org/'>", TEXT.repeat(3)).getUrl(),
        nullValue());
  }

  @Test
  void hostilePagesAreReadInTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          page("<meta name=author content='" + "a, ".repeat(30_000) + "'>", TEXT.repeat(3));
          page("<meta name=author content='Ada Example'>".repeat(10_000), TEXT.repeat(3));
          near("<time datetime=x>soon</time>".repeat(20_000));
          near("<p class=byline>by by by by by</p>".repeat(10_000));
          title(
              "<title>" + "a | ".repeat(50_000) + "</title>",
              "<h1>" + "a - ".repeat(50_000) + "</h1>");
          title("<title>x</title>", "<h1>Heading</h1>".repeat(10_000));
        });
  }
}
