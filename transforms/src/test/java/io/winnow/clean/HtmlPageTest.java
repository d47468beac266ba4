package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Link;
import io.winnow.schema.Reject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
  private static final String LONG =
      "The compiler keeps a graph of all variables that are alive at the same time, and colours it"
          + " with as many colours as the machine has registers, which is a hard problem.";
  private static final String PAGE =
      """
      <html><head><title>Graph colouring | Compiler Weekly</title>
      <link rel="canonical" href="https://blog.example.org/2026/01/05/colouring?utm_source=x">
      <meta property="og:site_name" content="Compiler Weekly">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"BlogPosting",
      "headline":"Graph colouring","author":[{"name":"Ada Example"}],"datePublished":"2026-01-05T08:00:00Z"}]}</script>
      </head><body>
      <nav><a href="/">Home</a> <a href="/about">About us and our weekly letters</a></nav>
      <div class="post"><h1>Graph colouring</h1><p class="date">5 January 2026</p>
      <p>%1$s</p><h2>An <em>example</em></h2>
      <ul><li>one, for the loop<ul><li>nested, for the body</li></ul></li><li>two, for the rest</li></ul>
      <blockquote><p>%1$s</p></blockquote>
      <pre><code>int a = b &lt; c;
        return a;</code></pre>
      <table><tr><th>Register</th><th>Use</th></tr><tr><td>r0</td><td>a|b</td></tr></table>
      <figure><img src="/graph.png"><figcaption>The graph of a loop</figcaption></figure>
      <p>%1$s See <a href="/2025/12/ssa">the post on SSA</a> and use <code>-O2</code>.</p></div>
      <div id="comments"><p>%1$s Nice post, I have one more question about it!</p></div>
      <footer><p>Compiler Weekly is made with love, all rights reserved, and so on and so forth.</p></footer>
      </body></html>
      """
          .formatted(LONG);

  private static final Draft DRAFT = Pieces.kept(Pieces.of("html", PAGE));
  private static final Article ARTICLE = DRAFT.getArticle();

  @Test
  void writesTheArticleAsMarkdown() {
    assertThat(
        ARTICLE.getText(),
        equalTo(
            String.join(
                "\n",
                LONG,
                "",
                "## An example",
                "",
                "- one, for the loop",
                "  - nested, for the body",
                "- two, for the rest",
                "",
                "> " + LONG,
                "",
                "```",
                "int a = b < c;",
                "  return a;",
                "```",
                "",
                "| Register | Use |",
                "| --- | --- |",
                "| r0 | a\\|b |",
                "",
                LONG + " See the post on SSA and use `-O2`.")));
  }

  @Test
  void readsWhatThePageDeclares() {
    assertThat(ARTICLE.getTitle(), equalTo("Graph colouring"));
    assertThat(ARTICLE.getTitleOrigin(), equalTo("given"));
    assertThat(ARTICLE.getUrl(), equalTo("https://blog.example.org/2026/01/05/colouring"));
    assertThat(ARTICLE.getUrlRole(), equalTo("self"));
    assertThat(ARTICLE.getAuthors(), contains("Ada Example"));
    assertThat(ARTICLE.getPublished(), equalTo(LocalDate.of(2026, 1, 5)));
    assertThat(ARTICLE.getPublication(), equalTo("Compiler Weekly"));
    assertThat(ARTICLE.getKind(), equalTo("blog_post"));
    assertThat(DRAFT.getLearningSite(), equalTo("blog.example.org"));
  }

  @Test
  void keepsLinksAndPicturesWithTheirRoles() {
    assertThat(
        ARTICLE.getLinks(),
        contains(
            link("https://blog.example.org/graph.png", "The graph of a loop", "image"),
            link("https://blog.example.org/2025/12/ssa", "the post on SSA", "reference")));
  }

  @Test
  void saysWhereInTheSourceEachLineStood() {
    int from = DRAFT.getRawFrom().get(0);

    assertThat(PAGE.substring(from, DRAFT.getRawTo().get(0)), equalTo(LONG));
  }

  @Test
  void logsWhatItLeftOut() {
    assertThat(
        ARTICLE.getDroppedSpans().stream().map(span -> span.getRule()).distinct().toList(),
        containsInAnyOrder("page-furniture", "title", "dateline"));
  }

  @Test
  void keepsChineseParagraphsThatLineBreaksSeparate() {
    String body =
        "<div class=content>　　寄存器分配的难处在于，变量比寄存器多得多，编译器必须做出选择。<br><br>"
            + "　　图着色是常用的办法，它把同时活跃的变量连成一张图。<br>　　每种颜色是一个寄存器，相邻的变量颜色不同。</div>";

    assertThat(
        Pieces.kept(Pieces.of("html", "<html><body>" + body + "</body></html>"))
            .getArticle()
            .getText(),
        equalTo(
            "寄存器分配的难处在于，变量比寄存器多得多，编译器必须做出选择。\n\n"
                + "图着色是常用的办法，它把同时活跃的变量连成一张图。\n每种颜色是一个寄存器，相邻的变量颜色不同。"));
  }

  @Test
  void leavesOutTeasersOfOtherArticles() {
    String teaser =
        "<div><h3><a href=/x>Another story</a></h3><p>What happened then, briefly.</p></div>";
    String page =
        "<body><main><h1>Title of it</h1><p>" + LONG + "</p>" + teaser.repeat(4) + "</main></body>";

    assertThat(
        Pieces.kept(Pieces.of("html", page)).getArticle().getText(),
        not(containsString("What happened then")));
  }

  private static String textOf(String... body) {
    return Pieces.kept(
            Pieces.of("html", "<html><body>" + String.join("\n", body) + "</body></html>"))
        .getArticle()
        .getText();
  }

  @Test
  void keepsTheLedeThatIsLaidOutApartFromTheText() {
    String text =
        textOf(
            "<header><h1>Kettles</h1><p class='teaser-text'>Why kettles whistle, and when they stop.</p></header>",
            "<div class='content'><p>" + LONG + "</p><p>" + LONG + "</p></div>");

    assertThat(text, containsString("Why kettles whistle, and when they stop."));
  }

  @Test
  void keepsTheSignOffAndDropsWhatStandsAboveTheTitle() {
    String text =
        textOf(
            "<article><p>This copy is for your personal use only, and for nobody else at all.</p><h1>Kettles</h1>",
            "<p>" + LONG + "</p><p>" + LONG + "</p><p>Your Ann</p></article>");

    assertThat(text, containsString("Your Ann"));
    assertThat(text, not(containsString("personal use")));
  }

  @Test
  void aPointerInTheMiddleGoesWithItsLinksAndTheTextGoesOn() {
    String text =
        textOf(
            "<article><h1>Kettles</h1><p>" + LONG + "</p><p>" + LONG + "</p><p>" + LONG + "</p>",
            "<p><strong>Lesen Sie auch:</strong></p><p><a href='/x'>Warum Kessel pfeifen</a></p>",
            "<p>The last paragraph says that a kettle without a spout cannot whistle, whatever it does.</p></article>");

    assertThat(text, containsString("cannot whistle"));
    assertThat(text, not(containsString("Lesen Sie auch")));
    assertThat(text, not(containsString("Warum Kessel")));
  }

  @Test
  void keepsSentencesThatAreMostlyLinkAndListsOfLinksWithinTheText() {
    String text =
        textOf(
            "<article><p>"
                + LONG
                + "</p><p>The maker was found at last in town, and <a href='/x'>sentenced to a life of tea making</a>.</p>",
            "<ul><li><a href='/a'>First kettle</a></li><li><a href='/b'>Second kettle</a></li></ul><p>"
                + LONG
                + "</p></article>");

    assertThat(text, containsString("The maker was found at last"));
    assertThat(text, containsString("Second kettle"));
  }

  @Test
  void dropsNotesOnThePostAtItsEndsAndPointersOnOneLine() {
    String text =
        textOf(
            "<article><p>"
                + LONG
                + "</p><p>"
                + LONG
                + "</p><h3>MIRA: Otra nota sobre el té y la tetera</h3><p>"
                + LONG
                + "</p>",
            "<p>This entry was posted in Tea. Bookmark the permalink.</p></article>");

    assertThat(text, not(containsString("MIRA")));
    assertThat(text, not(containsString("posted in")));
  }

  @Test
  void dropsCookieBannersByWhatTheySay() {
    String text =
        textOf(
            "<p>Diese Seite verwendet Cookies. Durch die weitere Nutzung stimmen Sie dem zu, und zwar ganz.</p>",
            "<p>" + LONG + "</p><p>" + LONG + "</p>");

    assertThat(text, not(containsString("Cookies")));
  }

  @Test
  void rejectsPagesNestedTooDeep() {
    String page = "<div>".repeat(100_000) + "text";

    Cleaned cleaned =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> Pieces.clean(Pieces.of("html", page)));

    Reject reject = ((Cleaned.Dropped) cleaned).reject();
    assertThat(reject.getReason(), equalTo("too-deep"));
    assertThat(reject.getThreshold(), equalTo(500.0));
    assertThat(reject.getMeasured() > 500, equalTo(true));
  }

  @Test
  void rejectsPagesOfTooManyTagsBeforeTheyAreBuilt() {
    String page = "<p>a".repeat(500_000);

    Reject reject = ((Cleaned.Dropped) Pieces.clean(Pieces.of("html", page))).reject();

    assertThat(reject.getReason(), equalTo("too-many-elements"));
    assertThat(reject.getMeasured(), equalTo(500_000.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a",
        "<table><tr><td>a",
        "<a href=x>b",
        "<li>a",
        "<div><p>a</p></div>",
        "<b>x<i>",
        "<tr><td colspan=99999999 rowspan=99999999>a",
        "<h2>a</h2>",
        "<select><option>",
        "<br>"
      })
  void thirtyThousandElementsOfAnyKindAreReadInTime(String element) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> Pieces.clean(Pieces.of("html", "<body>" + element.repeat(30_000))));
  }

  @Test
  void keepsAllOfAFieldOfARecord() {
    String poem = "<p>One</p><p>line</p><p><a href=/x>each.</a></p>";

    assertThat(
        Pieces.kept(Pieces.of("html", poem).setSourceFormat("rss")).getArticle().getText(),
        equalTo("One\n\nline\n\neach."));
  }

  @Test
  void rejectsPagesWithoutText() {
    Cleaned cleaned =
        Pieces.clean(Pieces.of("html", "<html><body><script>x()</script></body></html>"));

    assertThat(((Cleaned.Dropped) cleaned).reject().getReason(), equalTo("no-text"));
  }

  private static Link link(String url, String text, String role) {
    return Link.newBuilder().setUrl(url).setText(text).setRole(role).build();
  }
}
