package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownEscaperTest {
  static Stream<String> hostile() {
    return HostileStrings.all()
        .map(text -> MarkdownEscaper.plain(text).isEmpty() ? "unseen " + text : text);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyBlockParsesBackToItsText(String text) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    Inline inline = Inline.text(text);
    page.heading(2, inline);
    page.paragraph(inline);
    page.paragraph(inline.bold());
    page.quote(List.of(inline, inline));
    page.note(inline);
    page.bullets(List.of(inline, inline));
    page.openFold(inline);
    page.paragraph(inline);
    page.closeFold();

    String plain = MarkdownEscaper.plain(text);
    Node document = Gfm.parse(page.page());
    assertThat(
        children(document),
        contains(
            "Heading:" + plain,
            "Paragraph:" + plain,
            "Paragraph:" + plain,
            "BlockQuote:" + plain + plain,
            "BlockQuote:[!NOTE] " + plain,
            "BulletList:" + plain + plain,
            "HtmlBlock:",
            "Paragraph:" + plain,
            "HtmlBlock:"));
    assertThat(
        Gfm.rawHtml(page.page()),
        contains("<details><summary>" + MarkdownEscaper.html(text) + "</summary>", "</details>"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void tableCellsParseBackToTheirText(String text) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    Inline inline = Inline.text(text);
    page.table(
        List.of(inline, Inline.text("n")),
        List.of(false, true),
        List.of(List.of(inline, Inline.code(text)), List.of(inline.bold(), Inline.text("2"))));

    String plain = MarkdownEscaper.plain(text);
    List<String> cells = Gfm.all(page.page(), TableCell.class).stream().map(Gfm::text).toList();
    assertThat(cells, contains(plain, "n", plain, plain, plain, "2"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void linkTextParsesBackAndTheLinkIsTheOnlyOne(String text) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    page.paragraph(Inline.text(text).linked("https://example.org/a_(b)?c=*d*&copy;=1|2"));

    List<Link> links = Gfm.links(page.page());
    assertThat(links, hasSize(1));
    assertThat(links.get(0).getDestination(), equalTo("https://example.org/a_(b)?c=*d*&copy;=1|2"));
    assertThat(Gfm.text(links.get(0)), equalTo(MarkdownEscaper.plain(text)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aRendererThatLinksBareAddressesShowsEachAsItIs(String text) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    page.paragraph(Inline.text(text));
    for (Link link : Gfm.links(page.page())) {
      assertThat(link.getDestination(), endsWith(Gfm.text(link)));
      assertThat(link.getDestination(), matchesPattern("(?i)(mailto:|[a-z]+://).*"));
    }
  }

  @Test
  void randomTextsParseBack() {
    String alphabet = "\\`*_[]<>&~#$|!-+=.)(:1a 字。“”\n/";
    Random random = new Random(20260216);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = random.nextInt(12); n > 0; n--) {
        text.insert(random.nextInt(2) * text.length(), alphabet.charAt(random.nextInt(30)));
      }
      String plain = MarkdownEscaper.plain(text.toString());
      MarkdownWriter page = new MarkdownWriter(new Anchors());
      page.paragraph(Inline.text(text.toString()));
      page.heading(3, Inline.text(text.toString()));
      Node document = Gfm.parse(page.page());
      assertThat(children(document), contains("Paragraph:" + plain, "Heading:" + plain));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/",
        "/etc/passwd",
        "http://",
        "http:///x",
        "https://example.org/a b",
        "https://example.org/\u202Egnp.exe",
        "https://example.org/\nx",
        "ftp://example.org/"
      })
  void aUrlNobodyShouldFollowIsNoLink(String url) {
    assertThat(MarkdownEscaper.target(url), is(nullValue()));
    assertThat(Inline.text("title").linked(url), equalTo(Inline.text("title")));
  }

  @Test
  void aUrlOfTenThousandCharactersIsNoLink() {
    assertThat(
        MarkdownEscaper.target("https://example.org/" + "x".repeat(10_000)), is(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "HTTP://example.org/x?y=[1]&z=%20#frag",
        "https://zh.example.org/文章_(上)",
        "https://example.org/a*b*c`d`~e~\\f",
        "https://example.org/<b>"
      })
  void aLinkParsesBackToItsUrl(String url) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    page.paragraph(Inline.text("title").linked(url));
    assertThat(Gfm.links(page.page()).get(0).getDestination(), equalTo(url));
  }

  @Test
  void hostileTextTakesLinearTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String unit : List.of("[", "`", "<", "*_", ":", "www.", "\\", "\u202E", "1.")) {
            MarkdownEscaper.text(unit.repeat(200_000));
            MarkdownEscaper.code(unit.repeat(20_000));
          }
        });
  }

  private static List<String> children(Node document) {
    List<String> children = new ArrayList<>();
    for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child.getClass().getSimpleName() + ":" + Gfm.text(child));
    }
    return children;
  }
}
