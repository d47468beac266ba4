package io.winnow.explain;

import io.winnow.dedupe.Comparison;
import io.winnow.dedupe.Comparison.Finding;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Why two pieces were joined, or were not. */
final class PairStory {
  private final Finder finder;
  private final Runs runs;

  PairStory(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  void tell(Row one, Row other, Telling telling) throws IOException, SQLException {
    PairChapter chapter = new PairChapter(finder, runs);
    telling.answer(verdict(one, other, chapter));
    telling.section("pair", "Side by side");
    if (one.kind().equals("reject") || other.kind().equals("reject")) {
      telling.say("no_text", "A reject has no cleaned text to compare.");
    } else {
      chapter.tell(one, other, telling);
    }
  }

  /** How a duplicate was told. */
  static String method(Row duplicate) {
    return switch (duplicate.text("method")) {
      case "exact" -> "the same text";
      case "url" -> "same URL, similarity " + Words.score(duplicate.decimal("similarity"));
      default -> "nearly the same text, similarity " + Words.score(duplicate.decimal("similarity"));
    };
  }

  private String verdict(Row one, Row other, PairChapter chapter) throws SQLException {
    if (one.id().equals(other.id())) {
      return "Both are one and the same piece.";
    }
    if (one.kind().equals("reject") || other.kind().equals("reject")) {
      Row reject = one.kind().equals("reject") ? one : other;
      return "Not joined: "
          + Row.brief(reject.id())
          + " is a reject ("
          + reject.text("reason")
          + "), which was stopped before anything was compared.";
    }
    if (isOf(one, other)) {
      return joined(one, other);
    } else if (isOf(other, one)) {
      return joined(other, one);
    }
    if (one.kind().equals("duplicate")
        && one.text("duplicate_of").equals(other.text("duplicate_of"))) {
      return "Joined through a third: both repeat article "
          + Row.brief(one.text("duplicate_of"))
          + ". A duplicate names the first article of the order that it repeats, not other duplicates.";
    }
    return "Not joined: " + apart(one, other, chapter.compare(one, other));
  }

  private static boolean isOf(Row duplicate, Row article) {
    return duplicate.text("duplicate_of").equals(article.id());
  }

  private static String joined(Row duplicate, Row article) {
    return "Joined: "
        + Row.brief(duplicate.id())
        + " repeats article "
        + Row.brief(article.id())
        + " ("
        + method(duplicate)
        + ").";
  }

  private String apart(Row one, Row other, Optional<Comparison> compared) {
    Finding finding = compared.map(Comparison::finding).orElse(null);
    if (finding == Finding.BELOW_THRESHOLD) {
      return "the texts are too different." + others(one, other);
    } else if (finding == Finding.PARTS_OF_A_SERIES) {
      return "they are different parts of one series." + others(one, other);
    } else if (finding == Finding.TOO_SHORT) {
      return "a text so short is a duplicate only of an equal one." + others(one, other);
    } else if (finding == Finding.NEVER_MET) {
      return "they are similar enough, but were never compared." + others(one, other);
    }
    Row later = one.number("sequence") > other.number("sequence") ? one : other;
    Row earlier = later == one ? other : one;
    if (!runs.compares(later.run())) {
      return "run " + later.run() + " had --dedupe=none.";
    }
    boolean seen =
        later.run().equals(earlier.run())
            || runs.find(later.run())
                .map(run -> run.history().containsKey(earlier.run()))
                .orElse(true);
    if (!seen) {
      return "run " + later.run() + " had not seen run " + earlier.run() + ".";
    }
    String others = others(one, other);
    return others.isEmpty()
        ? "both are published, though they are similar: what was published is never withdrawn."
        : "they belong to different clusters." + others;
  }

  /** Each repeats another head. */
  private static String others(Row one, Row other) {
    StringBuilder text = new StringBuilder();
    for (Row row : List.of(one, other)) {
      if (row.kind().equals("duplicate")) {
        text.append(' ').append(Row.brief(row.id())).append(" repeats another article, ");
        text.append(Row.brief(row.text("duplicate_of")))
            .append(" (")
            .append(method(row))
            .append(").");
      }
    }
    return text.toString();
  }
}
