package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.schema.Article;
import io.winnow.tag.TagReasons;
import io.winnow.tag.TagReasons.Mention;
import io.winnow.tag.TagReasons.Rated;
import io.winnow.tag.Taxonomy;
import io.winnow.tag.section.SectionModel;
import io.winnow.tag.section.SectionReasons;
import io.winnow.tag.section.SectionReasons.Spoken;
import io.winnow.tag.section.SectionText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an article is in its section: by a heading, by what speaks for it, or by a model. */
final class SectionChapter {
  private static final int MOST_TERMS = 8;
  private static final int MOST_SECTIONS = 4;
  private static final int MOST_SPOKEN = 10;

  private final Runs runs;
  private final GivenFiles files;

  SectionChapter(Runs runs, GivenFiles files) {
    this.runs = runs;
    this.files = files;
  }

  void tell(Row row, Article article, @Nullable TagReasons reasons, Telling telling)
      throws IOException {
    telling.fact(
        "section",
        "section",
        row.value("section"),
        row.text("section") + ", score " + Words.score(row.decimal("section_score")));
    telling.data(row, List.of("section_score"));
    if (!runs.option(row.run(), "sectionModel").isEmpty()) {
      byModel(row, article, telling);
    } else if (reasons != null) {
      byTaxonomy(row, article, reasons, telling);
    }
  }

  private static void byTaxonomy(Row row, Article article, TagReasons reasons, Telling telling)
      throws IOException {
    String section = row.text("section");
    if (!reasons.sectionAgain().equals(section)) {
      telling.say(
          "section_differs",
          "Measured again by this version of Winnow it is in "
              + reasons.sectionAgain()
              + ", so the figures may not be those that decided.");
    }
    if (reasons.isByHeading()) {
      telling.fact(
          "section_by",
          "  because",
          "the headings that it stood under name it ("
              + String.join(" › ", article.getSourcePath())
              + "), and headings decide alone");
      return;
    }
    List<Rated> rated = reasons.sections();
    telling.fact("section_by", "  because", because(section, rated) + (rated.isEmpty() ? "" : ":"));
    if (rated.isEmpty()) {
      return;
    }
    telling.table(
        "sections",
        List.of("section", "points", "by its form", "by its host"),
        rated.stream().limit(MOST_SECTIONS).map(SectionChapter::cells).toList());
    List<Mention> mentions =
        reasons.section(section.equals(Taxonomy.OTHER) ? rated.get(0).path() : section);
    if (!mentions.isEmpty()) {
      telling.table(
          "reasons",
          List.of("what is named", "points", "in title", "at beginning", "times", "first at"),
          mentions.stream().limit(MOST_TERMS).map(each -> cells(article, each)).toList());
    }
  }

  private static String because(String section, List<Rated> rated) {
    String needed = Words.measure(TagReasons.LEAST_OF_A_SECTION);
    if (rated.isEmpty()) {
      return "nothing in it speaks for a section";
    }
    return section.equals(Taxonomy.OTHER)
        ? "no section has the " + needed + " points that it needs"
        : "it has most points, and at least "
            + needed
            + "; the score is its share of its own points, those of the next, and "
            + needed;
  }

  private static List<JsonNode> cells(Rated section) {
    return List.of(
        Telling.node(section.path()),
        Telling.node(section.points()),
        Telling.node(section.byKind()),
        Telling.node(section.bySite()));
  }

  private static List<JsonNode> cells(Article article, Mention mention) {
    String place = TagsChapter.places(article.getText(), mention.places());
    return List.of(
        Telling.node(mention.name()),
        Telling.node(mention.points()),
        Telling.node((long) mention.title()),
        Telling.node((long) mention.lead()),
        Telling.node((long) mention.all()),
        Telling.node(place.split("; ", 2)[0]));
  }

  private void byModel(Row row, Article article, Telling telling) throws IOException {
    telling.fact(
        "section_model",
        "  chosen by",
        "the model %s, SHA-256 %s"
            .formatted(
                runs.option(row.run(), "sectionModel"),
                Words.head(runs.option(row.run(), "sectionModelSha256"), 12)));
    GivenFiles.Known<SectionModel> model =
        GivenFiles.of(runs, row.run(), "sectionModel", files.sections());
    if (model.value() == null) {
      telling.say("model_missing", model.missing());
      return;
    }
    SectionReasons reasons = model.value().reasons(SectionText.of(article));
    telling.say(
        "model_meaning",
        "How likely the model finds each label"
            + (reasons.labels().get(0).label().equals(row.text("section"))
                ? ", asked again, with the same answer:"
                : "; asked again, it gives another answer than the run did:"));
    telling.table(
        "labels",
        List.of("label", "likely"),
        reasons.labels().stream()
            .limit(MOST_SECTIONS)
            .map(
                each ->
                    List.<JsonNode>of(Telling.node(each.label()), Telling.node(each.probability())))
            .toList());
    if (reasons.labels().size() > 1) {
      spoken(reasons, telling);
    }
  }

  private static void spoken(SectionReasons reasons, Telling telling) throws IOException {
    String first = reasons.labels().get(0).label();
    String second = reasons.labels().get(1).label();
    telling.fact(
        "spoke_for",
        "for " + Words.head(first, 12),
        "rather than " + second + ": " + words(reasons, 1));
    telling.fact("spoke_against", "against", "and for " + second + ": " + words(reasons, -1));
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Spoken each : reasons.evidence()) {
      rows.add(
          List.of(
              Telling.node(name(each)),
              Telling.node(String.join(", ", each.where())),
              Telling.node(each.weight())));
    }
    telling.data("spoken", List.of("what", "where", "weight"), rows);
  }

  /** The strongest of one sign, with their weights. */
  private static String words(SectionReasons reasons, int sign) {
    List<String> words = new ArrayList<>();
    reasons.evidence().stream()
        .filter(each -> each.weight() * sign > 0)
        .limit(MOST_SPOKEN)
        .forEach(each -> words.add(name(each) + " " + Words.score(Math.abs(each.weight()))));
    return words.isEmpty() ? "nothing" : Words.joined(words);
  }

  private static String name(Spoken spoken) {
    String what = spoken.what();
    if (what.isEmpty()) {
      return "(shape of the text)";
    }
    if (spoken.where().contains("site")) {
      return "site " + what;
    } else if (spoken.where().contains("kind")) {
      return "form " + what;
    } else if (spoken.where().contains("links")) {
      return "link to " + what;
    }
    return what;
  }
}
