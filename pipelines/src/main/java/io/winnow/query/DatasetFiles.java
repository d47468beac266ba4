package io.winnow.query;

import io.winnow.publish.Manifest.DatasetFacts;
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
 */
record DatasetFiles(Dataset<?> dataset, List<VersionedFile> files) {
  DatasetFiles {
    files = List.copyOf(files);
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
    DatasetFacts facts = run.manifest().datasets().get(dataset.name());
    return of(dataset, facts == null ? Dataset.SCHEMA_VERSION : facts.schemaVersion(), paths);
  }

  /** The files of these runs, where they were published. */
  static DatasetFiles of(List<PublishedRun> runs, Dataset<?> dataset) {
    return together(
        dataset, runs.stream().map(run -> of(run, dataset, run.locations(dataset))).toList());
  }

  /** All of these, which are of one dataset. */
  static DatasetFiles together(Dataset<?> dataset, Collection<DatasetFiles> some) {
    return new DatasetFiles(dataset, some.stream().flatMap(each -> each.files.stream()).toList());
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
                    + parquet(version.getValue()))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** The same as a table. */
  String table() {
    boolean isOfToday = files.stream().allMatch(file -> file.version() == Dataset.SCHEMA_VERSION);
    return isOfToday && !files.isEmpty() ? parquet(paths()) : "(" + select() + ")";
  }

  private static String parquet(List<String> paths) {
    return "read_parquet(" + Views.list(paths) + ", hive_partitioning = false)";
  }
}
