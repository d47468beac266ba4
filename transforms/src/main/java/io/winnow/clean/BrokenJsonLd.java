package io.winnow.clean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the few fields that matter from an article in JSON-LD that is no JSON, such as one with
 * quotation marks in its description that nobody escaped.
 */
final class BrokenJsonLd {
  private static final Pattern ARTICLE =
      Pattern.compile("\"@type\"\\s{0,20}:\\s{0,20}\"([A-Za-z]{0,30}(?:Article|Posting))\"");
  private static final String STRING = "\"\\s{0,20}:\\s{0,20}\"([^\"\\\\\\n{}]{1,300}+)\"";
  private static final Pattern HEADLINE = Pattern.compile("\"headline" + STRING);
  private static final Pattern PUBLISHED = Pattern.compile("\"datePublished" + STRING);
  private static final Pattern NAME = Pattern.compile("\"name" + STRING);
  private static final Pattern AUTHOR = Pattern.compile("\"author\"\\s{0,20}:");
  private static final Pattern AUTHOR_STRING = Pattern.compile("\"author" + STRING);

  /** Characters behind {@code author} in which its name stands. */
  private static final int MAX_AUTHOR = 400;

  private BrokenJsonLd() {}

  /** The article, written into {@code node}; empty when the text has none. */
  static Optional<ObjectNode> article(String json, ObjectNode node) {
    Matcher type = ARTICLE.matcher(json);
    if (!type.find()) {
      return Optional.empty();
    }
    node.put("@type", type.group(1));
    put(node, "headline", HEADLINE.matcher(json));
    put(node, "datePublished", PUBLISHED.matcher(json));
    Matcher plain = AUTHOR_STRING.matcher(json);
    Matcher author = AUTHOR.matcher(json);
    if (plain.find()) {
      node.put("author", plain.group(1));
    } else if (author.find()) {
      int end = Math.min(json.length(), author.end() + MAX_AUTHOR);
      put(node, "author", NAME.matcher(json).region(author.end(), end));
    }
    return Optional.of(node);
  }

  private static void put(ObjectNode node, String field, Matcher value) {
    if (value.find()) {
      node.put(field, value.group(1));
    }
  }
}
