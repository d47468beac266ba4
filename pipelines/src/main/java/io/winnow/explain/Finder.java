package io.winnow.explain;

import io.winnow.query.Corpus;
import io.winnow.write.Dataset;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds articles, duplicates and rejects over all runs. */
final class Finder {
  /** More are not listed. */
  static final int MOST = 1_000;

  private static final String COLUMNS =
      "run_id, id, first_seen, source_uri, source_ordinal, start_line, end_line, url, title";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  /** An encoded character, which some form may have as it is; and a host in Punycode. */
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}|xn--[a-z0-9-]+");

  private static final int MOST_WORDS = 12;
  private static final int ID_DIGITS = 32;

  /** Fewer characters are in too many titles. */
  private static final int LEAST_OF_A_TITLE = 4;

  private final Corpus corpus;
  private final Map<String, List<Row>> byUrl = new HashMap<>();
  private final Map<String, List<Row>> byId = new HashMap<>();

  Finder(Corpus corpus) {
    this.corpus = corpus;
  }

  /** What the question names, in the order of runs and sources. */
  List<Row> find(Question question) throws SQLException {
    if (question instanceof Question.Id id) {
      return id.prefix().length() == ID_DIGITS
          ? ofId(id.prefix())
          : where("starts_with(id, ?)", id.prefix());
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
    List<Row> pieces = where(SOURCE, source.source(), source.source());
    return pieces.isEmpty() ? titled(source.source()) : pieces;
  }

  /** All with this title, whatever its case; where there is none, all whose title has it. */
  private List<Row> titled(String title) throws SQLException {
    List<Row> exact = where("lower(title) = lower(?)", title);
    return exact.isEmpty() && title.codePointCount(0, title.length()) >= LEAST_OF_A_TITLE
        ? where("contains(lower(title), lower(?))", title)
        : exact;
  }

  /** All rows of a piece, which several runs may have read. */
  List<Row> ofId(String id) throws SQLException {
    List<Row> known = byId.get(id);
    if (known == null) {
      known = where("id = ?", id);
      byId.put(id, known);
    }
    return known;
  }

  /** A source by its name below the common folder of the inputs, or by a longer path to it. */
  static final String SOURCE = "(source_uri = ? OR ends_with(?, '/' || source_uri))";

  /** All that have this URL in any of its forms. */
  List<Row> atUrl(String url) throws SQLException {
    String key = Question.Url.keyOf(url);
    List<Row> known = byUrl.get(key);
    if (known == null) {
      known = ofKey(key);
      byUrl.put(key, known);
    }
    return known;
  }

  /** What has its words is looked at closely, and only those runs are read for whole rows. */
  private List<Row> ofKey(String key) throws SQLException {
    List<String> words = words(key);
    String all = all(words, "url");
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      values.addAll(words);
    }
    Set<String> forms = new TreeSet<>();
    Set<String> runs = new TreeSet<>();
    for (Row row :
        rows(
            "SELECT url, run_id FROM published_articles WHERE "
                + all
                + " UNION ALL SELECT url, run_id FROM duplicates WHERE "
                + all
                + " UNION ALL SELECT url, run_id FROM rejects WHERE "
                + all
                + " ORDER BY url, run_id",
            values.toArray())) {
      String url = row.text("url");
      if (Question.Url.keyOf(url).equals(key) && (forms.contains(url) || forms.size() < MOST)) {
        forms.add(url);
        runs.add(row.run());
      }
    }
    return forms.isEmpty()
        ? List.of()
        : where(
            List.copyOf(runs),
            "url IN (" + String.join(", ", Collections.nCopies(forms.size(), "?")) + ")",
            forms.toArray());
  }

  /** Articles that link to it. */
  List<Row> linkingTo(String url) throws SQLException {
    String key = Question.Url.keyOf(url);
    List<String> words = words(key);
    List<Object> values = new ArrayList<>(words);
    values.add(10 * MOST);
    return rows(
            """
            SELECT 'article' AS what, sequence, a.run_id, id, first_seen, source_uri, source_ordinal,
                start_line, end_line, url, title, list_transform(links, x -> x.url) AS targets
            FROM published_articles a JOIN runs USING (run_id)
            WHERE len(list_filter(links, x -> %s)) > 0
            ORDER BY sequence, source_uri, source_ordinal, id LIMIT ?"""
                .formatted(all(words, "x.url")),
            values.toArray())
        .stream()
        .filter(row -> row.texts("targets").stream().map(Question.Url::keyOf).anyMatch(key::equals))
        .limit(MOST)
        .toList();
  }

  /** Rows of the three datasets that fulfil a condition on the columns that all of them have. */
  List<Row> where(String condition, Object... values) throws SQLException {
    return read(List.of("published_articles", "duplicates", "rejects"), condition, values);
  }

  /** The same of some runs alone. */
  private List<Row> where(List<String> runs, String condition, Object... values)
      throws SQLException {
    return read(
        List.of(
            table(Dataset.ARTICLES, runs),
            table(Dataset.DUPLICATES, runs),
            table(Dataset.REJECTS, runs)),
        condition,
        values);
  }

  private List<Row> read(List<String> tables, String condition, Object[] values)
      throws SQLException {
    Object[] thrice = new Object[3 * values.length + 1];
    for (int i = 0; i < 3 * values.length; i++) {
      thrice[i] = values[i % values.length];
    }
    thrice[3 * values.length] = MOST;
    return rows(
        "SELECT what, sequence, found.* EXCLUDE (what) FROM ("
            + select("article", tables.get(0), "NULL, NULL, NULL", condition)
            + " UNION ALL "
            + select("duplicate", tables.get(1), "duplicate_of, method, NULL", condition)
            + " UNION ALL "
            + select("reject", tables.get(2), "NULL, NULL, reason", condition)
            + ") found(what, "
            + COLUMNS
            + ", duplicate_of, method, reason) JOIN runs USING (run_id)"
            + " ORDER BY sequence, source_uri, source_ordinal, what, id LIMIT ?",
        thrice);
  }

  /** Where an article, a duplicate or a reject stands. */
  static Dataset<?> datasetOf(Row row) {
    return switch (row.kind()) {
      case "article" -> Dataset.ARTICLES;
      case "duplicate" -> Dataset.DUPLICATES;
      default -> Dataset.REJECTS;
    };
  }

  /** The whole row. */
  Row whole(Row found) throws SQLException {
    String of = table(datasetOf(found), List.of(found.run()));
    Row row = rows("SELECT * FROM " + of + " WHERE id = ?", found.id()).get(0);
    row.json().put("what", found.kind()).put("sequence", found.number("sequence"));
    return row;
  }

  /** The line of the ledger of the source of a piece. */
  Optional<Row> ledger(Row row) throws SQLException {
    String of = table(Dataset.LEDGER, List.of(row.run()));
    return rows("SELECT * FROM " + of + " WHERE source_uri = ? LIMIT 1", row.text("source_uri"))
        .stream()
        .findFirst();
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

  private static String all(List<String> words, String column) {
    return words.stream()
        .map(word -> "contains(lower(" + column + "), ?)")
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  /**
   * What every form of the URL has in lower case, the longest first, because that is found the most
   * seldom.
   */
  private static List<String> words(String key) {
    List<String> words =
        WORD.matcher(ENCODED.matcher(key).replaceAll("/"))
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted(
                Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_WORDS)
            .toList();
    return words.isEmpty() ? List.of(key.toLowerCase(Locale.ROOT)) : words;
  }
}
