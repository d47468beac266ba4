package io.winnow.query;

import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The published files of one dataset, in the order of the runs, in the words of other readers.
 *
 * @param dataset whose they are
 * @param paths as Beam's file systems and DuckDB name them
 * @param runs how many runs they belong to
 * @param rows how many rows they hold
 */
public record FileList(String dataset, List<String> paths, int runs, long rows) {
  private static final int LONGEST_UNION = 50;

  public FileList {
    paths = List.copyOf(paths);
  }

  public static FileList of(Dataset<?> dataset, List<PublishedRun> runs) {
    List<String> paths = runs.stream().flatMap(run -> run.locations(dataset).stream()).toList();
    long rows =
        runs.stream()
            .flatMap(run -> run.dataFiles(dataset).stream())
            .mapToLong(file -> file.rows())
            .sum();
    return new FileList(dataset.name(), paths, runs.size(), rows);
  }

  /** A view for DuckDB; columns that older files lack are null. */
  public String duckDb() {
    return comment()
        + "CREATE OR REPLACE VIEW "
        + dataset
        + " AS SELECT * FROM read_parquet([\n"
        + paths.stream()
            .map(path -> "  " + Views.literal(Views.pattern(path)))
            .collect(Collectors.joining(",\n"))
        + "\n], hive_partitioning = false, union_by_name = true);";
  }

  /**
   * The views of {@code query} for DuckDB, over the published files: what is asked there can be
   * asked of them.
   */
  public static String duckDbViews(List<PublishedRun> runs) {
    return Views.of(
            runs,
            dataset -> runs.stream().flatMap(run -> run.locations(dataset).stream()).toList(),
            ArticlesView.WHOLE)
        .entrySet()
        .stream()
        .map(view -> Views.create(view.getKey(), view.getValue()) + ";")
        .collect(Collectors.joining("\n"));
  }

  /** A view for Spark SQL, which reads buckets as s3a. */
  public String spark() {
    return comment()
        + "CREATE OR REPLACE TEMPORARY VIEW "
        + dataset
        + " AS\n"
        + union(
            paths.stream().map(path -> "SELECT * FROM parquet.`" + sparkPath(path) + "`").toList())
        + ";";
  }

  /** In groups of groups: Spark's parser goes as deep as a union is long. */
  private static String union(List<String> selects) {
    if (selects.size() <= LONGEST_UNION) {
      return String.join("\nUNION ALL\n", selects);
    }
    int size = (selects.size() + LONGEST_UNION - 1) / LONGEST_UNION;
    List<String> groups = new ArrayList<>();
    for (int from = 0; from < selects.size(); from += size) {
      List<String> group = selects.subList(from, Math.min(selects.size(), from + size));
      groups.add("SELECT * FROM (\n" + union(group) + ")");
    }
    return union(groups);
  }

  private String comment() {
    return "-- %s: %d files, %d rows of %d runs\n".formatted(dataset, paths.size(), rows, runs);
  }

  /** Spark takes {@code *}, {@code ?}, {@code [} and braces for globs. */
  private static String sparkPath(String path) {
    return path.replaceFirst("^s3://", "s3a://")
        .replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0")
        .replace("`", "``");
  }
}
