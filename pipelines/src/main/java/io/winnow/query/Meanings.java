package io.winnow.query;

import io.winnow.write.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * What the columns of the views mean: as the schemas say, or as said here of those made of them.
 */
final class Meanings {
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("articles.also_at", "The other members of the cluster, of all runs."),
          Map.entry(
              "articles.cluster_size", "Articles and duplicates in the cluster, of all runs."),
          Map.entry("pieces.became", "article, duplicate or reject."),
          Map.entry(
              "pieces.why",
              "Of a duplicate how, and of what, it is a copy; of a reject its reason, and what was"
                  + " measured against which threshold; null for an article."),
          Map.entry("pieces.duplicate_of", "Id of the article it repeats; null where it is none."),
          Map.entry("members.kept", "Whether it is a published article, not a duplicate."),
          Map.entry("revisions.url", "Where both were published."),
          Map.entry("revisions.earlier_id", "Id of the earlier article."),
          Map.entry("revisions.earlier_run", "Run that published the earlier article."),
          Map.entry("revisions.earlier_title", "Its title."),
          Map.entry("revisions.earlier_chars", "Code points of its text."),
          Map.entry("stories.story_id", "Id of the story, which is that of its first article."),
          Map.entry("stories.label", "What the story is called."),
          Map.entry("stories.articles", "How many articles it has, of all runs."),
          Map.entry("stories.sources", "How many sites, or where unknown publications, have it."),
          Map.entry("stories.names", "Names of these."),
          Map.entry("stories.first_day", "Day of its first article: published, else first seen."),
          Map.entry("stories.last_day", "Day of its last article."),
          Map.entry("stories.ids", "Ids of its articles, by day."),
          Map.entry("runs.sequence", "Place of the run among those of the output, from 1."),
          Map.entry("runs.date", "Logical date of the run."),
          Map.entry("runs.winnow", "Version of Winnow."),
          Map.entry("runs.files", "Files that it was given."),
          Map.entry("runs.split", "Pieces: articles, duplicates and rejects."),
          Map.entry("runs.articles", "Articles that it published."),
          Map.entry("runs.duplicates", "Pieces that repeat an article, of this or another run."),
          Map.entry("runs.rejects", "Pieces that stopped."),
          Map.entry("runs.sources_read", "Files and members of archives that it read."),
          Map.entry(
              "runs.sources_unchanged", "Those that an earlier run had read, and it skipped."),
          Map.entry(
              "runs.schema_version", "Version of the columns that its articles were written with."),
          Map.entry("runs.sources_unreadable", "Those that could not be read."),
          Map.entry("runs.lines", "Lines that are not blank."),
          Map.entry("runs.bytes", "Bytes of its sources."),
          Map.entry("runs.started", "When it began, UTC."),
          Map.entry("runs.finished", "When it was ready to be published, UTC."));

  private Meanings() {}

  /** What a column of a view means, in a sentence. */
  static Optional<String> of(String view, String column) {
    return Optional.ofNullable(OWN.get(view + "." + column)).or(() -> schema(view, column));
  }

  /** Of the dataset of that name, else of the first that has such a column. */
  private static Optional<String> schema(String view, String column) {
    List<Dataset<?>> all = Dataset.all();
    return all.stream()
        .filter(dataset -> dataset.name().equals(view))
        .map(dataset -> dataset.schema().getField(column))
        .findFirst()
        .map(Optional::ofNullable)
        .orElseGet(
            () ->
                all.stream()
                    .map(dataset -> dataset.schema().getField(column))
                    .filter(field -> field != null)
                    .findFirst())
        .map(Schema.Field::doc);
  }
}
