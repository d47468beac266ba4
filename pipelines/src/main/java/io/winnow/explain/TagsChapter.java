package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.schema.Article;
import io.winnow.tag.TagReasons;
import io.winnow.tag.TagReasons.NamedTag;
import io.winnow.tag.TagReasons.Place;
import io.winnow.tag.TagSpec;
import io.winnow.tag.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which tags, section and keywords an article got, and by which of its words. */
final class TagsChapter {
  private static final int MOST_PLACES = 3;
  private static final int MOST_UNUSED = 5;
  private static final int AROUND = 24;

  private final Runs runs;
  private final GivenFiles files;

  TagsChapter(Runs runs, GivenFiles files) {
    this.runs = runs;
    this.files = files;
  }

  void tell(Row row, Telling telling) throws IOException {
    telling.section("tags", "How it was tagged");
    telling.fact("tags", "tags", row.value("tags"), scored(row.structs("tags"), "tag"));
    GivenFiles.Known<Taxonomy> taxonomy = taxonomy(row);
    Article article = row.article();
    TagReasons reasons = taxonomy.value() == null ? null : TagReasons.of(taxonomy.value(), article);
    if (reasons == null) {
      telling.say("taxonomy", taxonomy.missing());
    } else {
      tags(row, article, reasons, telling);
    }
    new SectionChapter(runs, files).tell(row, article, reasons, telling);
    telling.fact(
        "keywords", "keywords", row.value("keywords"), scored(row.structs("keywords"), "term"));
  }

  private GivenFiles.Known<Taxonomy> taxonomy(Row row) {
    return runs.option(row.run(), "taxonomy").isEmpty()
        ? new GivenFiles.Known<>(Taxonomy.bundled(), "")
        : GivenFiles.of(runs, row.run(), "taxonomy", files.taxonomy());
  }

  private static void tags(Row row, Article article, TagReasons reasons, Telling telling)
      throws IOException {
    List<String> published = row.structs("tags").stream().map(tag -> tag.text("tag")).toList();
    List<String> again =
        reasons.again(TagSpec.DEFAULT_MAX_TAGS).stream().map(tag -> tag.getTag()).toList();
    if (!published.equals(again)) {
      telling.say(
          "differs",
          "Measured again by this version of Winnow its tags are "
              + (again.isEmpty() ? "none" : Words.joined(again))
              + ", so the figures may not be those that decided.");
    }
    List<NamedTag> named = reasons.tags();
    List<NamedTag> used =
        named.stream().filter(tag -> published.contains(tag.mention().name())).toList();
    List<NamedTag> unused =
        named.stream()
            .filter(tag -> !published.contains(tag.mention().name()))
            .limit(MOST_UNUSED)
            .toList();
    if (!used.isEmpty()) {
      telling.say(
          "tags_meaning",
          "A name in the title counts 3, at the beginning 1.2, and the more the oftener it is used; from "
              + reasons.leastOfATag()
              + " on the score makes a tag, of the best at most "
              + TagSpec.DEFAULT_MAX_TAGS
              + ":");
      table("why_tags", used, telling);
      for (NamedTag tag : used) {
        telling.fact(
            "where_" + tag.mention().name(),
            tag.mention().name(),
            places(article.getText(), tag.mention().places()));
      }
    }
    if (!unused.isEmpty()) {
      telling.say("unused_meaning", "Named too, but too seldom, or others scored more:");
      table("unused_tags", unused, telling);
    }
  }

  private static void table(String key, List<NamedTag> tags, Telling telling) throws IOException {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (NamedTag tag : tags) {
      rows.add(
          List.of(
              Telling.node(tag.mention().name()),
              Telling.node(tag.score()),
              Telling.node(tag.title()),
              Telling.node(tag.lead()),
              Telling.node(tag.often()),
              Telling.node((long) tag.mention().all())));
    }
    telling.table(key, List.of("tag", "score", "title", "beginning", "often", "times"), rows);
  }

  /** The first places that name it, with the words around. */
  static String places(String text, List<Place> places) {
    List<String> shown = new ArrayList<>();
    List<Place> apart = places.stream().distinct().toList();
    for (Place place : apart.subList(0, Math.min(MOST_PLACES, apart.size()))) {
      shown.add(
          place.at() < 0
              ? "“" + place.written() + "” in the title"
              : "“"
                  + around(text, place)
                  + "” at character "
                  + Words.count(text.codePointCount(0, place.at())));
    }
    int more = apart.size() - shown.size();
    return String.join("; ", shown) + (more > 0 ? "; and " + Words.count(more) + " more" : "");
  }

  private static String around(String text, Place place) {
    int end = place.at() + place.written().length();
    int from = Math.max(0, place.at() - AROUND);
    int to = Math.min(text.length(), end + AROUND);
    from += from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
    to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
    return (from > 0 ? "…" : "")
        + text.substring(from, place.at())
        + "["
        + place.written()
        + "]"
        + text.substring(end, to)
        + (to < text.length() ? "…" : "");
  }

  private static String scored(List<Row> all, String name) {
    List<String> names = new ArrayList<>();
    all.forEach(each -> names.add(each.text(name) + " " + Words.score(each.decimal("score"))));
    return names.isEmpty() ? "none" : Words.joined(names);
  }
}
