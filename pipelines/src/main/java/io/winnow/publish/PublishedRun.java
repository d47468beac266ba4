package io.winnow.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import io.winnow.write.RowFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One run as its manifest describes it. Whoever reads its rows here need not know whether they lie
 * in files of its own or in a pack.
 *
 * @param folder below the output, of the attempt that was published when this was read
 * @param pack in whose files its rows lie; null when it has files of its own
 */
public record PublishedRun(
    OutputStore output, String folder, Manifest manifest, @Nullable PublishedPack pack) {
  /** By sequence; ids decide between runs that have the same. */
  static final Comparator<PublishedRun> BY_SEQUENCE =
      Comparator.<PublishedRun>comparingLong(run -> run.manifest().sequence())
          .thenComparing(run -> run.manifest().runId());

  /** A run with files of its own. */
  public PublishedRun(OutputStore output, String folder, Manifest manifest) {
    this(output, folder, manifest, null);
  }

  /** The same, with its rows in a pack, or in files of its own where that is null. */
  PublishedRun in(@Nullable PublishedPack newPack) {
    return new PublishedRun(output, folder, manifest, newPack);
  }

  /** Whether its files hold rows of other runs, too. */
  public boolean isPacked() {
    return pack != null;
  }

  /** Whether files of these runs hold rows of runs that are none of them. */
  public static boolean shareWithOthers(Collection<PublishedRun> runs) {
    Set<String> ids = runs.stream().map(run -> run.manifest().runId()).collect(toSet());
    return runs.stream()
        .flatMap(run -> Stream.ofNullable(run.pack()))
        .distinct()
        .anyMatch(pack -> !ids.containsAll(pack.pack().runs()));
  }

  /** The runs that share their files together, each other alone. */
  public static Collection<List<PublishedRun>> byHome(Collection<PublishedRun> runs) {
    return runs.stream()
        .collect(groupingBy(PublishedRun::home, LinkedHashMap::new, toList()))
        .values();
  }

  /** Where its files lie: its folder, or that of its pack. */
  public String home() {
    return pack == null ? folder : pack.folder();
  }

  /** Paths below the output of the files that hold a dataset; of a pack, rows of others, too. */
  public List<String> files(Dataset<?> dataset) {
    return dataFiles(dataset).stream().map(this::path).toList();
  }

  /** Path of a file below the output. */
  public String path(DataFile file) {
    return home() + "/" + file.path();
  }

  /** The files that hold a dataset; of a pack, with the rows and bytes of all its runs. */
  public List<DataFile> dataFiles(Dataset<?> dataset) {
    if (pack != null) {
      return pack.dataFiles(dataset);
    }
    DatasetFacts facts = manifest.datasets().get(dataset.name());
    return facts == null ? List.of() : facts.files();
  }

  /** How many rows of a dataset are its own. */
  public long rows(Dataset<?> dataset) {
    DatasetFacts facts = manifest.datasets().get(dataset.name());
    return facts == null ? 0 : facts.rows();
  }

  /** Bytes of a dataset; in a pack, its part of them by its rows. */
  public long bytes(Dataset<?> dataset) {
    long bytes = dataFiles(dataset).stream().mapToLong(DataFile::bytes).sum();
    long all = dataFiles(dataset).stream().mapToLong(DataFile::rows).sum();
    return pack == null ? bytes : Math.round((double) bytes * rows(dataset) / Math.max(1, all));
  }

  /** Version of the columns of a dataset's files. */
  public int schemaVersion(Dataset<?> dataset) {
    DatasetFacts facts =
        (pack == null ? manifest.datasets() : pack.pack().datasets()).get(dataset.name());
    return facts == null ? Dataset.SCHEMA_VERSION : facts.schemaVersion();
  }

  /** Its files as Beam's file systems and DuckDB name them. */
  public List<String> locations(Dataset<?> dataset) {
    return files(dataset).stream().map(output::location).toList();
  }

  /** Hands every row of a dataset to {@code consumer}, file by file. */
  public <T extends SpecificRecord> void forEach(Dataset<T> dataset, RowConsumer<T> consumer)
      throws IOException {
    for (String file : filesToRead(dataset)) {
      consume(ParquetRows.read(dataset, output, file, own()), consumer);
    }
  }

  /**
   * Hands every row of a dataset to {@code consumer}, with these columns and the defaults of all
   * others, which are not read.
   */
  public <T extends SpecificRecord> void forEachWith(
      Collection<String> columns, Dataset<T> dataset, RowConsumer<T> consumer) throws IOException {
    for (String file : filesToRead(dataset)) {
      consume(ParquetRows.read(dataset, output, file, columns, own()), consumer);
    }
  }

  /** The same, by several threads that read a file each. */
  public <T extends SpecificRecord> void forEachAtOnce(
      Collection<String> columns, Dataset<T> dataset, RowConsumer<T> consumer) throws IOException {
    try {
      filesToRead(dataset).parallelStream()
          .forEach(
              file -> {
                try {
                  consume(ParquetRows.read(dataset, output, file, columns, own()), consumer);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Hands the columns of every row of a dataset to {@code consumer}; reads no other column. */
  public void forEach(Dataset<?> dataset, RowConsumer<GenericRecord> consumer, String... columns)
      throws IOException {
    for (String file : filesToRead(dataset)) {
      consume(ParquetRows.project(dataset, output, file, own(), columns), consumer);
    }
  }

  /** Hands the rows whose {@code date} lies within the days to {@code consumer}. */
  public <T extends SpecificRecord> void forEachBetween(
      Dataset<T> dataset, String date, LocalDate first, LocalDate last, RowConsumer<T> consumer)
      throws IOException {
    for (String file : filesToRead(dataset)) {
      consume(ParquetRows.read(dataset, output, file, own().between(date, first, last)), consumer);
    }
  }

  /** Its rows of one of {@link #dataFiles}, in their order; to be closed. */
  public <T extends SpecificRecord> Stream<T> rows(Dataset<T> dataset, DataFile file)
      throws IOException {
    ParquetRows<T> rows = ParquetRows.read(dataset, output, path(file), own());
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .onClose(
            () -> {
              try {
                rows.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static <R extends IndexedRecord> void consume(
      ParquetRows<R> rows, RowConsumer<R> consumer) throws IOException {
    try (rows) {
      while (rows.hasNext()) {
        consumer.accept(rows.next());
      }
    }
  }

  /** A pack has many rows, but perhaps none of this run. */
  private List<String> filesToRead(Dataset<?> dataset) {
    return pack != null && rows(dataset) == 0 ? List.of() : files(dataset);
  }

  private RowFilter own() {
    return pack == null ? RowFilter.ALL : RowFilter.ofRun(manifest.runId());
  }

  /** What is done with a row. */
  @FunctionalInterface
  public interface RowConsumer<T> {
    void accept(T row) throws IOException;
  }
}
