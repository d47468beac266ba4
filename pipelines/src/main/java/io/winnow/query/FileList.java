package io.winnow.query;

import io.winnow.publish.PublishedRun;
import io.winnow.query.DatasetFiles.VersionedFile;
import io.winnow.write.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The published files of one dataset, in the order of the runs, in the words of other readers.
 *
 * <p>A statement has every column of today; older rows have null, or an empty list, in those that
 * came after them.
 */
public final class FileList {
  private static final int LONGEST_UNION = 50;

  private final DatasetFiles files;
  private final int runs;
  private final long rows;

  /**
   * @param runs how many runs they belong to
   * @param rows how many rows they hold
   */
  FileList(DatasetFiles files, int runs, long rows) {
    this.files = files;
    this.runs = runs;
    this.rows = rows;
  }

  public static FileList of(Dataset<?> dataset, List<PublishedRun> runs) {
    long rows = runs.stream().mapToLong(run -> run.rows(dataset)).sum();
    return new FileList(DatasetFiles.of(runs, dataset), runs.size(), rows);
  }

  /** As Beam's file systems and DuckDB name them. */
  public List<String> paths() {
    return files.paths();
  }

  /** A view for DuckDB. */
  public String duckDb() {
    return comment() + Views.create(files.dataset().name(), files.select()) + ";";
  }

  /**
   * The views of {@code query} for DuckDB, over the published files: what is asked there can be
   * asked of them.
   */
  public static String duckDbViews(List<PublishedRun> runs) {
    return Views.of(runs, dataset -> DatasetFiles.of(runs, dataset), ArticlesView.WHOLE)
        .entrySet()
        .stream()
        .map(view -> Views.create(view.getKey(), view.getValue()) + ";")
        .collect(Collectors.joining("\n"));
  }

  /** A view for Spark SQL, which reads buckets as s3a. */
  public String spark() {
    return comment()
        + "CREATE OR REPLACE TEMPORARY VIEW "
        + files.dataset()
        + " AS\n"
        + union(files.files().stream().map(this::sparkSelect).toList())
        + ";";
  }

  private String sparkSelect(VersionedFile file) {
    return "SELECT "
        + SqlDialect.SPARK.columns(files.dataset(), file.version())
        + " FROM parquet.`"
        + sparkPath(file.path())
        + "`"
        + files.where();
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
    return "-- %s: %d files, %d rows of %d runs\n"
        .formatted(files.dataset(), files.files().size(), rows, runs);
  }

  /** Spark takes {@code *}, {@code ?}, {@code [} and braces for globs. */
  private static String sparkPath(String path) {
    return path.replaceFirst("^s3://", "s3a://")
        .replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0")
        .replace("`", "``");
  }
}
