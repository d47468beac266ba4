package io.winnow.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.run.RecordCoder;
import io.winnow.schema.Boilerplate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Adds up what was dropped: one row for each learned line of each site, in the order of site and
 * line within a group.
 */
public final class SumBoilerplate
    extends PTransform<PCollection<Boilerplate>, PCollection<Boilerplate>> {
  private static final Comparator<Boilerplate> BY_LINE =
      Comparator.comparing(Boilerplate::getSite).thenComparing(Boilerplate::getLine);
  private static final long serialVersionUID = 1;

  private final int buckets;

  private SumBoilerplate(int buckets) {
    this.buckets = buckets;
  }

  /** Adds up in as many groups as {@code buckets} says. */
  public static SumBoilerplate in(int buckets) {
    return new SumBoilerplate(buckets);
  }

  @Override
  public PCollection<Boilerplate> expand(PCollection<Boilerplate> dropped) {
    RecordCoder<Boilerplate> coder = RecordCoder.of(Boilerplate.class);
    return dropped
        .apply("KeyByLine", ParDo.of(new KeyByLineFn(buckets)))
        .setCoder(KvCoder.of(BigEndianIntegerCoder.of(), coder))
        .apply("GroupByLine", GroupByKey.create())
        .apply("Sum", ParDo.of(new SumFn()))
        .setCoder(coder);
  }

  /** The rows, those of one line of one site added up, in order. */
  public static Iterable<Boilerplate> sum(Iterable<Boilerplate> dropped) {
    Map<Boilerplate, Boilerplate> sums = new TreeMap<>(BY_LINE);
    for (Boilerplate row : dropped) {
      sums.merge(
          row,
          row,
          (a, b) -> Boilerplate.newBuilder(a).setDropped(a.getDropped() + b.getDropped()).build());
    }
    return sums.values();
  }

  private static final class KeyByLineFn extends DoFn<Boilerplate, KV<Integer, Boilerplate>> {
    private static final long serialVersionUID = 1;

    private final int buckets;

    KeyByLineFn(int buckets) {
      this.buckets = buckets;
    }

    @ProcessElement
    public void process(@Element Boilerplate row, OutputReceiver<KV<Integer, Boilerplate>> out) {
      long hash = Hashing.komihash5_0().hashCharsToLong(row.getSite() + '\n' + row.getLine());
      out.output(KV.of((int) Long.remainderUnsigned(hash, buckets), row));
    }
  }

  private static final class SumFn extends DoFn<KV<Integer, Iterable<Boilerplate>>, Boilerplate> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Boilerplate>> group, OutputReceiver<Boilerplate> out) {
      sum(group.getValue()).forEach(out::output);
    }
  }
}
