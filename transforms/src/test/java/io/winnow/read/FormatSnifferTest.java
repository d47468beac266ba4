package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatSnifferTest {
  private static final String PROSE = "一段普通的文字，没有任何标记。\nA plain paragraph follows it.\n\n";

  @Test
  void proseIsText() {
    assertThat(sniff(PROSE.repeat(20)), is(SourceFormat.TEXT));
  }

  @Test
  void aFewListItemsDoNotMakeProseMarkdown() {
    assertThat(sniff(PROSE.repeat(20) + "- one\n- two\n* three\n1. four\n"), is(SourceFormat.TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 20260218 A talk（上）\n+ [https://example.org/v](https://example.org/v)\n+ 第一点\n    - **重点** 说明\n",
        "# Weekly digest\n\nby somebody\n\n## 目录\n\n- [One](#one)\n",
        "# Only a title\n\nand prose\n",
        "Intro\n\n```\ncode\n```\n\nSee [this](https://example.org/a) and `that`.\n",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n**bold** words\n"
      })
  void markupMakesMarkdown(String text) {
    assertThat(sniff(text), is(SourceFormat.MARKDOWN));
  }

  @Test
  void hashesInCodeAreNoHeadings() {
    assertThat(
        sniff(PROSE.repeat(20) + "#include <stdio.h>\n#define A\n" + PROSE.repeat(20)),
        is(SourceFormat.TEXT));
  }

  @Test
  void aNameThatSaysMarkdownNeedsLittleMore() {
    String text = PROSE.repeat(200) + "- one\n";
    assertThat(FormatSniffer.sniff(text, "a.txt"), is(SourceFormat.TEXT));
    assertThat(FormatSniffer.sniff(text, "posts/a.md"), is(SourceFormat.MARKDOWN));
    assertThat(FormatSniffer.sniff(text, "A.MD.gz"), is(SourceFormat.MARKDOWN));
    assertThat(FormatSniffer.sniff(PROSE, "a.md"), is(SourceFormat.TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>\n<html lang=zh><head><title>a</title></head><body>text</body></html>",
        "\uFEFF\n <!-- saved page -->\n<?xml version=\"1.0\"?>\n<!doctype HTML PUBLIC \"-//W3C//DTD\">\n<html><body>x</body></html>\n\n",
        "<html>\n<body>\n<p>one\n<p>two\n</body>",
        "<HEAD><TITLE>old</TITLE></HEAD>\nwords without end",
        "<div class=\"post\">\n<p>Only a fragment.</p>\n</div>\n",
        "<p>One line fragment</p>"
      })
  void pagesAndFragmentsAreHtml(String text) {
    assertThat(sniff(text), is(SourceFormat.HTML));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "怎样写一个页面\n\n<!DOCTYPE html>\n<html>\n<body>\n<p>例子</p>\n</body>\n</html>\n\n这就是全部。\n",
        "<html> 是一切页面的根元素。\n\n这篇文章讲它的属性。\n\n先看 lang 属性。\n\n再看其他的。\n\n还有很多可以说的。\n",
        "<div> 和 <span> 的区别\n\n一个是块，一个在行内。\n\n仅此而已，没有别的了。\n",
        "<https://example.org> 是一个地址\n\n后面是文字\n"
      })
  void aTextAboutHtmlIsNotHtml(String text) {
    assertThat(sniff(text), is(SourceFormat.TEXT));
  }

  @Test
  void aTextThatGoesOnAfterAWholePageIsNotThatPage() {
    String page = "<!DOCTYPE html>\n<html><body>\n<p>x</p>\n</body></html>\n";
    assertThat(sniff(page + PROSE.repeat(20)), is(SourceFormat.TEXT));
  }

  @Test
  void aPageThatBeginsWithMoreStylesThanTheSampleIsAPage() {
    String styles = "<!DOCTYPE html><html><head><style>" + "a{color:red}\n".repeat(20_000);
    assertThat(
        sniff(styles + "</style><title>t</title></head><body>x</body></html>\n"),
        is(SourceFormat.HTML));
  }

  @Test
  void aPageOfMostlyScriptThatClosesARootEarlyIsAPage() {
    String script = "<script>\n" + "var list = load('home');\n".repeat(3_000) + "</script>";
    String body = "<div><p>kettle</p></div>".repeat(80);

    assertThat(
        sniff("<!DOCTYPE html><html><head></head></html>" + script + "<body>" + body + script),
        is(SourceFormat.HTML));
  }

  @Test
  void aBlankLineBeforeAPageOnOneLongLineHidesNothing() {
    String body = "<div><p>kettle</p></div>".repeat(9_000);

    assertThat(
        sniff("\n<!DOCTYPE html><html><head></head><body>" + body + "</body></html>"),
        is(SourceFormat.HTML));
  }

  @Test
  void aReadmeThatBeginsWithMarkupIsMarkdown() {
    String text =
        "<div align=\"center\">\n<img src=\"a.png\">\n</div>\n\n# Title\n\n"
            + PROSE.repeat(5)
            + "- [a](https://example.org)\n";
    assertThat(sniff(text), is(SourceFormat.MARKDOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2}\n",
        "\n\n{\"id\": 1}\r\n\r\n  {\"id\": 2}  \r\n",
        "{\"id\": 1}",
        "{\"id\": 1}\n{\"id\": 2}\n{\"id\": broken\n",
        "{\"text\": \"<html><body># not that</body></html>\"}\n"
      })
  void mostLinesBeingObjectsMakesJsonLines(String text) {
    assertThat(sniff(text), is(SourceFormat.JSONL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  \"id\": 1\n}\n",
        "[{\"text\": \"a\"}]",
        "\uFEFF [\n {\"id\": 1},\n {\"id\": 2}\n]",
        "{\"version\": 1, \"items\": [{\"text\": \"a\"}]}"
      })
  void arraysAndObjectsOverSeveralLinesAreJson(String text) {
    assertThat(sniff(text), is(SourceFormat.JSON));
  }

  @Test
  void feedsAreToldByTheirRoot() {
    assertThat(
        sniff("<?xml version=\"1.0\"?>\n<!-- x -->\n<rss version=\"2.0\"><channel>"),
        is(SourceFormat.RSS));
    assertThat(sniff("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>"), is(SourceFormat.ATOM));
    assertThat(
        sniff("<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\"><item>"),
        is(SourceFormat.RSS));
    assertThat(sniff("<rdf:RDF><x>"), is(SourceFormat.TEXT));
    assertThat(sniff("<rss> is the root of feeds."), is(SourceFormat.RSS));
  }

  @Test
  void aNameThatSaysJsonLinesIsBelievedWhereALineTriesToBeARecord() {
    assertThat(sniff("{\"id\": 1"), is(SourceFormat.TEXT));
    assertThat(FormatSniffer.sniff("{\"id\": 1", "a.jsonl"), is(SourceFormat.JSONL));
    assertThat(FormatSniffer.sniff("{\"id\": 1", "A.NDJSON.zst"), is(SourceFormat.JSONL));
    assertThat(
        FormatSniffer.sniff("oops\n{\"id\": 1}\noops\noops\n", "a.jsonl"), is(SourceFormat.JSONL));
    assertThat(FormatSniffer.sniff(PROSE, "a.jsonl"), is(SourceFormat.TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]\n[3]\n", "1\n2\n", "{} and words\n", "{a} {b}\n", "[a] c\n"})
  void otherJsonIsNot(String text) {
    assertThat(sniff(text), is(SourceFormat.TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{", "[", "<div>", "<!--", "**", "![](", "# ", "`", "| --- ", "{\"a\":", "<a", "<p \n"
      })
  void hostileRepetitionIsSniffedQuickly(String part) {
    String oneLine = part.repeat(1 << 16);
    String manyLines = (part + "\n").repeat(1 << 16);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sniff(oneLine));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sniff(manyLines));
  }

  private static SourceFormat sniff(String text) {
    return FormatSniffer.sniff(text, "a.txt");
  }
}
