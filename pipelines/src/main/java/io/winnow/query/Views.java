package io.winnow.query;

import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The tables that a query sees, over the files that the manifests name. */
final class Views {
  /** Stories of articles that had none when they were published, by what later runs say. */
  private static final String BROUGHT =
      """
      SELECT id, first(story_id ORDER BY story_id, story_label) AS story_id,
          first(story_label ORDER BY story_id, story_label) AS label
      FROM (
          SELECT story_id AS id, story_id, story_label
          FROM published_articles WHERE story_id IS NOT NULL
          UNION ALL
          SELECT unnest(story_earlier), story_id, story_label
          FROM published_articles WHERE story_id IS NOT NULL)
      GROUP BY id""";

  /**
   * Articles with the copies that later runs found. They are the duplicates that name an article of
   * another run; those of the same run are in the row already. And with the story that one of a
   * later run brought them into.
   */
  private static final String ARTICLES =
      """
      CREATE VIEW articles AS
      SELECT a.* REPLACE (
          coalesce(a.story_id, story.story_id) AS story_id,
          coalesce(a.story_label, story.label) AS story_label,
          coalesce(list_concat(a.also_at, later.copies), a.also_at) AS also_at,
          (a.cluster_size + coalesce(len(later.copies), 0))::INTEGER AS cluster_size)
      FROM published_articles a
      LEFT JOIN (
          SELECT duplicate_of, list({'source_uri': source_uri, 'url': url, 'title': title}
              ORDER BY run_id, source_uri, source_ordinal, id) AS copies
          FROM duplicates WHERE duplicate_of_run <> run_id
          GROUP BY duplicate_of) later
        ON later.duplicate_of = a.id
      LEFT JOIN (
          %s) story
        ON story.id = a.id"""
          .formatted(BROUGHT);

  /** All that belong together, kept or not. */
  private static final String MEMBERS =
      """
      CREATE VIEW members AS
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
      CREATE VIEW stories AS
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
          .formatted(BROUGHT);

  /** Articles beside the one that they revise. */
  private static final String REVISIONS =
      """
      CREATE VIEW revisions AS
      SELECT a.url, b.id AS earlier_id, b.run_id AS earlier_run, b.title AS earlier_title,
          b.chars AS earlier_chars, a.id, a.run_id, a.title, a.chars
      FROM published_articles a JOIN published_articles b ON a.revision_of = b.id""";

  private static final String RUNS =
      """
      CREATE TABLE runs (
          run_id VARCHAR, sequence BIGINT, date DATE, winnow VARCHAR,
          files BIGINT, split BIGINT, articles BIGINT, duplicates BIGINT, rejects BIGINT,
          started TIMESTAMP, finished TIMESTAMP)""";

  /** The version of the columns that brought the label of a story. */
  private static final int WITH_LABELS = 2;

  /** That which brought why a piece was cut where it was. */
  private static final int WITH_CUES = 3;

  private Views() {}

  /** Makes all of them. */
  static void create(Connection database, PublishedRuns published, QueryFiles files)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (Dataset<?> dataset : Dataset.all()) {
        String name = dataset == Dataset.ARTICLES ? "published_articles" : dataset.name();
        statement.execute("CREATE VIEW " + name + " AS " + select(dataset, published.all(), files));
      }
      statement.execute(ARTICLES);
      statement.execute(MEMBERS);
      statement.execute(REVISIONS);
      statement.execute(STORIES);
      statement.execute(RUNS);
    }
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (PublishedRun run : published.all()) {
        insert(insert, run.manifest());
      }
    }
  }

  private static String select(Dataset<?> dataset, List<PublishedRun> runs, QueryFiles files) {
    boolean alike = runs.stream().map(run -> version(run, dataset)).distinct().count() <= 1;
    boolean before =
        dataset == Dataset.ARTICLES
            && !runs.isEmpty()
            && runs.stream().allMatch(run -> version(run, dataset) < WITH_LABELS);
    boolean uncued =
        dataset.schema().getField("split_cues") != null
            && !runs.isEmpty()
            && runs.stream().allMatch(run -> version(run, dataset) < WITH_CUES);
    return "SELECT *"
        + (before ? ", NULL::VARCHAR AS story_label, []::VARCHAR[] AS story_earlier" : "")
        + (uncued ? ", []::VARCHAR[] AS split_cues" : "")
        + " FROM read_parquet("
        + list(files.of(dataset))
        + ", hive_partitioning = false, union_by_name = "
        + !alike
        + ")";
  }

  private static int version(PublishedRun run, Dataset<?> dataset) {
    Manifest.DatasetFacts facts = run.manifest().datasets().get(dataset.name());
    return facts == null ? 0 : facts.schemaVersion();
  }

  private static void insert(PreparedStatement insert, Manifest run) throws SQLException {
    insert.setString(1, run.runId());
    insert.setLong(2, run.sequence());
    insert.setDate(3, Date.valueOf(run.logicalDate()));
    insert.setString(4, run.versions().get("winnow"));
    insert.setLong(5, run.count("files"));
    insert.setLong(6, run.count("split"));
    insert.setLong(7, run.count("articles"));
    insert.setLong(8, run.count("duplicates"));
    insert.setLong(9, run.count("rejects"));
    insert.setString(10, run.started().replace("Z", ""));
    insert.setString(11, run.finished().replace("Z", ""));
    insert.execute();
  }

  /** Paths as SQL has them. */
  static String list(List<String> paths) {
    return paths.stream()
        .map(Views::pattern)
        .map(Views::literal)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A path that matches itself only: DuckDB takes {@code *}, {@code ?} and {@code [} for globs. */
  static String pattern(String path) {
    return path.replaceAll("[*?\\[]", "[$0]");
  }

  /** A text as SQL has it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
