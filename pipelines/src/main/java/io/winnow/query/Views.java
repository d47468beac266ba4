package io.winnow.query;

import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The views that a query sees, as SQL over the files that the manifests name. */
final class Views {
  /** Articles as they were published, without what later runs added. */
  static final String PUBLISHED_ARTICLES = "published_articles";

  /** All that was split out of the sources, and what became of it. */
  private static final String PIECES =
      """
      SELECT 'article' AS became, run_id, id, first_seen, source_uri, source_ordinal, start_line,
          end_line, url, title, NULL::VARCHAR AS why, NULL::VARCHAR AS duplicate_of
      FROM published_articles
      UNION ALL
      SELECT 'duplicate', run_id, id, first_seen, source_uri, source_ordinal, start_line, end_line,
          url, title, method || ' copy of ' || duplicate_of || ' in run ' || duplicate_of_run
          || ', similarity ' || similarity, duplicate_of
      FROM duplicates
      UNION ALL
      SELECT 'reject', run_id, id, first_seen, source_uri, source_ordinal, start_line, end_line,
          url, title, reason || coalesce(': ' || detail, '')
          || coalesce(', ' || measured || ' against ' || threshold, ''), NULL
      FROM rejects""";

  /** All that belong together, kept or not. */
  private static final String MEMBERS =
      """
      SELECT cluster_id, id, run_id, first_seen, true AS kept, NULL::VARCHAR AS method,
          NULL::DOUBLE AS similarity, source_uri, source_ordinal, url, title
      FROM published_articles
      UNION ALL
      SELECT cluster_id, id, run_id, first_seen, false, method, similarity, source_uri,
          source_ordinal, url, title
      FROM duplicates""";

  /** Stories and all their articles, with those that a later run brought into them. */
  private static final String STORIES =
      """
      SELECT story_id, min(label) AS label, count(*) AS articles,
          count(DISTINCT source) AS sources, list(DISTINCT source ORDER BY source) AS names,
          min(day) AS first_day, max(day) AS last_day, list(id ORDER BY day, id) AS ids
      FROM (
          SELECT a.id, coalesce(a.story_id, story.story_id) AS story_id,
              coalesce(a.story_label, story.label) AS label,
              coalesce(a.site, a.publication, a.source_uri) AS source,
              coalesce(a.published, a.first_seen) AS day
          FROM published_articles a
          LEFT JOIN (
              %s) story
            ON story.id = a.id)
      WHERE story_id IS NOT NULL
      GROUP BY story_id"""
          .formatted(ArticlesView.BROUGHT);

  /** Articles beside the one that they revise. */
  private static final String REVISIONS =
      """
      SELECT a.url, b.id AS earlier_id, b.run_id AS earlier_run, b.title AS earlier_title,
          b.chars AS earlier_chars, a.id, a.run_id, a.title, a.chars
      FROM published_articles a JOIN published_articles b ON a.revision_of = b.id""";

  private Views() {}

  /**
   * What is selected for each view, by its name; a view comes after those that it selects from.
   *
   * @param files of a dataset
   */
  static Map<String, String> of(
      List<PublishedRun> runs, Function<Dataset<?>, DatasetFiles> files, ArticlesView articles) {
    Map<String, String> views = new LinkedHashMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      views.put(
          dataset == Dataset.ARTICLES ? PUBLISHED_ARTICLES : dataset.name(),
          files.apply(dataset).select());
    }
    views.put(Dataset.ARTICLES.name(), articles.sql());
    views.put("pieces", PIECES);
    views.put("members", MEMBERS);
    views.put("revisions", REVISIONS);
    views.put("stories", STORIES);
    views.put("runs", runs(runs));
    return views;
  }

  /** Makes or replaces a view. */
  static String create(String name, String select) {
    return "CREATE OR REPLACE VIEW " + name + " AS\n" + select;
  }

  /** A row for each run, from its manifest. */
  private static String runs(List<PublishedRun> runs) {
    List<String> counts =
        List.of(
            "files",
            "split",
            "articles",
            "duplicates",
            "rejects",
            "sources_read",
            "sources_unchanged",
            "sources_unreadable",
            "lines",
            "bytes");
    String rows =
        runs.stream()
            .map(PublishedRun::manifest)
            .map(run -> row(run, counts))
            .collect(Collectors.joining(",\n"));
    return "SELECT run_id, sequence::BIGINT AS sequence, date::DATE AS date, winnow, "
        + counts.stream()
            .map(count -> count + "::BIGINT AS " + count)
            .collect(Collectors.joining(", "))
        + ", started::TIMESTAMP AS started, finished::TIMESTAMP AS finished, schema_version"
        + "\nFROM (VALUES\n"
        + rows
        + ") AS runs(run_id, sequence, date, winnow, "
        + String.join(", ", counts)
        + ", started, finished, schema_version)";
  }

  private static String row(Manifest run, List<String> counts) {
    List<String> values = new ArrayList<>();
    values.add(literal(run.runId()));
    values.add(Long.toString(run.sequence()));
    values.add(literal(run.date()));
    values.add(literal(run.versions().getOrDefault("winnow", "unknown")));
    counts.forEach(count -> values.add(Long.toString(run.count(count))));
    values.add(literal(run.started().replace("Z", "")));
    values.add(literal(run.finished().replace("Z", "")));
    values.add(Integer.toString(schemaVersion(run)));
    return values.stream().collect(Collectors.joining(", ", "  (", ")"));
  }

  /** Of its articles: what was rewritten since may be of a later one. */
  private static int schemaVersion(Manifest run) {
    Manifest.DatasetFacts articles = run.datasets().get(Dataset.ARTICLES.name());
    return articles == null ? Dataset.SCHEMA_VERSION : articles.schemaVersion();
  }

  /** Paths as SQL has them. */
  static String list(List<String> paths) {
    return paths.stream()
        .map(Views::pattern)
        .map(Views::literal)
        .collect(Collectors.joining(",\n  ", "[\n  ", "]"));
  }

  /** A path that matches itself only: DuckDB takes {@code *}, {@code ?} and {@code [} for globs. */
  static String pattern(String path) {
    return path.chars().noneMatch(c -> c == '*' || c == '?' || c == '[')
        ? path
        : path.replaceAll("[*?\\[]", "[$0]");
  }

  /** A text as SQL has it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
