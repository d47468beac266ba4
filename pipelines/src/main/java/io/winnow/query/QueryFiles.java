package io.winnow.query;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a query reads, by dataset: on a disk as they lie there; of a bucket copies in the
 * {@link FileCache}, of the datasets that the query names.
 *
 * <p>DuckDB itself could read a bucket with an extension that it would have to download, and with
 * credentials that it would have to be given.
 */
final class QueryFiles {
  private static final Logger LOG = LoggerFactory.getLogger(QueryFiles.class);

  private static final Set<Dataset<?>> PIECES =
      Set.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

  /** By dataset and run; none of a dataset that no query names. */
  private final Map<Dataset<?>, Map<String, DatasetFiles>> files;

  private QueryFiles(Map<Dataset<?>, Map<String, DatasetFiles>> files) {
    this.files = files;
  }

  static QueryFiles of(PublishedRuns published, OutputStore output, String sql) throws IOException {
    Map<Dataset<?>, Map<String, DatasetFiles>> files = new HashMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      if (output.isLocal()) {
        files.put(dataset, local(dataset, published));
      } else if (isNamed(dataset, sql)) {
        files.put(dataset, fetched(dataset, published, output));
      }
    }
    return new QueryFiles(files);
  }

  /** Files on this machine, by the sequence of their runs. */
  DatasetFiles of(Dataset<?> dataset) {
    return DatasetFiles.together(dataset, files.getOrDefault(dataset, Map.of()).values());
  }

  /** The same of some runs alone. */
  DatasetFiles of(Dataset<?> dataset, Collection<String> runs) {
    Map<String, DatasetFiles> all = files.getOrDefault(dataset, Map.of());
    return DatasetFiles.together(
        dataset, runs.stream().flatMap(run -> Stream.ofNullable(all.get(run))).toList());
  }

  private static Map<String, DatasetFiles> local(Dataset<?> dataset, PublishedRuns published) {
    Map<String, DatasetFiles> files = new LinkedHashMap<>();
    for (PublishedRun run : published.all()) {
      files.put(run.manifest().runId(), DatasetFiles.of(run, dataset, run.locations(dataset)));
    }
    return files;
  }

  /**
   * Some views show more than the dataset of their name, such as articles the duplicates of later
   * runs.
   */
  private static boolean isNamed(Dataset<?> dataset, String sql) {
    return names(sql, dataset.name())
        || (dataset == Dataset.DUPLICATES && names(sql, Dataset.ARTICLES.name()))
        || (names(sql, "pieces") && PIECES.contains(dataset))
        || (dataset == Dataset.DUPLICATES && names(sql, "members"))
        || (dataset == Dataset.ARTICLES
            && Stream.of("published_articles", "members", "revisions", "stories")
                .anyMatch(view -> names(sql, view)));
  }

  private static boolean names(String sql, String name) {
    return Pattern.compile("\\b" + name + "\\b", Pattern.CASE_INSENSITIVE).matcher(sql).find();
  }

  private static Map<String, DatasetFiles> fetched(
      Dataset<?> dataset, PublishedRuns published, OutputStore output) throws IOException {
    FileCache cache = FileCache.ofThisUser();
    Map<String, DatasetFiles> files = new LinkedHashMap<>();
    long bytes = 0;
    int count = 0;
    for (PublishedRun run : published.all()) {
      List<String> paths = new ArrayList<>();
      for (DataFile file : run.dataFiles(dataset)) {
        if (!cache.holds(file)) {
          bytes += file.bytes();
          count++;
          cache.fetch(output, run.path(file), file);
        }
        paths.add(cache.path(file).toString());
      }
      files.put(run.manifest().runId(), DatasetFiles.of(run, dataset, paths));
    }
    if (count > 0) {
      LOG.info(
          String.format(
              Locale.ROOT,
              "fetched %d files of %s, %.1f MB, to %s",
              count,
              dataset,
              bytes / 1e6,
              cache.folder()));
    }
    return files;
  }
}
