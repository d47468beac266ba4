package io.winnow.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Collects, in one pass over a page, what may tell its metadata: meta elements by name, JSON-LD,
 * and the elements that microdata, microformats, classes or their tag mark as author, date or
 * headline. Of each kind the first few hundred count.
 */
final class PageScan implements NodeVisitor {
  private static final int MAX_METAS = 500;
  private static final int MAX_CONTENT = 1_000;
  private static final int MAX_ELEMENTS = 200;
  private static final int MAX_SCRIPTS = 50;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final List<String> scripts = new ArrayList<>();
  private final List<Element> headlines = new ArrayList<>();
  private final List<Element> authors = new ArrayList<>();
  private final List<Element> dates = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String canonical;
  private String language = "";
  private int metaCount;

  private PageScan() {}

  static PageScan of(Document page) {
    PageScan scan = new PageScan();
    NodeTraversor.traverse(scan, page);
    return scan;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "meta" -> meta(element);
      case "script" -> script(element);
      case "link" -> link(element);
      case "html" -> language = element.attr("lang").strip().toLowerCase(Locale.ROOT);
      case "title" -> title = title == null ? element.text().strip() : title;
      case "time" -> add(dates, element);
      default -> marked(element);
    }
  }

  private void meta(Element meta) {
    String content = meta.attr("content").strip();
    boolean isDescription =
        meta.attr("name")
            .concat(meta.attr("property"))
            .toLowerCase(Locale.ROOT)
            .contains("description");
    if (content.isEmpty()
        || content.length() > MAX_CONTENT && !isDescription
        || metaCount >= MAX_METAS) {
      return;
    }
    metaCount++;
    for (String attribute : new String[] {"property", "name", "itemprop"}) {
      if (meta.hasAttr(attribute)) {
        for (String name : meta.attr(attribute).toLowerCase(Locale.ROOT).strip().split("\\s+")) {
          metas.computeIfAbsent(name, any -> new ArrayList<>()).add(content);
        }
      }
    }
    if (meta.hasAttr("itemprop")) {
      marked(meta);
    }
  }

  private void script(Element script) {
    if (scripts.size() < MAX_SCRIPTS
        && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      scripts.add(script.data());
    }
  }

  private void link(Element link) {
    String rel = link.attr("rel").toLowerCase(Locale.ROOT);
    if (canonical == null && rel.equals("canonical")) {
      canonical = link.absUrl("href");
    }
  }

  private void marked(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    String property = element.attr("itemprop") + ' ' + element.attr("property");
    String names = element.className() + ' ' + element.id();
    if (property.contains("headline") || names.contains("p-name") || names.contains("headline")) {
      add(headlines, element);
    }
    if (property.contains("uthor")
        || property.contains("reator")
        || element.attr("rel").contains("author")
        || namesAnAuthor(names)
        || leadsToAnAuthor(element)) {
      add(authors, element);
    }
    if (property.contains("date") || namesADate(names)) {
      add(dates, element);
    }
  }

  /** Whether the element is a link to a page about an author, as the texts of a site share. */
  static boolean leadsToAnAuthor(Element element) {
    if (!element.normalName().equals("a")) {
      return false;
    }
    String address = element.attr("href");
    return address.contains("/author")
        || address.contains("/autor")
        || address.contains("/auteur")
        || address.contains("/people/")
        || address.contains("/contributor")
        || address.contains("/profile/")
        || address.contains("author=");
  }

  private static boolean namesAnAuthor(String names) {
    return names.contains("uthor")
        || names.contains("yline")
        || names.contains("utor")
        || names.contains("zuozhe")
        || names.contains("riter")
        || names.contains("vcard")
        || names.contains("eporter");
  }

  private static boolean namesADate(String names) {
    return names.contains("date")
        || names.contains("Date")
        || names.contains("ublish")
        || names.contains("time")
        || names.contains("Time");
  }

  private static void add(List<Element> elements, Element element) {
    if (elements.size() < MAX_ELEMENTS) {
      elements.add(element);
    }
  }

  /** The content of the first meta element with one of the names, earlier names first. */
  @Nullable String meta(String... names) {
    for (String name : names) {
      List<String> contents = metas.get(name);
      if (contents != null) {
        return contents.get(0);
      }
    }
    return null;
  }

  /** The contents of all meta elements with the name. */
  List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  List<String> scripts() {
    return scripts;
  }

  /** Elements marked as a headline, in the order of the page. */
  List<Element> headlines() {
    return headlines;
  }

  /** Elements marked as an author or byline, in the order of the page. */
  List<Element> authors() {
    return authors;
  }

  /** Elements marked as a date or time, in the order of the page. */
  List<Element> dates() {
    return dates;
  }

  /** Text of the title element, empty without one. */
  String title() {
    return title == null ? "" : title;
  }

  /** Absolute address of the canonical link; null or empty without one. */
  @Nullable String canonical() {
    return canonical;
  }

  /** The lang attribute of the page in lower case, empty without one: a hint, no more. */
  String language() {
    return language;
  }
}
