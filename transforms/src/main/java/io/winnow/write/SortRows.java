package io.winnow.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the rows of a small dataset into its order, in the memory of one worker: for a row a file,
 * never a row an article.
 */
public final class SortRows<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1;

  private final String dataset;
  private final Class<T> rowType;

  private SortRows(Dataset<T> dataset) {
    this.dataset = dataset.name();
    this.rowType = dataset.rowType();
  }

  public static <T extends SpecificRecord> SortRows<T> of(Dataset<T> dataset) {
    return new SortRows<>(dataset);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    AvroCoder<T> coder = AvroCoder.of(rowType);
    return rows.apply("OneKey", WithKeys.of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder))
        .apply("Gather", GroupByKey.create())
        .apply("Sort", ParDo.of(new SortFn<T>(dataset)))
        .setCoder(coder);
  }

  private static final class SortFn<T extends SpecificRecord>
      extends DoFn<KV<Integer, Iterable<T>>, T> {
    private static final long serialVersionUID = 1;

    private final String dataset;

    SortFn(String dataset) {
      this.dataset = dataset;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<T>> all, OutputReceiver<T> out) {
      @SuppressWarnings("unchecked") // the name was taken from a Dataset<T>
      Dataset<T> rows = (Dataset<T>) Dataset.named(dataset);
      List<T> sorted = new ArrayList<>();
      all.getValue().forEach(sorted::add);
      sorted.sort(rows.order());
      sorted.forEach(out::output);
    }
  }
}
