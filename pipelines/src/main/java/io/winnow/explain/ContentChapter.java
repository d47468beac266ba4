package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an article is, and how each field was found. */
final class ContentChapter {
  private static final List<String> ONLY_DATA =
      List.of(
          "title_origin",
          "title_raw",
          "published_origin",
          "published_raw",
          "url_role",
          "site",
          "part",
          "lang_script",
          "lang_confidence",
          "sentences");

  private static final int MOST_LINKS = 8;

  void tell(Row row, Telling telling) throws IOException {
    telling.section("content", "What it is");
    telling.data(row, ONLY_DATA);
    telling.fact("title", "title", Telling.node(row.text("title")), found(row, "title"));
    if (row.has("authors")) {
      List<String> authors = row.texts("authors");
      telling.fact(
          "authors",
          "authors",
          row.value("authors"),
          authors.isEmpty() ? "unknown" : Words.joined(authors));
    }
    telling.fact(
        "published",
        "published",
        row.value("published"),
        row.has("published") ? found(row, "published") : "unknown");
    if (row.has("url")) {
      telling.fact("url", "URL", row.value("url"), row.text("url") + role(row));
    }
    telling.fact("publication", "publication", publication(row));
    telling.fact("kind", "kind", row.text("kind"));
    if (row.has("series")) {
      telling.fact(
          "series",
          "series",
          row.value("series"),
          row.text("series") + (row.has("part") ? ", part " + row.number("part") : ""));
    }
    telling.fact(
        "lang",
        "language",
        row.value("lang"),
        row.text("lang")
            + (row.has("lang_script") ? " in " + row.text("lang_script") : "")
            + (row.has("lang_confidence")
                ? ", " + Words.percent(row.decimal("lang_confidence")) + " sure"
                : ""));
    String text = row.text("text");
    telling.fact(
        "chars",
        "text",
        Telling.node((long) text.codePointCount(0, text.length())),
        Words.count(text.codePointCount(0, text.length()), "character")
            + (row.has("sentences")
                ? ", " + Words.count(row.number("sentences"), "sentence")
                : ""));
    telling.fact("begins", "begins", Words.head(text, 160));
    telling.fact("editor_note", "editor's note", Words.head(row.text("editor_note"), 200));
  }

  void tellLinks(Row row, Telling telling) throws IOException {
    List<Row> links = row.structs("links");
    if (links.isEmpty()) {
      return;
    }
    telling.section("links", "Links");
    Map<String, Integer> byRole = new LinkedHashMap<>();
    links.forEach(link -> byRole.merge(link.text("role"), 1, Integer::sum));
    List<String> counts = new ArrayList<>();
    byRole.forEach((role, count) -> counts.add(count + " " + role));
    telling.say(
        "summary",
        Words.joined(counts)
            + (links.size() > MOST_LINKS ? "; the first " + MOST_LINKS : "")
            + ".");
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Row link : links.subList(0, Math.min(MOST_LINKS, links.size()))) {
      rows.add(List.of(link.value("role"), Telling.node(link.text("text")), link.value("url")));
    }
    telling.table("links", List.of("role", "text", "url"), rows);
  }

  /** The value, how it was found, and how it was printed where that says more. */
  private static String found(Row row, String column) {
    String value = row.text(column);
    String raw = row.text(column + "_raw");
    String origin = row.text(column + "_origin");
    return value
        + (origin.isEmpty() ? "" : " (" + origin)
        + (!origin.isEmpty() && !raw.isEmpty() && !raw.equals(value)
            ? ", printed as " + Words.quoted(raw, 120)
            : "")
        + (origin.isEmpty() ? "" : ")");
  }

  private static String role(Row row) {
    return switch (row.text("url_role")) {
      case "self" -> " (this text is published there)";
      case "subject" -> " (the text is about it, so it is no key for duplicates)";
      default -> "";
    };
  }

  private static String publication(Row row) {
    return row.text("publication") + (row.has("issue") ? ", issue " + row.text("issue") : "");
  }
}
