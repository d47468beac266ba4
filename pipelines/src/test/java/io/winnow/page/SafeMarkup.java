package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML as a browser would and finds whatever it should not hold. */
final class SafeMarkup {
  private static final Set<String> ANYWHERE = Set.of("id", "class", "lang");
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("header", Set.of()),
          Map.entry("section", Set.of()),
          Map.entry("nav", Set.of("aria-label")),
          Map.entry("h1", Set.of()),
          Map.entry("h2", Set.of()),
          Map.entry("h3", Set.of()),
          Map.entry("p", Set.of()),
          Map.entry("ul", Set.of()),
          Map.entry("li", Set.of()),
          Map.entry("blockquote", Set.of()),
          Map.entry("div", Set.of("role", "tabindex")),
          Map.entry("details", Set.of()),
          Map.entry("summary", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("code", Set.of()),
          Map.entry("a", Set.of("href")),
          Map.entry("img", Set.of("src", "alt")),
          Map.entry("table", Set.of()),
          Map.entry("thead", Set.of()),
          Map.entry("tbody", Set.of()),
          Map.entry("tr", Set.of()),
          Map.entry("th", Set.of()),
          Map.entry("td", Set.of()));

  private SafeMarkup() {}

  /** The body of a whole page; fails where the head is not ours. */
  static Element page(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = Jsoup.parse(html, "", parser);
    assertThat(parser.getErrors(), hasSize(0));
    for (Element element : page.head().getAllElements()) {
      assertThat(element.tagName(), is(in(List.of("head", "meta", "title", "link", "style"))));
    }
    assertThat(page.head().getElementsByTag("style"), hasSize(1));
    assertThat(
        page.head().getElementsByTag("link").eachAttr("href"),
        everyItem(matchesPattern("(https://[a-z./]+/)?[A-Za-z0-9.-]+")));
    List<Element> parts = page.body().children();
    assertThat(parts.stream().map(Element::tagName).toList(), equalTo(List.of("a", "main")));
    Element main = parts.get(1);
    assertThat(main.attributesSize(), is(1));
    main.children().forEach(SafeMarkup::check);
    return main;
  }

  /** The body of a fragment. */
  static Element fragment(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Element body = Jsoup.parse("<!doctype html><title>x</title><body>" + html, "", parser).body();
    assertThat(parser.getErrors(), hasSize(0));
    body.children().forEach(SafeMarkup::check);
    return body;
  }

  private static void check(Element root) {
    for (Element element : root.getAllElements()) {
      assertThat(element.tagName(), is(in(ALLOWED.keySet())));
      for (Attribute attribute : element.attributes()) {
        assertThat(
            element.tagName() + " " + attribute,
            attribute.getKey(),
            anyOf(in(ANYWHERE), in(ALLOWED.get(element.tagName()))));
      }
      if (element.hasAttr("href")) {
        assertThat(
            element.attr("href"),
            anyOf(
                startsWith("#"), matchesPattern("(?i)https?://.+"), matchesPattern("[\\w./=-]+")));
      }
      if (element.hasAttr("src")) {
        assertThat(element.attr("src"), startsWith("data:image/svg+xml;base64,"));
      }
    }
  }
}
