package io.winnow.explain;

import io.winnow.query.Corpus;
import io.winnow.write.Dataset;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds articles, duplicates and rejects over all runs. */
final class Finder {
  /** More are not listed. */
  static final int MOST = 1_000;

  private static final String COLUMNS =
      "run_id, id, first_seen, source_uri, source_ordinal, start_line, end_line, url, title";
  private static final Pattern WORD = Pattern.compile("[a-z0-9]{2,}");

  private final Corpus corpus;
  private final Map<String, List<Row>> byUrl = new HashMap<>();

  Finder(Corpus corpus) {
    this.corpus = corpus;
  }

  /** What the question names, in the order of runs and sources. */
  List<Row> find(Question question) throws SQLException {
    if (question instanceof Question.Id id) {
      return where("starts_with(id, ?)", id.prefix());
    } else if (question instanceof Question.Url url) {
      return atUrl(url.url());
    } else if (question instanceof Question.Piece piece) {
      return where(
          SOURCE + " AND source_ordinal = ?", piece.source(), piece.source(), piece.ordinal());
    } else if (question instanceof Question.Line line) {
      return where(
          SOURCE + " AND ? BETWEEN start_line AND end_line",
          line.source(),
          line.source(),
          line.line());
    }
    Question.Source source = (Question.Source) question;
    return where(SOURCE, source.source(), source.source());
  }

  /** A source by its name below the common folder of the inputs, or by a longer path to it. */
  static final String SOURCE = "(source_uri = ? OR ends_with(?, '/' || source_uri))";

  /** All that have this URL in any of its forms. */
  List<Row> atUrl(String url) throws SQLException {
    String key = Question.Url.keyOf(url);
    List<Row> known = byUrl.get(key);
    if (known == null) {
      List<String> forms = forms(key);
      known =
          forms.isEmpty()
              ? List.of()
              : where(
                  "url IN (" + String.join(", ", Collections.nCopies(forms.size(), "?")) + ")",
                  forms.toArray());
      byUrl.put(key, known);
    }
    return known;
  }

  /** The URLs that are published and have the key. */
  private List<String> forms(String key) throws SQLException {
    String word = longestWord(key);
    return rows(
            """
            SELECT DISTINCT url FROM (
              SELECT url FROM published_articles WHERE contains(lower(url), ?)
              UNION ALL SELECT url FROM duplicates WHERE contains(lower(url), ?)
              UNION ALL SELECT url FROM rejects WHERE contains(lower(url), ?)) ORDER BY url""",
            word,
            word,
            word)
        .stream()
        .map(row -> row.text("url"))
        .filter(form -> Question.Url.keyOf(form).equals(key))
        .limit(MOST)
        .toList();
  }

  /** Articles that link to it. */
  List<Row> linkingTo(String url) throws SQLException {
    String key = Question.Url.keyOf(url);
    String word = longestWord(key);
    return rows(
            """
            SELECT 'article' AS what, sequence, a.run_id, id, first_seen, source_uri, source_ordinal,
                start_line, end_line, url, title, list_transform(links, x -> x.url) AS targets
            FROM published_articles a JOIN runs USING (run_id)
            WHERE len(list_filter(links, x -> contains(lower(x.url), ?))) > 0
            ORDER BY sequence, source_uri, source_ordinal, id LIMIT ?""",
            word,
            10 * MOST)
        .stream()
        .filter(row -> row.texts("targets").stream().map(Question.Url::keyOf).anyMatch(key::equals))
        .limit(MOST)
        .toList();
  }

  /** Rows of the three datasets that fulfil a condition on the columns that all of them have. */
  List<Row> where(String condition, Object... values) throws SQLException {
    Object[] thrice = new Object[3 * values.length + 1];
    for (int i = 0; i < 3 * values.length; i++) {
      thrice[i] = values[i % values.length];
    }
    thrice[3 * values.length] = MOST;
    return rows(
        "SELECT what, sequence, found.* EXCLUDE (what) FROM ("
            + select("article", "published_articles", "NULL, NULL, NULL", condition)
            + " UNION ALL "
            + select("duplicate", "duplicates", "duplicate_of, method, NULL", condition)
            + " UNION ALL "
            + select("reject", "rejects", "NULL, NULL, reason", condition)
            + ") found(what, "
            + COLUMNS
            + ", duplicate_of, method, reason) JOIN runs USING (run_id)"
            + " ORDER BY sequence, source_uri, source_ordinal, what, id LIMIT ?",
        thrice);
  }

  /** The whole row. */
  Row whole(Row found) throws SQLException {
    String dataset = found.kind().equals("article") ? "published_articles" : found.kind() + "s";
    Row row =
        rows("SELECT * FROM " + dataset + " WHERE id = ? AND run_id = ?", found.id(), found.run())
            .get(0);
    row.json().put("what", found.kind()).put("sequence", found.number("sequence"));
    return row;
  }

  /** What SQL calls a dataset of some runs alone. */
  String table(Dataset<?> dataset, List<String> runs) {
    return corpus.table(dataset, runs);
  }

  /** Any rows. */
  List<Row> rows(String sql, Object... values) throws SQLException {
    return corpus.rows(sql, values).stream().map(Row::new).toList();
  }

  private static String select(String what, String dataset, String more, String condition) {
    return "SELECT '"
        + what
        + "', "
        + COLUMNS
        + ", "
        + more
        + " FROM "
        + dataset
        + " WHERE "
        + condition;
  }

  /** What every form of the URL has, whatever its host: enough to read few rows. */
  private static String longestWord(String key) {
    String path = key.contains("/") ? key.substring(key.indexOf('/')) : key;
    Matcher words = WORD.matcher(path.toLowerCase(Locale.ROOT));
    return words
        .results()
        .map(word -> word.group())
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
