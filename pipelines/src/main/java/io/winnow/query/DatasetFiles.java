package io.winnow.query;

import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files of a dataset and the versions of their columns.
 *
 * @param files by the sequence of their runs
 * @param runs ids of the runs whose rows are meant, where files hold rows of others, too; else none
 */
record DatasetFiles(Dataset<?> dataset, List<VersionedFile> files, List<String> runs) {
  DatasetFiles {
    files = List.copyOf(files);
    runs = List.copyOf(runs);
  }

  DatasetFiles(Dataset<?> dataset, List<VersionedFile> files) {
    this(dataset, files, List.of());
  }

  /**
   * One file.
   *
   * @param path as Beam's file systems and DuckDB name it
   * @param version of its columns
   */
  record VersionedFile(String path, int version) {}

  /** Files of one version. */
  static DatasetFiles of(Dataset<?> dataset, int version, List<String> paths) {
    return new DatasetFiles(
        dataset, paths.stream().map(path -> new VersionedFile(path, version)).toList());
  }

  /** Files of one run, wherever they lie now. */
  static DatasetFiles of(PublishedRun run, Dataset<?> dataset, List<String> paths) {
    return of(dataset, run.schemaVersion(dataset), paths);
  }

  /** The rows of these runs, where they were published. */
  static DatasetFiles of(List<PublishedRun> runs, Dataset<?> dataset) {
    return together(
            dataset, runs.stream().map(run -> of(run, dataset, run.locations(dataset))).toList())
        .ofRuns(runs);
  }

  /** All of these, which are of one dataset; files that several have, once. */
  static DatasetFiles together(Dataset<?> dataset, Collection<DatasetFiles> some) {
    return new DatasetFiles(
        dataset, some.stream().flatMap(each -> each.files.stream()).distinct().toList());
  }

  /** No other rows than those of these runs, to which all files belong. */
  DatasetFiles ofRuns(Collection<PublishedRun> only) {
    return PublishedRun.shareWithOthers(only)
        ? new DatasetFiles(
            dataset, files, only.stream().map(run -> run.manifest().runId()).toList())
        : this;
  }

  List<String> paths() {
    return files.stream().map(VersionedFile::path).toList();
  }

  /**
   * All rows, with every column of today, for DuckDB. What came after a row is null or an empty
   * list in it. Of each version, the footer of one file alone tells the columns.
   */
  String select() {
    if (files.isEmpty()) {
      return "SELECT " + SqlDialect.DUCKDB.absent(dataset) + " WHERE false";
    }
    Map<Integer, List<String>> versions = new TreeMap<>();
    for (VersionedFile file : files) {
      versions.computeIfAbsent(file.version(), version -> new ArrayList<>()).add(file.path());
    }
    return versions.entrySet().stream()
        .map(
            version ->
                "SELECT "
                    + SqlDialect.DUCKDB.columns(dataset, version.getKey())
                    + " FROM "
                    + parquet(version.getValue())
                    + where())
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** The same as a table. */
  String table() {
    boolean isOfToday = files.stream().allMatch(file -> file.version() == Dataset.SCHEMA_VERSION);
    return isOfToday && !files.isEmpty() && runs.isEmpty()
        ? parquet(paths())
        : "(" + select() + ")";
  }

  /** The condition that leaves the rows of other runs out. */
  String where() {
    return runs.isEmpty()
        ? ""
        : runs.stream()
            .map(Views::literal)
            .collect(Collectors.joining(", ", " WHERE run_id IN (", ")"));
  }

  private static String parquet(List<String> paths) {
    return "read_parquet(" + Views.list(paths) + ", hive_partitioning = false)";
  }
}
