package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One item of a feed: the fullest text that it has, and what it says of itself. */
final class FeedItem {
  /** Elements that hold the text, the fullest first. */
  private static final List<String> TEXTS =
      List.of(
          "content:encoded",
          "encoded",
          "content",
          "atom:content",
          "xhtml:body",
          "body",
          "fulltext",
          "description",
          "summary",
          "atom:summary",
          "itunes:summary",
          "media:description");

  private static final List<String> DATES =
      List.of("pubdate", "published", "dc:date", "issued", "dcterms:issued", "updated", "modified");
  private static final List<String> AUTHORS = List.of("dc:creator", "author", "itunes:author");

  private static final Pattern INLINE =
      Pattern.compile(
          "</?(?:a|b|br|code|em|font|i|mark|p|small|span|strong|sub|sup|tt|u|wbr)(?:\\s[^<>]{0,1000})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*+(?:\\s[^<>]*+)?/?>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Element item;

  FeedItem(Element item) {
    this.item = item;
  }

  /** The record; it stops where it has no text, or is too long. */
  SourceRecord record(int maxChars) {
    String raw = item.outerHtml();
    if (raw.length() > maxChars) {
      Stop stop = Stop.at(RejectReason.TOO_LARGE, "characters of one item", raw.length(), maxChars);
      return SourceRecord.stopped(raw.substring(0, Math.min(raw.length(), 1 << 16)), facts(), stop);
    }
    for (String name : TEXTS) {
      Element element = child(name);
      String text = element == null ? "" : content(element);
      if (!text.isBlank()) {
        boolean isHtml = isXhtml(element) || isMarkup(element, text);
        return SourceRecord.of(raw, isHtml ? "html" : "text", text, facts());
      }
    }
    return SourceRecord.stopped(
        raw, facts(), Stop.because(RejectReason.NO_TEXT, "no content or description"));
  }

  /**
   * The text of an element without markup; null where it has none. Angle brackets that are no
   * element of running text, as those of a type in a title on programming, are left alone.
   */
  static @Nullable String words(Element element) {
    String text = element.wholeText();
    String words =
        INLINE.matcher(text).find()
            ? Jsoup.parse(text).text()
            : Parser.unescapeEntities(text, false);
    return words.isBlank() ? null : SPACE.matcher(words).replaceAll(" ").strip();
  }

  private Facts facts() {
    String title = first(List.of("title", "atom:title"));
    return new Facts(
        first(List.of("guid", "id", "atom:id", "dc:identifier")),
        title,
        url(),
        authors(),
        first(DATES),
        language(),
        null,
        List.of(),
        null);
  }

  /** The address of the text: a link that is not to something else, or an id that is one. */
  private @Nullable String url() {
    for (Element child : item.children()) {
      String name = child.normalName();
      if (name.equals("link") || name.equals("atom:link")) {
        String rel = child.attr("rel");
        String href = child.hasAttr("href") ? child.attr("href") : child.wholeText();
        if ((rel.isEmpty() || rel.equals("alternate")) && !href.isBlank()) {
          return href.strip();
        }
      }
    }
    String about = item.attr("rdf:about");
    String id = first(List.of("guid", "id"));
    Element guid = child("guid");
    boolean isLink = guid == null || !guid.attr("isPermaLink").equals("false");
    if (!about.isBlank()) {
      return about.strip();
    }
    return id != null && isLink && (id.startsWith("http://") || id.startsWith("https://"))
        ? id
        : null;
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (String name : AUTHORS) {
      for (Element child : item.children()) {
        if (child.normalName().equals(name)) {
          Element inner = child.getElementsByTag("name").first();
          String author = words(inner == null ? child : inner);
          if (author != null && !authors.contains(author)) {
            authors.add(author);
          }
        }
      }
      if (!authors.isEmpty()) {
        break;
      }
    }
    return authors;
  }

  private @Nullable String language() {
    Element content = child("content");
    String lang = content == null ? "" : content.attr("xml:lang");
    lang = lang.isBlank() ? item.attr("xml:lang") : lang;
    return lang.isBlank() ? first(List.of("dc:language", "language")) : lang;
  }

  private @Nullable String first(List<String> names) {
    for (String name : names) {
      Element child = child(name);
      String words = child == null ? null : words(child);
      if (words != null) {
        return words;
      }
    }
    return null;
  }

  private @Nullable Element child(String name) {
    for (Element child : item.children()) {
      if (child.normalName().equals(name)) {
        return child;
      }
    }
    return null;
  }

  /** Text or markup of an element: Atom has it as elements, the others as escaped text. */
  private static String content(Element element) {
    return isXhtml(element) ? element.html() : element.wholeText();
  }

  private static boolean isXhtml(Element element) {
    return element.attr("type").equals("xhtml") || element.childrenSize() > 0;
  }

  /** Atom says what it is; RSS has HTML wherever it looks like it. */
  private static boolean isMarkup(Element element, String text) {
    return switch (element.attr("type")) {
      case "html", "text/html", "application/xhtml+xml" -> true;
      case "text", "text/plain" -> false;
      default -> TAG.matcher(text).find() || ENTITY.matcher(text).find();
    };
  }
}
