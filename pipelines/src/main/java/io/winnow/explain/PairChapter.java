package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.winnow.dedupe.Comparison;
import io.winnow.dedupe.Comparison.Finding;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.Similarity;
import io.winnow.schema.Fingerprint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two texts side by side: how they met, what was measured, which stays, where they differ. */
final class PairChapter {
  private static final int PLACES = 4;
  private static final int HEAD = 120;

  private final Finder finder;
  private final Runs runs;

  PairChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  /** The comparison as deduplication makes it; empty where a fingerprint is missing or too old. */
  Optional<Comparison> compare(Row one, Row other) throws SQLException {
    Optional<Fingerprint> a = fingerprint(one);
    Optional<Fingerprint> b = fingerprint(other);
    return a.isPresent() && b.isPresent() && a.get().getVersion() == b.get().getVersion()
        ? Optional.of(
            Comparison.of(a.get(), one.text("text"), b.get(), other.text("text"), spec(one, other)))
        : Optional.empty();
  }

  /** Tells it; both rows are whole. */
  void tell(Row one, Row other, Telling telling) throws IOException, SQLException {
    sides(one, other, telling);
    Optional<Comparison> compared = compare(one, other);
    if (compared.isEmpty()) {
      telling.say(
          "no_figures",
          "The fingerprints of both, of one version, are not in the output, so what was measured is not known.");
    } else {
      figures(compared.get(), one, other, telling);
    }
    wording(one, other, telling);
  }

