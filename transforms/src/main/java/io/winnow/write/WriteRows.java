package io.winnow.write;

import io.winnow.run.StageMeter;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one dataset as Parquet files and tells what it has written.
 *
 * <p>A worker goes on with a file as long as rows come in the order of the dataset and the bundle
 * lasts. Names are unique to an attempt: only the files named in the output count, so a worker that
 * is given up, or tried again, doubles nothing. An empty input writes no file.
 */
public final class WriteRows<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final String dataset;
  private final BeamStore staging;
  private final ParquetSpec spec;

  private WriteRows(String dataset, BeamStore staging, ParquetSpec spec) {
    this.dataset = dataset;
    this.staging = staging;
    this.spec = spec;
  }

  /** Writes into the dataset's folder below {@code staging}. */
  public static <T extends SpecificRecord> WriteRows<T> of(
      Dataset<T> dataset, BeamStore staging, ParquetSpec spec) {
    return new WriteRows<>(dataset.name(), staging, spec);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<T> rows) {
    return rows.apply("Write", ParDo.of(new WriteFn<T>(dataset, staging, spec)))
        .setCoder(WrittenFileCoder.of());
  }

  private static final class WriteFn<T extends SpecificRecord> extends DoFn<T, WrittenFile> {
    private static final long serialVersionUID = 1;

    private final String name;
    private final BeamStore staging;
    private final ParquetSpec spec;
    private final StageMeter write = StageMeter.of("write");
    private transient @Nullable DatasetFiles files;
    private transient @Nullable T last;

    WriteFn(String name, BeamStore staging, ParquetSpec spec) {
      this.name = name;
      this.staging = staging;
      this.spec = spec;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<WrittenFile> out) throws IOException {
      long start = System.nanoTime();
      Dataset<T> dataset = dataset();
      if (files != null && dataset.order().compare(last, row) > 0) {
        files.finish().forEach(out::output);
        files = null;
      }
      if (files == null) {
        files = new DatasetFiles(staging, spec, "part");
      }
      files.write(dataset, row);
      last = row;
      write.element(start);
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) throws IOException {
      if (files != null) {
        long start = System.nanoTime();
        for (WrittenFile file : files.finish()) {
          out.output(file, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
        }
        files = null;
        last = null;
        write.busySince(start);
      }
    }

    @SuppressWarnings("unchecked") // the name was taken from a Dataset<T>
    private Dataset<T> dataset() {
      return (Dataset<T>) Dataset.named(name);
    }
  }
}
