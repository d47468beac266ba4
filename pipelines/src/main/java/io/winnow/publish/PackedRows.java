package io.winnow.publish;

import io.winnow.write.Dataset;
import io.winnow.write.MergedRows;
import io.winnow.write.ParquetRows;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows of one run after the other, by key, as a pack takes them. The runs are asked for by
 * sequence, so that the pack in which some of them lie is read in one pass.
 */
final class PackedRows<T extends SpecificRecord> implements Closeable {
  private final OutputStore output;
  private final Dataset<T> dataset;
  private final int runId;
  private final Map<String, ParquetRows<T>> packs = new HashMap<>();

  PackedRows(OutputStore output, Dataset<T> dataset) {
    this.output = output;
    this.dataset = dataset;
    this.runId = dataset.schema().getField("run_id").pos();
  }

  /**
   * Hands every row of {@code run} to {@code consumer}.
   *
   * @throws IOException when there are not as many as its manifest says
   */
  void forEach(PublishedRun run, PublishedRun.RowConsumer<T> consumer) throws IOException {
    long rows = run.pack() == null ? fromFiles(run, consumer) : fromPack(run, consumer);
    if (rows != run.rows(dataset)) {
      throw new IOException(
          "run %s has %d rows of %s, and its manifest says %d"
              .formatted(run.manifest().runId(), rows, dataset, run.rows(dataset)));
    }
  }

  private long fromFiles(PublishedRun run, PublishedRun.RowConsumer<T> consumer)
      throws IOException {
    try (MergedRows<T> rows = MergedRows.open(dataset, output, run.files(dataset))) {
      return take(rows, run, Long.MAX_VALUE, consumer);
    }
  }

  private long fromPack(PublishedRun run, PublishedRun.RowConsumer<T> consumer) throws IOException {
    long expected = run.rows(dataset);
    return expected == 0 ? 0 : take(pack(run), run, expected, consumer);
  }

  private ParquetRows<T> pack(PublishedRun run) throws IOException {
    String path = run.files(dataset).get(0);
    ParquetRows<T> rows = packs.get(path);
    if (rows == null) {
      rows = ParquetRows.read(dataset, output, path);
      packs.put(path, rows);
    }
    return rows;
  }

  private long take(
      Iterator<T> rows, PublishedRun run, long most, PublishedRun.RowConsumer<T> consumer)
      throws IOException {
    long taken = 0;
    while (taken < most && rows.hasNext()) {
      T row = rows.next();
      if (row.get(runId).toString().equals(run.manifest().runId())) {
        consumer.accept(row);
        taken++;
      }
    }
    return taken;
  }

  @Override
  public void close() throws IOException {
    for (ParquetRows<T> pack : packs.values()) {
      pack.close();
    }
  }
}
