package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.page.RunFacts.Pair;
import io.winnow.page.RunFacts.Timings;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Copy;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Duplicate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.schema.ScoredTerm;
import io.winnow.tag.unknown.UnknownTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile string in every field, through every page. */
class HostileOutputTest {
  private static final Period WEEK = Period.parse("2026-W08");

  /** Longer ones are cut or left out of a page, so that its layout may differ. */
  private static final int SHORT = 50;

  private static final Map<Edition, Map<String, Integer>> SHAPES = new TreeMap<>();
  private static final Map<String, Integer> REPORT_SHAPE = new TreeMap<>();

  static Stream<String> hostile() {
    return HostileStrings.all()
        .map(text -> MarkdownEscaper.plain(text).isEmpty() ? "unseen " + text : text);
  }

  @Test
  void thereAreMoreThanTwoHundred() {
    assertThat(hostile().distinct().count(), greaterThan(300L));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void digestsShowItAsText(String text) throws IOException {
    String plain = MarkdownEscaper.plain(text);
    for (Edition edition : Edition.values()) {
      String markdown = digest(text, edition);
      checkMarkdown(markdown);
      Element main = SafeMarkup.page(html(markdown, edition));
      if (text.length() <= SHORT) {
        assertThat(shape(main), equalTo(harmlessShape(edition)));
        String shown = normal(main.wholeText());
        assertThat(main.select("h3").first().wholeText(), equalTo(plain));
        assertThat(shown, containsString(normal("By itself: " + plain)));
        assertThat(shown, containsString(normal("1 " + plain + " one.")));
        assertThat(normal(main.select(".note").text()), containsString(normal(plain)));
        assertThat(
            normal(main.select(".meta code").eachText().toString()), containsString(normal(plain)));
        assertThat(normal(main.select("h2").eachText().toString()), containsString(normal(plain)));
      }
      assertThat(markdown.length(), lessThan(110_000));

      String file = WEEK.fileName(edition);
      DigestText read = new DigestText(file, markdown);
      List<Inline> highlights = read.highlights();
      MarkdownWriter index = new MarkdownWriter(new Anchors());
      index.bullets(highlights);
      checkMarkdown(index.page());
      DigestFeed feed = new DigestFeed(edition, null);
      String content = read.html(path -> path);
      SafeMarkup.fragment(content);
      DigestFeed.Entry entry =
          new DigestFeed.Entry("week", file, "x" + text, Instant.EPOCH, content);
      AtomXml atom = AtomXml.parse(feed.write("README.md", List.of(entry)));
      assertThat(atom.texts("content").get(0), equalTo(content));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void reportsShowItAsText(String text) throws IOException {
    Element main = report(text);
    Map<String, Integer> shape = shape(main);
    if (REPORT_SHAPE.isEmpty()) {
      REPORT_SHAPE.putAll(shape(report("harmless")));
    }
    assertThat(shape, equalTo(REPORT_SHAPE));
    String start = MarkdownEscaper.plain(text, 20).replace("…", "");
    assertThat(main.wholeText().replaceAll("\\s", ""), containsString(start.replaceAll("\\s", "")));
  }

  private static Element report(String text) throws IOException {
    RunFactsCollector collector = new RunFactsCollector(Rows.RUN, 0.8);
    collector.add(
        LedgerEntry.newBuilder(Rows.ledger().get(0))
            .setSourceUri(text)
            .setFormat(text)
            .setCharset(text)
            .setDetector(text)
            .build());
    for (Article article : List.of(article("a", text, "zh"), article("b", text, "en"))) {
      collector.add(
          Article.newBuilder(article)
              .setDroppedSpans(List.of(new DroppedSpan(text, 0, 1, text)))
              .setKeywords(List.of(new ScoredTerm(text, 0.5)))
              .setStoryId("s")
              .setStoryLabel(text)
              .build());
    }
    Rows.rejects()
        .forEach(
            reject ->
                collector.add(
                    Reject.newBuilder(reject)
                        .setTitle(text)
                        .setSourceUri(text)
                        .setDetail(text)
                        .setOriginal(text)
                        .build()));
    collector.add(Duplicate.newBuilder(Rows.duplicate()).setTitle(text).setSourceUri(text).build());
    collector.add(new Boilerplate(Rows.RUN.id(), text, text, 7, 9, 7));
    collector.add(new UnknownTerm("key", text, 4, List.of("a", "b"), "a", text));
    Pair.Side side = new Pair.Side("0".repeat(32), text);
    collector.add(new Pair(0.81, 0.8, 0.01, true, side, side));
    String markdown =
        new ReportPage(collector.facts(null, Timings.NONE), List.of()).render(List.of());
    checkMarkdown(markdown);
    return SafeMarkup.page(html(markdown, Edition.EN));
  }

  /** By a parser that is not ours: no raw HTML but our folds, no link but those we make. */
  private static void checkMarkdown(String markdown) {
    for (String raw : Gfm.rawHtml(markdown)) {
      assertThat(raw, OwnHtml.of(raw), is(not(nullValue())));
    }
    for (Link link : Gfm.links(markdown)) {
      assertThat(
          link.getDestination(),
          matchesPattern("(?i)(#|mailto:|[a-z]+://|[A-Za-z0-9./_=-]+\\.md).*"));
    }
    for (Image image : Gfm.all(markdown, Image.class)) {
      assertThat(image.getDestination(), matchesPattern("report/[a-z]+\\.svg"));
    }
    Anchors anchors = new Anchors();
    List<String> targets =
        Gfm.headings(markdown).stream().map(Gfm::text).map(anchors::add).toList();
    for (Link link : Gfm.links(markdown)) {
      if (link.getDestination().startsWith("#")) {
        assertThat(targets.contains(link.getDestination().substring(1)), is(true));
      }
    }
    long first = Gfm.headings(markdown).stream().map(Heading::getLevel).filter(l -> l == 1).count();
    assertThat(first <= 1, is(true));
  }

  private static String digest(String text, Edition edition) throws IOException {
    List<Article> articles = List.of(article("a", text, "zh"), article("b", text, "en"));
    return new Digest(SectionLabels.PLAIN, article -> Optional.of(article.getSummary().get(0)))
        .render(
            WEEK,
            edition,
            reader -> {
              for (Article article : articles) {
                reader.read(article);
              }
            },
            null);
  }

  /** Texts are of one kind in both, so that a harmless string makes the same page. */
  private static Article article(String id, String text, String lang) {
    return Articles.at(
            "https://example.org/" + id,
            Articles.article(
                id,
                lang,
                text,
                "By itself: " + text,
                "1 " + text + " one.",
                "2 " + text + " two.",
                "3 " + text + " three."))
        .setSite(text)
        .setAuthors(List.of(text, "Ann " + text))
        .setPublication("P " + text)
        .setIssue(text)
        .setEditorNote(text)
        .setKind(text)
        .setSection("s " + text)
        .setTags(Articles.tags(text))
        .setAlsoAt(
            List.of(new Copy("x", text, text), new Copy("y", "https://example.org/" + text, text)))
        .build();
  }

  private static String html(String markdown, Edition edition) {
    return new HtmlDocument(edition.lang(), "skip", List.of()).of(markdown, path -> path);
  }

  private static Map<String, Integer> harmlessShape(Edition edition) throws IOException {
    if (!SHAPES.containsKey(edition)) {
      SHAPES.put(edition, shape(SafeMarkup.page(html(digest("harmless", edition), edition))));
    }
    return SHAPES.get(edition);
  }

  /** How many there are of each element; a copy's address may be one to follow or not. */
  private static Map<String, Integer> shape(Element main) {
    return main.getAllElements().stream()
        .filter(element -> !element.tagName().equals("a"))
        .collect(Collectors.toMap(Element::tagName, element -> 1, Integer::sum, TreeMap::new));
  }

  private static String normal(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}
