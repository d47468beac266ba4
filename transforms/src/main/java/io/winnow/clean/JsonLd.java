package io.winnow.clean;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page describes in JSON-LD (schema.org), if any.
 *
 * @param type its type
 * @param headline its headline
 * @param authors names in order
 * @param published date of publication, as written
 * @param created date of the page or of creation, as written: what is left when no article says
 *     when it was published
 * @param url its address
 * @param sites names of its publisher and of the site
 * @param body its text, where it holds that
 */
record JsonLd(
    @Nullable String type,
    @Nullable String headline,
    List<String> authors,
    @Nullable String published,
    @Nullable String created,
    @Nullable String url,
    List<String> sites,
    @Nullable String body) {
  private static final int MAX_AUTHORS = 30;
  private static final Set<String> WORKS =
      Set.of("recipe", "howto", "review", "claimreview", "creativework", "podcastepisode");

  JsonLd {
    authors = List.copyOf(authors);
    sites = List.copyOf(sites);
  }

  /**
   * Reads the scripts of a page; of several articles that one whose headline the title has, else
   * the first.
   */
  static JsonLd of(List<String> scripts, String title) {
    JsonGraph graph = JsonGraph.of(scripts);
    String wanted = Folding.key(title);
    JsonNode article = null;
    JsonNode work = null;
    JsonNode page = null;
    Set<String> sites = new LinkedHashSet<>();
    for (JsonNode node : graph.nodes()) {
      String type = type(node);
      if (isArticle(type)) {
        article = better(article, node, wanted);
      } else if (WORKS.contains(type)) {
        work = better(work, node, wanted);
      } else if (type.endsWith("webpage") || type.equals("itempage")) {
        page = page == null ? node : page;
      } else if (type.equals("website") || type.endsWith("mediaorganization")) {
        add(sites, text(node.path("name")));
      }
      add(sites, text(graph.resolve(node.path("publisher")).path("name")));
    }
    JsonNode chosen = article != null ? article : work;
    if (chosen == null) {
      return new JsonLd(
          null,
          null,
          List.of(),
          null,
          page == null ? null : text(page.path("datePublished")),
          null,
          List.copyOf(sites),
          null);
    }
    String published = text(chosen.path("datePublished"));
    String headline = text(chosen.path("headline"));
    List<String> authors = new ArrayList<>();
    names(graph, chosen.path("author"), authors, 0);
    if (authors.isEmpty()) {
      names(graph, chosen.path("creator"), authors, 0);
    }
    return new JsonLd(
        firstText(chosen.path("@type")),
        headline != null ? headline : text(chosen.path("name")),
        authors,
        published,
        page != null && text(page.path("datePublished")) != null
            ? text(page.path("datePublished"))
            : text(chosen.path("dateCreated")),
        address(chosen),
        List.copyOf(sites),
        chosen.path("articleBody").isTextual() ? chosen.path("articleBody").asText() : null);
  }

  /** The first node with the wanted headline, else the first node. */
  private static JsonNode better(@Nullable JsonNode before, JsonNode node, String title) {
    if (before == null) {
      return node;
    }
    return !speaksOf(before, title) && speaksOf(node, title) ? node : before;
  }

  private static boolean speaksOf(JsonNode node, String title) {
    String headline = text(node.path("headline"));
    String key = headline == null ? "" : Folding.key(headline);
    return !key.isEmpty() && (title.contains(key) || !title.isEmpty() && key.contains(title));
  }

  private static String type(JsonNode node) {
    String type = firstText(node.path("@type"));
    if (node.path("@type").isArray()) {
      for (JsonNode one : node.path("@type")) {
        type = isArticle(one.asText().toLowerCase(Locale.ROOT)) ? one.asText() : type;
      }
    }
    String name = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  private static boolean isArticle(String type) {
    return type.endsWith("article") || type.endsWith("posting") || type.equals("report");
  }

  private static void names(JsonGraph graph, JsonNode author, List<String> names, int depth) {
    if (names.size() >= MAX_AUTHORS || depth > 3) {
      return;
    }
    if (author.isArray()) {
      author.forEach(one -> names(graph, one, names, depth + 1));
    } else if (author.isTextual()) {
      add(names, text(author));
    } else if (author.isObject()) {
      JsonNode node = graph.resolve(author);
      if (node.path("name").isArray()) {
        node.path("name").forEach(one -> add(names, text(one)));
      } else if (text(node.path("name")) != null) {
        add(names, text(node.path("name")));
      } else if (text(node.path("familyName")) != null) {
        String given = text(node.path("givenName"));
        add(names, (given == null ? "" : given + " ") + text(node.path("familyName")));
      } else if (node.has("author")) {
        names(graph, node.path("author"), names, depth + 1);
      }
    }
  }

  private static void add(java.util.Collection<String> names, @Nullable String name) {
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }

  private static @Nullable String address(JsonNode node) {
    String url = text(node.path("url"));
    JsonNode page = node.path("mainEntityOfPage");
    if (url == null) {
      url = page.isTextual() ? text(page) : text(page.path("@id"));
    }
    return url != null && url.startsWith("http") ? url : null;
  }

  private static @Nullable String firstText(JsonNode node) {
    return node.isArray() ? text(node.path(0)) : text(node);
  }

  private static @Nullable String text(JsonNode node) {
    JsonNode one = node.isArray() ? node.path(0) : node;
    String text =
        one.isTextual() ? Parser.unescapeEntities(one.asText().strip(), false).strip() : "";
    if (text.indexOf('<') >= 0 && text.indexOf('>') > 0) {
      text = Jsoup.parseBodyFragment(text).text().strip();
    }
    return text.isEmpty() ? null : text;
  }
}
