package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.story.StoryReasons;
import io.winnow.story.StoryReasons.Neighbour;
import io.winnow.story.StoryReasons.Standing;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The story of an article and why it is in it, or why it is in none. */
final class StoryChapter {
  private static final int SHOWN = 20;
  private static final int NEAREST = 5;

  private final Finder finder;
  private final Runs runs;
  private final StoryPeers peers;

  StoryChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
    this.peers = new StoryPeers(finder, runs);
  }

  void tell(Row row, Telling telling) throws IOException, SQLException {
    Row told = row.has("story_id") ? row : toldLater(row);
    if (told.has("story_id")) {
      inStory(row, told, telling);
    } else {
      inNone(row, telling);
    }
  }

  private void inStory(Row row, Row told, Telling telling) throws IOException, SQLException {
    List<Row> all = members(told.text("story_id"));
    telling.section("story", "Its story: articles on one event or product");
    telling.fact("story_id", "story", told.text("story_id"));
    telling.fact("story_label", "called", told.text("story_label"));
    if (!row.has("story_id")) {
      telling.say(
          "brought",
          "It was published without a story; run " + told.run() + " brought it into this one.");
    }
    Matches.tell(all, row, SHOWN, telling);
    if (!peers.read(told.run())) {
      telling.say("no_figures", StoryPeers.TOO_MANY);
      return;
    }
    StoryReasons reasons = peers.reasons();
    List<Neighbour> pairs = new ArrayList<>();
    for (Row member : all) {
      if (!member.id().equals(row.id())) {
        reasons.between(row.id(), member.id()).ifPresent(pairs::add);
      }
    }
    pairs.sort((a, b) -> Double.compare(b.score(), a.score()));
    telling.fact("about", "it is about", Words.joined(reasons.subjects(row.id())));
    strongest(pairs, telling);
    pairs("links", pairs, telling);
  }

  private static void strongest(List<Neighbour> pairs, Telling telling) throws IOException {
    Optional<Neighbour> best =
        pairs.stream()
            .filter(each -> each.standing().compareTo(Standing.MAY_JOIN) <= 0)
            .min(Comparator.comparing(each -> each.standing() == Standing.SERIES));
    if (best.isEmpty()) {
      telling.say(
          "why",
          "Measured again, no single pair reaches "
              + Words.measure(StoryReasons.LEAST_TO_JOIN)
              + ": it came in by what was counted then, or by an article that is not there any more.");
      return;
    }
    Neighbour link = best.get();
    telling.fact(
        "why",
        "why",
        Telling.node(link.id()),
        link.standing() == Standing.SERIES
            ? Row.brief(link.id()) + " is a part of the same series"
            : "with "
                + Row.brief(link.id())
                + " it scores "
                + Words.score(link.score())
                + (link.standing() == Standing.ONE_STORY
                    ? ", and from " + StoryReasons.LEAST + " on two articles are one story: "
                    : ", and from "
                        + StoryReasons.LEAST_TO_JOIN
                        + " on an article joins a story that there is: ")
                + names(link)
                + "; how alike their words are adds "
                + Words.score(link.words())
                + "; "
                + days(link));
  }

  private void inNone(Row row, Telling telling) throws IOException, SQLException {
    telling.section("story", "Its story: none");
    if (!peers.read(row.run())) {
      telling.say("no_figures", StoryPeers.TOO_MANY);
      return;
    }
    StoryReasons reasons = peers.reasons();
    if (!reasons.knows(row.id())) {
      telling.say(
          "unknown", "What it is about was not remembered by the run, so it cannot be compared.");
      return;
    }
    List<String> subjects = reasons.subjects(row.id());
    telling.fact(
        "about",
        "it is about",
        subjects.isEmpty() ? "no name that could tell a story" : Words.joined(subjects));
    List<Neighbour> nearest = reasons.nearest(row.id(), NEAREST);
    telling.say(
        "why",
        nearest.isEmpty()
            ? "No other article of the fortnight is about one of these names, as far as its run saw."
            : "Two articles of two sources are a story from "
                + StoryReasons.LEAST
                + " on, at most "
                + StoryReasons.MOST_DAYS
                + " days apart. The nearest of its fortnight:");
    if (!nearest.isEmpty()) {
      pairs("nearest", nearest, telling);
    }
  }

  private void pairs(String key, List<Neighbour> pairs, Telling telling) throws IOException {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Neighbour each : pairs.subList(0, Math.min(SHOWN, pairs.size()))) {
      rows.add(
          List.of(
              Telling.node(each.id()),
              Telling.node(each.score()),
              Telling.node(each.words()),
              Telling.node((long) each.days()),
              Telling.node(standing(each)),
              Telling.node(each.via()),
              Telling.node(peers.title(each.id()))));
    }
    telling.table(key, List.of("id", "score", "words", "days", "so", "by the name", "title"), rows);
  }

  private static String standing(Neighbour each) {
    return switch (each.standing()) {
      case SERIES -> "one series";
      case ONE_STORY -> each.apart() ? "other product" : "one story";
      case MAY_JOIN -> each.apart() ? "other product" : "may join";
      case BELOW -> "too little";
      case SAME_SOURCE -> "same source";
      case TOO_FAR -> "too far";
    };
  }

  private static String names(Neighbour link) {
    List<String> names = new ArrayList<>();
    for (StoryReasons.SharedName name : link.names()) {
      names.add(
          "“"
              + name.name()
              + "” ("
              + (name.mine().equals(name.theirs())
                  ? "in both " + name.mine()
                  : "here " + name.mine() + ", there " + name.theirs())
              + ")");
    }
    return "both are about " + String.join(", ", names);
  }

  private static String days(Neighbour link) {
    return Words.count(link.days(), "day") + " apart";
  }

  private List<Row> members(String story) throws SQLException {
    return finder.rows(
        """
        SELECT 'article' AS what, sequence, a.run_id, id, first_seen, source_uri, source_ordinal,
            start_line, end_line, url, title
        FROM articles a JOIN runs USING (run_id) WHERE story_id = ?
        ORDER BY sequence, source_uri, source_ordinal, id LIMIT ?""",
        story,
        SHOWN + 1);
  }

  /** What a later run said of it, with that run; no story where none did. */
  private Row toldLater(Row row) throws SQLException {
    List<String> later = runs.later(row.run(), StoryReasons.MOST_DAYS);
    if (later.isEmpty()) {
      return row;
    }
    return finder
        .rows(
            "SELECT run_id, story_id, story_label FROM "
                + finder.table(Dataset.FINGERPRINTS, later)
                + " JOIN runs USING (run_id) WHERE story_id = ? OR list_contains(story_earlier, ?)"
                + " ORDER BY story_id, story_label, sequence LIMIT 1",
            row.id(),
            row.id())
        .stream()
        .findFirst()
        .orElse(row);
  }
}
