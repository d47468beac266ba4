package io.winnow.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file of a page: the style inside, no script, and a policy under which a browser would
 * load nothing even if the page asked for it.
 *
 * @param lang of the page
 * @param skip words of the link that leads past the head of the page
 * @param related other forms of the page, for browsers and feed readers
 */
record HtmlDocument(String lang, String skip, List<Related> related) {
  private static final String STYLE = resource("page.css");
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; img-src data:; base-uri 'none'; form-action 'none'";
  private static final int MAX_DESCRIPTION = 200;

  /** The id of the text; not in lower case, so no heading has it. */
  private static final String TEXT = "Text";

  /**
   * Another form of the page.
   *
   * @param rel how it is related
   * @param type media type
   * @param lang language; null where it is the page's
   */
  record Related(String rel, String type, @Nullable String lang, String title, String href) {}

  /** The page, of its Markdown. */
  String of(String markdown, Targets targets) {
    Node document = SafeHtml.parse(markdown);
    StringBuilder head = new StringBuilder();
    String title = text(document, Heading.class);
    head.append("<!DOCTYPE html>\n<html lang=\"").append(locale(lang)).append("\">\n<head>\n");
    head.append("<meta charset=\"utf-8\">\n");
    head.append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(attribute("content", POLICY));
    head.append(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    head.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    head.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    head.append("<title>").append(MarkdownEscaper.html(title)).append("</title>\n");
    String description = MarkdownEscaper.plain(text(document, BlockQuote.class), MAX_DESCRIPTION);
    if (!description.isEmpty()) {
      head.append("<meta name=\"description\"").append(attribute("content", description));
      head.append(">\n");
    }
    related.forEach(link -> head.append(link(link)));
    head.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
    head.append("<a class=\"skip\" href=\"#" + TEXT + "\">");
    head.append(MarkdownEscaper.html(skip)).append("</a>\n<main id=\"" + TEXT + "\">\n");
    return head + SafeHtml.render(document, lang, targets) + "</main>\n</body>\n</html>\n";
  }

  private static String link(Related link) {
    return "<link"
        + attribute("rel", link.rel())
        + attribute("type", link.type())
        + (link.lang() == null ? "" : attribute("hreflang", locale(link.lang())))
        + attribute("title", link.title())
        + attribute("href", link.href())
        + ">\n";
  }

  /** Chinese pages are in simplified characters. */
  private static String locale(String lang) {
    return lang.equals("zh") ? "zh-Hans" : lang;
  }

  private static String text(Node document, Class<? extends Node> type) {
    for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
      if (type.isInstance(child)) {
        return NodeText.of(child);
      }
      if (child instanceof Heading heading && heading.getLevel() > 1) {
        break;
      }
    }
    return "";
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + MarkdownEscaper.html(value).replace("\"", "&quot;") + "\"";
  }

  private static String resource(String name) {
    try (var in = HtmlDocument.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