  private static void sides(Row one, Row other, Telling telling) throws IOException {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Row row : List.of(one, other)) {
      String text = row.text("text");
      rows.add(
          List.of(
              Telling.node(row == one ? "one" : "other"),
              row.value("id"),
              Telling.node(row.kind()),
              Telling.node(row.run()),
              Telling.node((long) text.codePointCount(0, text.length())),
              Telling.node(row.place()),
              Telling.node(row.text("title"))));
    }
    telling.table(
        "texts", List.of("text", "id", "what", "run", "characters", "place", "title"), rows);
  }

  private void figures(Comparison compared, Row one, Row other, Telling telling)
      throws IOException, SQLException {
    DedupeSpec spec = spec(one, other);
    telling.fact("met", "how they met", met(compared));
    telling.fact(
        "finding",
        "decision",
        Telling.node(compared.finding().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        decision(compared, spec));
    if (compared.finding() == Finding.SAME_TEXT || compared.finding() == Finding.SIMILAR) {
      Fingerprint a = fingerprint(one).orElseThrow();
      Fingerprint b = fingerprint(other).orElseThrow();
      WhoStays order = new WhoStays(spec.seniority());
      boolean first = order.isFirst(a, b);
      telling.fact(
          "stays",
          "who stays",
          Telling.node(first ? a.getId() : b.getId()),
          order.reason(first ? a : b, first ? b : a));
    }
    if (compared.estimated() != null || compared.exact() != null) {
      measures(compared, spec, telling);
    }
  }

  private static String met(Comparison compared) {
    List<String> ways = new ArrayList<>();
    if (compared.finding() == Finding.SAME_TEXT) {
      ways.add(
          "by equal texts, once width, case, punctuation, white space and traditional characters are folded");
    } else if (compared.bandsMet() > 0) {
      ways.add(
          "by their wording: sketches agree in %d of %d bands, one is enough to be compared"
              .formatted(compared.bandsMet(), compared.bands()));
    }
    if (compared.sameUrl()) {
      ways.add("by one URL of their own");
    }
    return ways.isEmpty() ? "not at all: no band agrees, and no URL" : String.join("; ", ways);
  }

  private static String decision(Comparison compared, DedupeSpec spec) {
    return switch (compared.finding()) {
      case PARTS_OF_A_SERIES ->
          "different parts of one series never repeat one another, whatever they share";
      case SAME_TEXT -> "the same text, so one repeats the other";
      case TOO_SHORT ->
          "one of them is too short to be told by its wording; such texts are duplicates only when equal, and"
              + " these are not";
      case BELOW_THRESHOLD -> "different texts: " + below(compared, spec);
      case NEVER_MET ->
          above(compared, spec)
              + ", but the two were never compared; of such pairs "
              + Words.percent(compared.chance() == null ? 0 : compared.chance())
              + " are";
      case SIMILAR -> "one repeats the other: " + above(compared, spec);
    };
  }

  private static String above(Comparison compared, DedupeSpec spec) {
    Similarity similarity = compared.estimated();
    if (similarity == null) {
      return "";
    }
    return compared.isByContainment(spec)
        ? "containment %s is %s above the threshold %s"
            .formatted(
                Words.score(similarity.containment()),
                Words.score(similarity.containment() - spec.contained()),
                Words.score(spec.contained()))
        : "Jaccard %s is %s above the threshold %s"
            .formatted(
                Words.score(similarity.jaccard()),
                Words.score(similarity.jaccard() - spec.near()),
                Words.score(spec.near()));
  }

  private static String below(Comparison compared, DedupeSpec spec) {
    Similarity similarity = compared.estimated();
    if (similarity == null) {
      return "";
    }
    String jaccard =
        "Jaccard %s is %s below the threshold %s, and "
            .formatted(
                Words.score(similarity.jaccard()),
                Words.score(spec.near() - similarity.jaccard()),
                Words.score(spec.near()));
    return jaccard
        + (similarity.sizeRatio() < spec.containedSize()
            ? "containment does not count, because the shorter has %s of the longer one's wording and %s are needed"
                .formatted(
                    Words.percent(similarity.sizeRatio()), Words.percent(spec.containedSize()))
            : "containment %s is %s below %s"
                .formatted(
                    Words.score(similarity.containment()),
                    Words.score(spec.contained() - similarity.containment()),
                    Words.score(spec.contained())));
  }

  private static void measures(Comparison compared, DedupeSpec spec, Telling telling)
      throws IOException {
    Similarity estimated = compared.estimated();
    Similarity exact = compared.exact();
    telling.table(
        "measures",
        List.of("measure", "estimated", "exact", "threshold", "meaning"),
        List.of(
            List.of(
                Telling.node("jaccard"),
                node(estimated == null ? null : estimated.jaccard()),
                node(exact == null ? null : exact.jaccard()),
                Telling.node(spec.near()),
                Telling.node(
                    "share of the wording of both (%s and %s shingles) that both have"
                        .formatted(
                            Words.count(compared.shingles()), Words.count(compared.others())))),
            List.of(
                Telling.node("containment"),
                node(estimated == null ? null : estimated.containment()),
                node(exact == null ? null : exact.containment()),
                Telling.node(spec.contained()),
                Telling.node("share of the shorter text that lies in the longer one")),
            List.of(
                Telling.node("size"),
                node(estimated == null ? null : estimated.sizeRatio()),
                node(exact == null ? null : exact.sizeRatio()),
                Telling.node(spec.containedSize()),
                Telling.node(
                    "the shorter against the longer; below it, containment does not count"))));
  }

  private static JsonNode node(@Nullable Double value) {
    return value == null ? NullNode.getInstance() : Telling.node(value);
  }

  private static void wording(Row one, Row other, Telling telling) throws IOException {
    Alignment alignment = Alignment.of(one.text("text"), other.text("text"));
    List<Alignment.Passage> passages = alignment.passages(PLACES);
    int differences = alignment.differences();
    telling.say(
        "alignment",
        "%s of %d and %d sentences are alike%s.%s%s"
            .formatted(
                alignment.common() == 0 ? "None" : String.valueOf(alignment.common()),
                alignment.sentences(),
                alignment.otherSentences(),
                alignment.isCut() ? " at the beginning of these long texts" : "",
                differences > PLACES
                    ? " The first " + PLACES + " of " + differences + " differences follow."
                    : "",
                passages.stream().anyMatch(Alignment.Passage::marked)
                    ? " [Brackets] show what differs."
                    : ""));
    telling.passages(
        "passages",
        alignment.common() == 0 && passages.stream().noneMatch(Alignment.Passage::marked)
            ? heads(passages)
            : passages);
  }

  /** Of texts that have nothing in common the beginnings will do. */
  private static List<Alignment.Passage> heads(List<Alignment.Passage> passages) {
    return passages.stream()
        .map(each -> new Alignment.Passage(each.what(), Words.head(each.text(), HEAD), false))
        .toList();
  }

  /** What was in force where the later of the two was decided. */
  private DedupeSpec spec(Row one, Row other) {
    return runs.dedupe(one.number("sequence") > other.number("sequence") ? one.run() : other.run());
  }

  private Optional<Fingerprint> fingerprint(Row row) throws SQLException {
    return finder
        .rows("SELECT * FROM fingerprints WHERE id = ? AND run_id = ?", row.id(), row.run())
        .stream()
        .findFirst()
        .map(Row::fingerprint);
  }
}
