package io.winnow.dedupe;

import io.winnow.run.RecordCoder;
import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Drops the articles of the past that no article of today can repeat, where they are read, before
 * anything is shuffled.
 *
 * <p>Kept is every published one that shares a text, a URL or a band with an article of today, and
 * a few by chance ({@link KeyFilter}); a duplicate of the past decides nothing and goes. So the
 * verdicts of {@link DedupeArticles} are those that the whole history would give. The filter is a
 * side input of at most {@link KeyFilter#MOST_BYTES}.
 */
public final class NearbyHistory
    extends PTransform<PCollection<Fingerprint>, PCollection<Fingerprint>> {
  private static final KvCoder<Integer, byte[]> PARTS =
      KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
  private static final long serialVersionUID = 1;

  private final transient PCollection<Fingerprint> today;
  private final DedupeSpec spec;
  private final int bytes;

  private NearbyHistory(PCollection<Fingerprint> today, DedupeSpec spec, int bytes) {
    this.today = today;
    this.spec = spec;
    this.bytes = bytes;
  }

  /**
   * @param expected about how many articles {@code today} has
   */
  public static NearbyHistory of(PCollection<Fingerprint> today, DedupeSpec spec, long expected) {
    return new NearbyHistory(today, spec, KeyFilter.bytesFor(expected, spec));
  }

  @Override
  public PCollection<Fingerprint> expand(PCollection<Fingerprint> history) {
    PCollectionView<Iterable<KV<Integer, byte[]>>> keys =
        today
            .apply("FilterToday", ParDo.of(new FilterFn(spec, bytes)))
            .setCoder(PARTS)
            .apply("GroupParts", GroupByKey.create())
            .apply("MergeParts", ParDo.of(new MergeFn()))
            .setCoder(PARTS)
            .apply("AsView", View.asIterable());
    return history
        .apply("DropUnrelated", ParDo.of(new DropFn(spec, bytes, keys)).withSideInputs(keys))
        .setCoder(RecordCoder.of(Fingerprint.class));
  }

  /** One filter a bundle, part by part. */
  private static final class FilterFn extends DoFn<Fingerprint, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final Keys keys;
    private final int bytes;
    private transient KeyFilter filter;

    FilterFn(DedupeSpec spec, int bytes) {
      this.keys = new Keys(spec);
      this.bytes = bytes;
    }

    @StartBundle
    public void start() {
      filter = KeyFilter.ofBytes(bytes);
    }

    @ProcessElement
    public void process(@Element Fingerprint article) {
      filter.add(article, keys);
    }

    @FinishBundle
    public void finish(FinishBundleContext out) {
      for (int part = 0; part < filter.parts(); part++) {
        out.output(
            KV.of(part, filter.part(part)),
            GlobalWindow.INSTANCE.maxTimestamp(),
            GlobalWindow.INSTANCE);
      }
    }
  }

  private static final class MergeFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> parts, OutputReceiver<KV<Integer, byte[]>> out) {
      out.output(KV.of(parts.getKey(), KeyFilter.union(parts.getValue())));
    }
  }

  private static final class DropFn extends DoFn<Fingerprint, Fingerprint> {
    private static final long serialVersionUID = 1;

    private final StageMeter dedupe = StageMeter.of("dedupe");
    private final Counter read = Metrics.counter(StageMeter.NAMESPACE, "dedupe:history-read");
    private final Counter passed = Metrics.counter(StageMeter.NAMESPACE, "dedupe:history-passed");
    private final Keys keys;
    private final int bytes;
    private final PCollectionView<Iterable<KV<Integer, byte[]>>> today;
    private transient @Nullable KeyFilter filter;

    DropFn(DedupeSpec spec, int bytes, PCollectionView<Iterable<KV<Integer, byte[]>>> today) {
      this.keys = new Keys(spec);
      this.bytes = bytes;
      this.today = today;
    }

    @StartBundle
    public void start() {
      filter = null;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long start = System.nanoTime();
      if (filter == null) {
        filter = KeyFilter.ofBytes(bytes);
        for (KV<Integer, byte[]> part : context.sideInput(today)) {
          filter.merge(part.getKey(), part.getValue());
        }
      }
      Fingerprint article = context.element();
      boolean nearby = article.getKept() && filter.mayMeet(article, keys);
      read.inc();
      dedupe.busySince(start);
      if (nearby) {
        passed.inc();
        context.output(article);
      }
    }
  }
}
