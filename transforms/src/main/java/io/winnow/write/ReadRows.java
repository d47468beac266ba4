package io.winnow.write;

import io.winnow.run.RecordCoder;
import io.winnow.run.StageMeter;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads all rows of published Parquet files; each path comes in as Beam's file systems name it.
 *
 * <p>The same path twice gives its rows twice. Order is not kept. A file that cannot be read fails
 * the run. Under the name of a stage, rows and the time that reading them took are counted.
 */
public final class ReadRows<T extends SpecificRecord>
    extends PTransform<PCollection<String>, PCollection<T>> {
  private final Class<T> rowType;
  private final String dataset;
  private final String stage;

  private ReadRows(Dataset<T> dataset, String stage) {
    this.rowType = dataset.rowType();
    this.dataset = dataset.name();
    this.stage = stage;
  }

  /**
   * @param stage under which it is counted
   */
  public static <T extends SpecificRecord> ReadRows<T> of(Dataset<T> dataset, String stage) {
    return new ReadRows<>(dataset, stage);
  }

  @Override
  public PCollection<T> expand(PCollection<String> paths) {
    return paths
        .apply("Read", ParDo.of(new ReadRowsFn<T>(dataset, stage)))
        .setCoder(RecordCoder.of(rowType));
  }

  private static final class ReadRowsFn<T extends SpecificRecord> extends DoFn<String, T> {
    private final String dataset;
    private final StageMeter meter;

    ReadRowsFn(String dataset, String stage) {
      this.dataset = dataset;
      this.meter = StageMeter.of(stage);
    }

    @ProcessElement
    public void processElement(@Element String path, OutputReceiver<T> rows) throws IOException {
      int name = path.lastIndexOf('/') + 1;
      BeamStore folder = new BeamStore(path.substring(0, name));
      @SuppressWarnings("unchecked") // the dataset this function was made for
      Dataset<T> typed = (Dataset<T>) Dataset.named(dataset);
      try (ParquetRows<T> file = ParquetRows.read(typed, folder, path.substring(name))) {
        output(file, rows);
      }
    }

    /** What comes after a row must not count as reading. */
    private void output(ParquetRows<T> file, OutputReceiver<T> rows) {
      long busyNanos = 0;
      int count = 0;
      long start = System.nanoTime();
      while (file.hasNext()) {
        T row = file.next();
        busyNanos += System.nanoTime() - start;
        count++;
        rows.output(row);
        start = System.nanoTime();
      }
      meter.elements(count, System.nanoTime() - busyNanos);
    }
  }
}
