package io.winnow.write;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.run.RecordCoder;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the rows of a dataset into its order within groups, each in the memory of one worker;
 * equal keys lie in one group.
 */
public final class SortRows<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1;

  private final String dataset;
  private final Class<T> rowType;
  private final int groups;

  private SortRows(Dataset<T> dataset, int groups) {
    this.dataset = dataset.name();
    this.rowType = dataset.rowType();
    this.groups = groups;
  }

  /** Sorts the rows of {@code dataset} in so many groups. */
  public static <T extends SpecificRecord> SortRows<T> of(Dataset<T> dataset, int groups) {
    return new SortRows<>(dataset, groups);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    RecordCoder<T> coder = RecordCoder.of(rowType);
    return rows.apply("KeyByGroup", ParDo.of(new GroupFn<T>(dataset, groups)))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder))
        .apply("Group", GroupByKey.create())
        .apply("Sort", ParDo.of(new SortFn<T>(dataset)))
        .setCoder(coder);
  }

  private static final class GroupFn<T extends SpecificRecord> extends DoFn<T, KV<Integer, T>> {
    private static final long serialVersionUID = 1;

    private final String dataset;
    private final int groups;

    GroupFn(String dataset, int groups) {
      this.dataset = dataset;
      this.groups = groups;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<KV<Integer, T>> out) {
      @SuppressWarnings("unchecked") // the name was taken from a Dataset<T>
      Dataset<T> rows = (Dataset<T>) Dataset.named(dataset);
      long hash = Hashing.komihash5_0().hashCharsToLong(rows.keyOf(row));
      out.output(KV.of((int) Long.remainderUnsigned(hash, groups), row));
    }
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
