package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
  static Stream<String> hostile() {
    return HostileStrings.all()
        .map(text -> MarkdownEscaper.plain(text).isEmpty() ? "unseen " + text : text);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyBlockShowsItsTextAndNothingElse(String text) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    Inline inline = Inline.text(text);
    String anchor = page.heading(1, inline);
    page.heading(2, inline);
    page.heading(3, inline.linked("https://example.org/\"onclick=alert(1)'&quot;<b>"));
    page.paragraph(inline);
    page.paragraph(inline.bold());
    page.quote(List.of(inline, inline));
    page.note(inline);
    page.bullets(List.of(inline.toAnchor(anchor), inline));
    page.openFold(inline);
    page.paragraph(inline);
    page.closeFold();
    page.table(
        List.of(inline, Inline.text("n")), List.of(false, true), List.of(List.of(inline, inline)));

    Element main = SafeMarkup.page(html(page.page()));
    String plain = MarkdownEscaper.plain(text);
    for (String shown :
        List.of("h1", "h2", "h3", "p.meta", "p.claim", ".note > p", "summary", "th", "li")) {
      assertThat(shown, main.select(shown).first().wholeText().strip(), equalTo(plain));
    }
    assertThat(
        main.select("blockquote > p").stream().map(Element::wholeText).toList(),
        contains(plain, plain));
    assertThat(main.select("details > p").first().wholeText(), equalTo(plain));
    assertThat(
        main.select("section").first().children().eachAttr("class"),
        contains("meta", "claim", "note", "wide"));
    assertThat(main.select("script, style, iframe, object, [style]"), hasSize(0));
    assertThat(
        main.select("h3 a").attr("href"),
        equalTo("https://example.org/\"onclick=alert(1)'&quot;<b>"));
    if (!anchor.isEmpty()) {
      assertThat(main.getElementById(anchor).tagName(), equalTo("h1"));
      assertThat(main.select("li a").attr("href"), equalTo("#" + anchor));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<details><summary>x<script>y</script></summary>",
        "<details><summary>x</summary></details>",
        "<details open ontoggle=alert(1)><summary>x</summary>",
        "<details><summary>&lt&colon;</summary>",
        "<DETAILS>",
        "<!-- x -->",
        "<?x ?>",
        "<![CDATA[x]]>",
        "</details>",
        "a <b onclick=x>b</b> c"
      })
  void foreignHtmlIsText(String raw) {
    Element main = SafeMarkup.page(html("# x\n\n" + raw + "\n\nlast\n"));
    assertThat(main.select("p").get(0).wholeText().strip(), equalTo(raw));
    assertThat(main.select("p").last().text(), equalTo("last"));
    assertThat(main.select("details"), hasSize(0));
  }

  @Test
  void aFoldThatIsLeftOpenEndsWithItsSection() {
    String fold = "<details><summary>a &lt; b</summary>";
    Elements sections =
        SafeMarkup.page(html("# x\n\n## a\n\n" + fold + "\n\nin\n\n## b\n\nout\n"))
            .select("section");
    assertThat(sections.eachText(), contains("a a < b in", "b out"));
  }

  @Test
  void linksThatNobodyWroteLeadNowhere() {
    String html =
        html(
            "[a](javascript:alert(1)) [b](//example.org/) [c](data:x) [d](file:///x) <tel:1>"
                + " ![e](https://example.org/x.png) [f](a.md \"title\")");
    assertThat(SafeMarkup.page(html).select("a").outerHtml(), equalTo("<a href=\"a.md\">f</a>"));
  }

  @Test
  void aListOfAnchorsIsNavigationAndOtherListsAreNot() {
    Element main =
        SafeMarkup.page(
            html(
                "# t\n\nen | [zh](x.md)\n\n## C\n\n- [a](#a)\n- [b](#b)\n\n## D\n\n- [a](#a)\n- b\n"));
    assertThat(main.select("nav").eachAttr("aria-label"), contains("t", "C"));
    assertThat(main.select("header > nav").text(), equalTo("en | zh"));
    assertThat(SafeMarkup.page(html("# t\n\n**All** [well](x.md).\n")).select("nav"), hasSize(0));
  }

  @Test
  void linesInTheOtherLanguageSayIt() {
    Element main =
        SafeMarkup.page(
            html(
                "# t\n\n### What 缓存 costs those who trust in it\n\nmeta\n\n> 一句话。\n\n> キャッシュの話\n\nWord by word.\n"));
    assertThat(main.select("[lang]").eachText(), contains("一句话。"));
    String zh = "# 题\n\n> A sentence that is plainly in English.\n\n> OpenClaw\n\n> 命中率\n";
    Element chinese = SafeMarkup.page(new HtmlDocument("zh", "s", List.of()).of(zh, path -> path));
    assertThat(
        chinese.select("[lang=en]").eachText(), contains("A sentence that is plainly in English."));
  }

  @Test
  void aPageIsWholeAndLoadsNothing() {
    String page = html("# A & <b>\n\n> \"x\" 'y'\n");
    assertThat(page, containsString("<title>A &amp; &lt;b&gt;</title>"));
    assertThat(page, containsString("content=\"&quot;x&quot; 'y'\""));
    assertThat(page, containsString("default-src 'none'; style-src 'sha256-"));
    assertThat(page, not(containsString("url(")));
    assertThat(page, not(containsString("@import")));
    assertThat(html("# A & <b>\n\n> \"x\" 'y'\n").equals(page), is(true));
  }

  private static String html(String markdown) {
    return new HtmlDocument("en", "skip", List.of()).of(markdown, path -> path);
  }
}
