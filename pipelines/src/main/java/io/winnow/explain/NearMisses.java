package io.winnow.explain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What may have been meant where nothing was found, and what to do. */
final class NearMisses {
  private static final int SHOWN = 5;

  /** Every piece with an id, whatever became of it. */
  private static final String ALL =
      "(SELECT id, url, title FROM published_articles UNION ALL SELECT id, url, title FROM duplicates"
          + " UNION ALL SELECT id, url, title FROM rejects)";

  private final Finder finder;

  NearMisses(Finder finder) {
    this.finder = finder;
  }

  /** Sentences and lines for people. */
  String of(Question question) throws SQLException {
    if (question instanceof Question.Id id) {
      return nothing(question, "an id that begins so", ids(id))
          + "Ids are 32 hex digits; "
          + Question.LEAST_DIGITS
          + " or more of the first will do. They change when a source is renamed or the piece changes.";
    } else if (question instanceof Question.Url url) {
      return nothing(question, "that URL, as its own or as a link", urls(url))
          + "Pieces without a URL of their own are found by source_uri#ordinal, source_uri:LINE or id.";
    } else if (question instanceof Question.Line line) {
      String between = between(line);
      if (!between.isEmpty()) {
        return between;
      }
      return nothing(question, "that source", sources(line.source())) + BY_SOURCE;
    } else if (question instanceof Question.Piece piece) {
      List<Row> known =
          finder.rows(
              "SELECT source_uri, max(split) AS n FROM ledger WHERE "
                  + Finder.SOURCE
                  + " GROUP BY ALL",
              piece.source(),
              piece.source());
      if (!known.isEmpty()) {
        Row source = known.get(0);
        return source.text("source_uri")
            + " has "
            + Words.count(source.number("n"), "piece")
            + (source.number("n") == 0 ? "." : ", #0 to #" + (source.number("n") - 1) + ".");
      }
      return nothing(question, "that source", sources(piece.source())) + BY_SOURCE;
    }
    Question.Source source = (Question.Source) question;
    List<Row> status =
        finder.rows(
            "SELECT run_id, status, source_uri FROM ledger WHERE " + Finder.SOURCE,
            source.source(),
            source.source());
    if (!status.isEmpty()) {
      return "no piece was split out of "
          + source.source()
          + ": "
          + status.get(0).text("status")
          + " in run "
          + status.get(0).run();
    }
    return nothing(question, "that id, URL, source or title", sources(source.source()))
        + BY_SOURCE
        + "\nArticles by a word of their text: ./winnow query --output=DIR \"select id, title from articles where"
        + " contains(text, '...')\"";
  }

  private static final String BY_SOURCE =
      "Sources are named by their path below the common folder of the inputs; all of them:"
          + " ./winnow query --output=DIR \"select distinct source_uri from ledger\"";

  private static String nothing(Question question, String what, List<String> near) {
    StringBuilder text =
        new StringBuilder("nothing that is published has ").append(what).append(": ");
    text.append(Words.head(question.typed(), 200)).append('\n');
    if (!near.isEmpty()) {
      text.append("The nearest are\n");
      near.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  private List<String> ids(Question.Id id) throws SQLException {
    List<String> lines = new ArrayList<>();
    int digits = id.prefix().length();
    for (Row row :
        finder.rows(
            "SELECT DISTINCT id, title, levenshtein(left(id, ?), ?) AS edits FROM "
                + ALL
                + " WHERE edits * 3 <= ? ORDER BY edits, id LIMIT ?",
            digits,
            id.prefix(),
            digits,
            SHOWN)) {
      lines.add(row.id() + "  " + Words.head(row.text("title"), 60));
    }
    return lines;
  }

  private List<String> urls(Question.Url url) throws SQLException {
    String key = url.key();
    String host = key.substring(0, key.indexOf('/') < 0 ? key.length() : key.indexOf('/'));
    return finder
        .rows(
            "SELECT DISTINCT url, levenshtein(url, ?) AS edits FROM "
                + ALL
                + " WHERE contains(lower(url), lower(?)) AND length(url) < 500 ORDER BY edits, url LIMIT ?",
            Words.head(url.url(), 500),
            host,
            SHOWN)
        .stream()
        .map(row -> row.text("url"))
        .toList();
  }

  private List<String> sources(String source) throws SQLException {
    return finder
        .rows(
            "SELECT DISTINCT source_uri, levenshtein(source_uri, ?) AS edits FROM ledger"
                + " WHERE edits * 2 <= greatest(length(source_uri), length(?)) OR ends_with(source_uri, '/' || ?)"
                + " ORDER BY edits, source_uri LIMIT ?",
            Words.head(source, 500),
            Words.head(source, 500),
            Words.head(source, 500),
            SHOWN)
        .stream()
        .map(row -> row.text("source_uri"))
        .toList();
  }

  /** A line of a known source that is in no piece. */
  private String between(Question.Line line) throws SQLException {
    List<Row> source =
        finder.rows(
            "SELECT source_uri, lines_frame FROM ledger WHERE " + Finder.SOURCE,
            line.source(),
            line.source());
    if (source.isEmpty()) {
      return "";
    }
    List<Row> around = new ArrayList<>();
    around.addAll(nearest(line, "end_line < ? ORDER BY end_line DESC"));
    around.addAll(nearest(line, "start_line > ? ORDER BY start_line"));
    StringBuilder text =
        new StringBuilder("line ")
            .append(line.line())
            .append(" of ")
            .append(source.get(0).text("source_uri"))
            .append(
                " lies in no piece: it is blank, stands between pieces as a heading of a digest does,")
            .append(" or the source has no lines.\n");
    for (Row row : around) {
      text.append("  ").append(Row.brief(row.id())).append("  ").append(row.place()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private List<Row> nearest(Question.Line line, String condition) throws SQLException {
    return finder.rows(
        "SELECT * FROM (SELECT id, source_uri, source_ordinal, start_line, end_line FROM"
            + " published_articles UNION ALL SELECT id, source_uri, source_ordinal, start_line, end_line"
            + " FROM duplicates UNION ALL SELECT id, source_uri, source_ordinal, start_line, end_line FROM"
            + " rejects) WHERE "
            + Finder.SOURCE
            + " AND "
            + condition
            + " LIMIT 1",
        line.source(),
        line.source(),
        line.line());
  }
}
