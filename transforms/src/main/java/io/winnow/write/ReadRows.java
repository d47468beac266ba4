package io.winnow.write;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads all rows of published Parquet files; each path comes in as Beam's file systems name it.
 *
 * <p>The same path twice gives its rows twice. Order is not kept. A file that cannot be read fails
 * the run.
 */
public final class ReadRows<T extends SpecificRecord>
    extends PTransform<PCollection<String>, PCollection<T>> {
  private final Class<T> rowType;
  private final String dataset;

  private ReadRows(Dataset<T> dataset) {
    this.rowType = dataset.rowType();
    this.dataset = dataset.name();
  }

  public static <T extends SpecificRecord> ReadRows<T> of(Dataset<T> dataset) {
    return new ReadRows<>(dataset);
  }

  @Override
  public PCollection<T> expand(PCollection<String> paths) {
    return paths
        .apply("Read", ParDo.of(new ReadRowsFn<T>(dataset)))
        .setCoder(AvroCoder.of(rowType));
  }

  private static final class ReadRowsFn<T extends SpecificRecord> extends DoFn<String, T> {
    private final String dataset;

    ReadRowsFn(String dataset) {
      this.dataset = dataset;
    }

    @ProcessElement
    public void processElement(@Element String path, OutputReceiver<T> rows) throws IOException {
      int name = path.lastIndexOf('/') + 1;
      BeamStore folder = new BeamStore(path.substring(0, name));
      @SuppressWarnings("unchecked") // the dataset this function was made for
      Dataset<T> typed = (Dataset<T>) Dataset.named(dataset);
      try (ParquetRows<T> file = ParquetRows.read(typed, folder, path.substring(name))) {
        file.forEachRemaining(rows::output);
      }
    }
  }
}
