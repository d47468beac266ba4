package io.winnow.query;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.ScratchFolder;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetSpec;
import io.winnow.write.PathStore;
import java.io.Closeable;
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
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a query reads, by dataset: on a disk as they lie there; of a bucket copies in the
 * {@link FileCache}, of the datasets that the query names.
 *
 * <p>DuckDB itself could read a bucket with an extension that it would have to download, and with
 * credentials that it would have to be given.
 */
final class QueryFiles implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(QueryFiles.class);

  private static final Set<Dataset<?>> PIECES =
      Set.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

  private final Map<Dataset<?>, Map<String, List<String>>> files;
  private final ScratchFolder scratch;

  private QueryFiles(Map<Dataset<?>, Map<String, List<String>>> files, ScratchFolder scratch) {
    this.files = files;
    this.scratch = scratch;
  }

  static QueryFiles of(PublishedRuns published, OutputStore output, String sql) throws IOException {
    ScratchFolder scratch = ScratchFolder.make("winnow-query");
    try {
      Map<Dataset<?>, Map<String, List<String>>> files = new HashMap<>();
      for (Dataset<?> dataset : Dataset.all()) {
        files.put(
            dataset,
            output.isLocal()
                ? local(dataset, published)
                : isNamed(dataset, sql)
                    ? fetched(dataset, published, output)
                    : Map.of("", List.of(empty(dataset, scratch))));
      }
      return new QueryFiles(files, scratch);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /** Paths on this machine, by the sequence of their runs. */
  List<String> of(Dataset<?> dataset) {
    return files.getOrDefault(dataset, Map.of()).values().stream().flatMap(List::stream).toList();
  }

  /** The same of some runs alone. */
  List<String> of(Dataset<?> dataset, Collection<String> runs) {
    Map<String, List<String>> all = files.getOrDefault(dataset, Map.of());
    return runs.stream().flatMap(run -> all.getOrDefault(run, List.of()).stream()).toList();
  }

  private static Map<String, List<String>> local(Dataset<?> dataset, PublishedRuns published) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (PublishedRun run : published.all()) {
      files.put(run.manifest().runId(), run.locations(dataset));
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    scratch.close();
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

  private static Map<String, List<String>> fetched(
      Dataset<?> dataset, PublishedRuns published, OutputStore output) throws IOException {
    FileCache cache = FileCache.ofThisUser();
    Map<String, List<String>> files = new LinkedHashMap<>();
    long bytes = 0;
    int count = 0;
    for (PublishedRun run : published.all()) {
      List<String> paths = new ArrayList<>();
      for (DataFile file : run.dataFiles(dataset)) {
        if (!cache.holds(file)) {
          bytes += file.bytes();
          count++;
          cache.fetch(output, run.folder() + "/" + file.path(), file);
        }
        paths.add(cache.path(file).toString());
      }
      files.put(run.manifest().runId(), paths);
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

  private static <T extends SpecificRecord> String empty(Dataset<T> dataset, ScratchFolder scratch)
      throws IOException {
    String name = dataset.name() + ".parquet";
    new ParquetRowWriter<>(
            dataset, ParquetSpec.of("query"), new PathStore(scratch.path()).create(name))
        .close();
    return scratch.path().resolve(name).toString();
  }
}
