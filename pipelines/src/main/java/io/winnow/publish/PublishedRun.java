package io.winnow.publish;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * One run as its manifest describes it.
 *
 * @param folder below the output, of the attempt that was published when this was read
 */
public record PublishedRun(OutputStore output, String folder, Manifest manifest) {
  /** Paths of a dataset's files below the output. */
  public List<String> files(Dataset<?> dataset) {
    return dataFiles(dataset).stream().map(file -> folder + "/" + file.path()).toList();
  }

  /** A dataset's files as the manifest describes them. */
  public List<DataFile> dataFiles(Dataset<?> dataset) {
    DatasetFacts facts = manifest.datasets().get(dataset.name());
    return facts == null ? List.of() : facts.files();
  }

  /** Its files as Beam's file systems and DuckDB name them. */
  public List<String> locations(Dataset<?> dataset) {
    return files(dataset).stream().map(output::location).toList();
  }

  /** Hands every row of a dataset to {@code consumer}, file by file. */
  public <T extends SpecificRecord> void forEach(Dataset<T> dataset, RowConsumer<T> consumer)
      throws IOException {
    for (String file : files(dataset)) {
      try (ParquetRows<T> rows = ParquetRows.read(dataset, output, file)) {
        while (rows.hasNext()) {
          consumer.accept(rows.next());
        }
      }
    }
  }

  /**
   * Hands every row of a dataset to {@code consumer}, with these columns and the defaults of all
   * others, which are not read.
   */
  public <T extends SpecificRecord> void forEachWith(
      Collection<String> columns, Dataset<T> dataset, RowConsumer<T> consumer) throws IOException {
    for (String file : files(dataset)) {
      read(columns, dataset, file, consumer);
    }
  }

  /** The same, by several threads that read a file each. */
  public <T extends SpecificRecord> void forEachAtOnce(
      Collection<String> columns, Dataset<T> dataset, RowConsumer<T> consumer) throws IOException {
    try {
      files(dataset).parallelStream()
          .forEach(
              file -> {
                try {
                  read(columns, dataset, file, consumer);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private <T extends SpecificRecord> void read(
      Collection<String> columns, Dataset<T> dataset, String file, RowConsumer<T> consumer)
      throws IOException {
    try (ParquetRows<T> rows = ParquetRows.read(dataset, output, file, columns)) {
      while (rows.hasNext()) {
        consumer.accept(rows.next());
      }
    }
  }

  /** Hands the columns of every row of a dataset to {@code consumer}; reads no other column. */
  public void forEach(Dataset<?> dataset, RowConsumer<GenericRecord> consumer, String... columns)
      throws IOException {
    for (String file : files(dataset)) {
      try (ParquetRows<GenericRecord> rows = ParquetRows.project(dataset, output, file, columns)) {
        while (rows.hasNext()) {
          consumer.accept(rows.next());
        }
      }
    }
  }

  /** Hands the rows whose {@code date} lies within the days to {@code consumer}. */
  public <T extends SpecificRecord> void forEachBetween(
      Dataset<T> dataset, String date, LocalDate first, LocalDate last, RowConsumer<T> consumer)
      throws IOException {
    for (String file : files(dataset)) {
      try (ParquetRows<T> rows = ParquetRows.between(dataset, output, file, date, first, last)) {
        while (rows.hasNext()) {
          consumer.accept(rows.next());
        }
      }
    }
  }

  /** The rows of one file, in its order; to be closed. */
  <T extends SpecificRecord> Stream<T> rows(Dataset<T> dataset, DataFile file) throws IOException {
    ParquetRows<T> rows = ParquetRows.read(dataset, output, folder + "/" + file.path());
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

  /** What is done with a row. */
  @FunctionalInterface
  public interface RowConsumer<T> {
    void accept(T row) throws IOException;
  }
}
