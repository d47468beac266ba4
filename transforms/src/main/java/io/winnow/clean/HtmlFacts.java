package io.winnow.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page declares about itself: JSON-LD first, then OpenGraph and other meta elements, then
 * its own elements.
 */
final class HtmlFacts {
  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
  private static final Pattern SITE_SEPARATOR = Pattern.compile("\\s+[|\\-–—_·»:]\\s+|_");
  private static final int MAX_NAME = 80;

  private HtmlFacts() {}

  static PageFacts of(Document page, LocalDate today) {
    JsonLd data = JsonLd.of(page);
    return new PageFacts(
        title(page, data),
        first(absolute(page, "link[rel=canonical]", "href"), meta(page, "og:url"), data.url()),
        authors(page, data),
        published(page, data, today),
        first(data.publisher(), meta(page, "og:site_name"), meta(page, "application-name")),
        first(data.type(), type(page)));
  }

  /** What the page says its article is about; null where it does not. */
  static @Nullable String description(Document page) {
    return first(
        meta(page, "og:description"), meta(page, "description"), meta(page, "twitter:description"));
  }

  private static @Nullable String title(Document page, JsonLd data) {
    String head = page.title().strip();
    List<Element> headings = page.select("h1");
    if (headings.size() == 1 && head.contains(headings.get(0).text().strip())) {
      String only = headings.get(0).text().strip();
      if (only.length() >= 4) {
        return only;
      }
    }
    return first(
        data.headline(),
        meta(page, "og:title"),
        meta(page, "twitter:title"),
        withoutSite(head),
        headings.isEmpty() ? null : headings.get(0).text());
  }

  /** The longest part of a page title: sites put their names before or behind. */
  private static @Nullable String withoutSite(String title) {
    String longest = "";
    for (String part : SITE_SEPARATOR.split(title)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest.isBlank() ? null : longest.strip();
  }

  private static List<String> authors(Document page, JsonLd data) {
    Set<String> authors = new LinkedHashSet<>(data.authors());
    if (authors.isEmpty()) {
      for (Element meta :
          page.select(
              "meta[name=author], meta[property=article:author], meta[name=byl], meta[name=parsely-author]")) {
        authors.addAll(Byline.names(meta.attr("content").replaceFirst("(?i)^by ", "")));
      }
    }
    if (authors.isEmpty()) {
      for (Element element : page.select("[rel=author], [itemprop=author]")) {
        authors.addAll(Byline.names(element.text().replaceFirst("(?i)^by ", "")));
      }
    }
    authors.removeIf(name -> name.startsWith("http") || name.length() > MAX_NAME);
    return new ArrayList<>(authors);
  }

  private static @Nullable Dateline published(Document page, JsonLd data, LocalDate today) {
    String declared =
        first(
            data.published(),
            meta(page, "article:published_time"),
            meta(page, "datePublished"),
            meta(page, "og:article:published_time"),
            meta(page, "pubdate"),
            meta(page, "publishdate"),
            meta(page, "date"),
            meta(page, "dc.date"),
            meta(page, "dcterms.created"),
            meta(page, "parsely-pub-date"),
            absoluteOrText(page.selectFirst("[itemprop=datePublished]")),
            absoluteOrText(page.selectFirst("time[pubdate]")),
            absoluteOrText(page.selectFirst("article time[datetime], header time[datetime]")));
    if (declared == null) {
      return null;
    }
    String day = ISO_DAY.matcher(declared).matches() ? declared.substring(0, 10) : declared;
    return Dateline.of(day, today).map(date -> new Dateline(date.day(), declared)).orElse(null);
  }

  private static @Nullable String absoluteOrText(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    return first(element.attr("datetime"), element.attr("content"), element.text());
  }

  private static @Nullable String type(Document page) {
    String type = meta(page, "og:type");
    return type == null || !type.equals("article") ? null : "Article";
  }

  private static @Nullable String meta(Document page, String name) {
    for (Element meta : page.select("meta[property], meta[name], meta[itemprop]")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))
          || name.equalsIgnoreCase(meta.attr("itemprop"))) {
        String content = meta.attr("content").strip();
        if (!content.isEmpty()) {
          return content;
        }
      }
    }
    return null;
  }

  private static @Nullable String absolute(Document page, String selector, String attribute) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(element -> element.absUrl(attribute))
        .filter(url -> !url.isEmpty())
        .orElse(null);
  }

  private static @Nullable String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return null;
  }
}
