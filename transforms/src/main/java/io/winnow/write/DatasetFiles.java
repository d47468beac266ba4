package io.winnow.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of several datasets side by side, one file each, made when its first row comes.
 *
 * <p>Rows of a dataset must come in its {@link Dataset#order}, so that files can be merged without
 * holding them in memory. File names are unique to the attempt: a worker that was given up and
 * still writes touches nobody's file, and only what {@link #finish} returned counts. Not safe for
 * use by several threads.
 */
public final class DatasetFiles implements Closeable {
  private final RowStore store;
  private final ParquetSpec spec;
  private final String name;
  private final Map<String, Open<?>> open = new LinkedHashMap<>();

  /**
   * Starts with no file.
   *
   * @param name of the files in their dataset's folder, such as {@code part-00012}; a unique ending
   *     is added
   */
  public DatasetFiles(RowStore store, ParquetSpec spec, String name) {
    this.store = store;
    this.spec = spec;
    this.name = name + "-" + UUID.randomUUID();
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when a row of the dataset with a greater key came before
   */
  public <T extends SpecificRecord> void write(Dataset<T> dataset, T row) throws IOException {
    @SuppressWarnings("unchecked") // put under this dataset's name only
    Open<T> file = (Open<T>) open.get(dataset.name());
    if (file == null) {
      file = new Open<>(dataset);
      open.put(dataset.name(), file);
    }
    file.write(row);
  }

  /** Closes the files and tells what they hold, in the order they were begun. */
  public List<WrittenFile> finish() throws IOException {
    close();
    List<WrittenFile> written = new ArrayList<>();
    for (Open<?> file : open.values()) {
      written.add(file.written());
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    for (Open<?> file : open.values()) {
      file.writer.close();
    }
  }

  private final class Open<T extends SpecificRecord> {
    private final Dataset<T> dataset;
    private final String path;
    private final ParquetRowWriter<T> writer;
    private @Nullable T last;

    Open(Dataset<T> dataset) throws IOException {
      this.dataset = dataset;
      path = dataset.name() + "/" + name + ".parquet";
      writer = new ParquetRowWriter<>(dataset, spec, store.create(path));
    }

    void write(T row) throws IOException {
      if (last != null && dataset.order().compare(last, row) > 0) {
        throw new IllegalArgumentException("rows of " + dataset + " must come in its order");
      }
      writer.write(row);
      last = row;
    }

    WrittenFile written() {
      return new WrittenFile(
          dataset.name(),
          path,
          writer.rows(),
          writer.bytes(),
          writer.rowsHash(),
          Dataset.SCHEMA_VERSION);
    }
  }
}
