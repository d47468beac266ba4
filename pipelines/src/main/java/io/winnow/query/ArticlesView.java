package io.winnow.query;

import java.util.Set;

/**
 * Articles with what later runs added: copies that they found, and stories that they brought them
 * into.
 *
 * @param copies whether {@code also_at} and {@code cluster_size} are right
 * @param stories whether {@code story_id} and {@code story_label} are right
 */
record ArticlesView(boolean copies, boolean stories) {
  static final ArticlesView WHOLE = new ArticlesView(true, true);

  /** Stories of articles that had none when they were published, by what later runs say. */
  static final String BROUGHT =
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

  /** Those of the same run are in the row already. */
  private static final String LATER =
      """
      SELECT duplicate_of, list({'source_uri': source_uri, 'url': url, 'title': title}
          ORDER BY run_id, source_uri, source_ordinal, id) AS copies
      FROM duplicates WHERE duplicate_of_run <> run_id
      GROUP BY duplicate_of""";

  /**
   * What must be right where only so many columns are read. A join that nothing is read of costs as
   * much as one that is: DuckDB takes none out.
   */
  static ArticlesView reading(Set<String> columns) {
    return new ArticlesView(
        columns.contains("also_at") || columns.contains("cluster_size"),
        columns.contains("story_id") || columns.contains("story_label"));
  }

  String sql() {
    if (!copies && !stories) {
      return "SELECT * FROM published_articles";
    }
    StringBuilder replaced = new StringBuilder();
    StringBuilder joined = new StringBuilder();
    if (stories) {
      replaced.append(
          """
              coalesce(a.story_id, story.story_id) AS story_id,
              coalesce(a.story_label, story.label) AS story_label\
          """);
      joined.append("\nLEFT JOIN (\n" + BROUGHT + ") story ON story.id = a.id");
    }
    if (copies) {
      replaced.append(stories ? ",\n" : "");
      replaced.append(
          """
              coalesce(list_concat(a.also_at, later.copies), a.also_at) AS also_at,
              (a.cluster_size + coalesce(len(later.copies), 0))::INTEGER AS cluster_size\
          """);
      joined.append("\nLEFT JOIN (\n" + LATER + ") later ON later.duplicate_of = a.id");
    }
    return "SELECT a.* REPLACE (\n" + replaced + ")\nFROM published_articles a" + joined;
  }
}
