package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.tag.TagReasons;
import io.winnow.tag.TagReasons.Mention;
import io.winnow.tag.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which section, tags and keywords an article got, and why. */
final class TagsChapter {
  private static final int MOST_TERMS = 8;

  private final Runs runs;

  TagsChapter(Runs runs) {
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException {
    telling.section("tags", "How it was tagged");
    telling.fact(
        "section",
        "section",
        row.value("section"),
        row.text("section") + ", score " + Words.score(row.decimal("section_score")));
    telling.fact("tags", "tags", row.value("tags"), scored(row.structs("tags"), "tag"));
    reasons(row, telling);
    telling.fact(
        "keywords", "keywords", row.value("keywords"), scored(row.structs("keywords"), "term"));
  }

  private static String scored(List<Row> all, String name) {
    List<String> names = new ArrayList<>();
    all.forEach(each -> names.add(each.text(name) + " " + Words.score(each.decimal("score"))));
    return names.isEmpty() ? "none" : Words.joined(names);
  }

  /** By the bundled taxonomy: that of a file is not part of the output. */
  private void reasons(Row row, Telling telling) throws IOException {
    String model = runs.option(row.run(), "sectionModel");
    if (!model.isEmpty()) {
      telling.fact(
          "section_model",
          "  chosen by",
          "%s, SHA-256 %s".formatted(model, runs.option(row.run(), "sectionModelSha256")));
    }
    String file = runs.option(row.run(), "taxonomy");
    if (!file.isEmpty()) {
      telling.fact("taxonomy", "taxonomy", file);
      return;
    }
    TagReasons reasons = TagReasons.of(Taxonomy.bundled(), row.text("title"), row.text("text"));
    List<List<JsonNode>> rows = new ArrayList<>();
    reasons.section(row.text("section")).stream()
        .limit(model.isEmpty() ? MOST_TERMS : 0)
        .forEach(mention -> rows.add(cells("section", mention)));
    for (Row tag : row.structs("tags")) {
      reasons.tag(tag.text("tag")).ifPresent(mention -> rows.add(cells("tag", mention)));
    }
    if (!rows.isEmpty()) {
      telling.table(
          "reasons", List.of("speaks for", "named", "in title", "in lead", "in all"), rows);
    }
  }

  private static List<JsonNode> cells(String what, Mention mention) {
    return List.of(
        Telling.node(what),
        Telling.node(mention.name()),
        Telling.node((long) mention.title()),
        Telling.node((long) mention.lead()),
        Telling.node((long) mention.all()));
  }
}
