package io.winnow.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page describes in JSON-LD (schema.org), if any; scripts that are no JSON say
 * nothing.
 */
record JsonLd(
    @Nullable String type,
    @Nullable String headline,
    List<String> authors,
    @Nullable String published,
    @Nullable String url,
    @Nullable String publisher) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CHARS = 1_000_000;
  private static final int MAX_NODES = 5_000;
  private static final JsonLd NONE = new JsonLd(null, null, List.of(), null, null, null);

  static JsonLd of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode article = article(script.data());
      if (article != null) {
        return read(article);
      }
    }
    return NONE;
  }

  private static @Nullable JsonNode article(String json) {
    if (json.length() > MAX_CHARS) {
      return null;
    }
    Deque<JsonNode> todo = new ArrayDeque<>();
    try {
      todo.add(JSON.readTree(json.strip()));
    } catch (JsonProcessingException e) {
      return null;
    }
    for (int seen = 0; !todo.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = todo.poll();
      if (node.isObject() && isArticle(node.path("@type"))) {
        return node;
      }
      if (node.isArray()) {
        node.forEach(todo::add);
      } else if (node.has("@graph")) {
        todo.add(node.get("@graph"));
      }
    }
    return null;
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    return type.asText().endsWith("Article")
        || type.asText().endsWith("Posting")
        || type.asText().equals("Report");
  }

  private static JsonLd read(JsonNode article) {
    List<String> authors = new ArrayList<>();
    JsonNode author = article.path("author");
    if (author.isArray()) {
      author.forEach(one -> name(one, authors));
    } else {
      name(author, authors);
    }
    JsonNode type = article.path("@type");
    return new JsonLd(
        type.isArray() ? type.path(0).asText() : type.asText(),
        text(article.path("headline")),
        authors,
        text(article.path("datePublished")),
        text(article.path("url")),
        text(article.path("publisher").path("name")));
  }

  private static void name(JsonNode author, List<String> authors) {
    String name = author.isTextual() ? author.asText() : author.path("name").asText();
    if (!name.isBlank()) {
      authors.add(name.strip());
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        ? org.jsoup.parser.Parser.unescapeEntities(node.asText().strip(), false)
        : null;
  }
}
