package io.winnow.dedupe;

import io.winnow.run.RecordCoder;
import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Compares some articles of this run, chosen by hash, with all others and with the published ones
 * of history, to tell how many repetitions deduplication did not find.
 *
 * <p>In goes the whole history, before {@link NearbyHistory}; out comes one {@link RecallSample},
 * none when no article was chosen. Costs a few microseconds an article, and reads no text.
 */
public final class MeasureRecall
    extends PTransform<PCollection<Fingerprint>, PCollection<RecallSample>> {
  private static final long serialVersionUID = 1;

  private final transient PCollection<Fingerprint> today;
  private final DedupeSpec spec;

  private MeasureRecall(PCollection<Fingerprint> today, DedupeSpec spec) {
    this.today = today;
    this.spec = spec;
  }

  public static MeasureRecall of(PCollection<Fingerprint> today, DedupeSpec spec) {
    return new MeasureRecall(today, spec);
  }

  @Override
  public PCollection<RecallSample> expand(PCollection<Fingerprint> history) {
    KvCoder<Integer, Fingerprint> keyed =
        KvCoder.of(VarIntCoder.of(), RecordCoder.of(Fingerprint.class));
    PCollectionView<List<Fingerprint>> chosen =
        today
            .apply("ChooseSome", ParDo.of(new ChooseFn()))
            .setCoder(keyed)
            .apply("GroupChosen", GroupByKey.create())
            .apply("Choose", ParDo.of(new ChooseAgainFn()))
            .setCoder(ListCoder.of(RecordCoder.of(Fingerprint.class)))
            .apply("AsView", View.<List<Fingerprint>>asSingleton().withDefaultValue(List.of()));
    return PCollectionList.of(today)
        .and(history)
        .apply("AllOthers", Flatten.pCollections())
        .apply("Look", ParDo.of(new LookFn(spec, chosen)).withSideInputs(chosen))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecallSampleCoder.INSTANCE))
        .apply("GroupSamples", GroupByKey.create())
        .apply("SumUp", ParDo.of(new SumUpFn()))
        .setCoder(RecallSampleCoder.INSTANCE);
  }

  private static LeastByHash<Fingerprint> sample() {
    return new LeastByHash<>(RecallProbe.ARTICLES, Fingerprint::getId);
  }

  /** The candidates of one bundle. */
  private static final class ChooseFn extends DoFn<Fingerprint, KV<Integer, Fingerprint>> {
    private static final long serialVersionUID = 1;

    private transient LeastByHash<Fingerprint> least;

    @StartBundle
    public void start() {
      least = sample();
    }

    @ProcessElement
    public void process(@Element Fingerprint article) {
      if (article.getSketch().hasRemaining()) {
        least.add(article);
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext out) {
      least
          .items()
          .forEach(
              article ->
                  out.output(
                      KV.of(0, article),
                      GlobalWindow.INSTANCE.maxTimestamp(),
                      GlobalWindow.INSTANCE));
    }
  }

  private static final class ChooseAgainFn
      extends DoFn<KV<Integer, Iterable<Fingerprint>>, List<Fingerprint>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Fingerprint>> all, OutputReceiver<List<Fingerprint>> out) {
      LeastByHash<Fingerprint> least = sample();
      all.getValue().forEach(least::add);
      out.output(least.items());
    }
  }

  /** What one bundle sees. */
  private static final class LookFn extends DoFn<Fingerprint, KV<Integer, RecallSample>> {
    private static final long serialVersionUID = 1;

    private final StageMeter recall = StageMeter.of("recall");
    private final DedupeSpec spec;
    private final PCollectionView<List<Fingerprint>> chosen;
    private transient @Nullable RecallProbe probe;
    private transient RecallProbe.Tally tally;

    LookFn(DedupeSpec spec, PCollectionView<List<Fingerprint>> chosen) {
      this.spec = spec;
      this.chosen = chosen;
    }

    @StartBundle
    public void start() {
      probe = null;
      tally = new RecallProbe.Tally();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long start = System.nanoTime();
      if (probe == null) {
        probe = new RecallProbe(context.sideInput(chosen), spec);
      }
      if (context.element().getKept()) {
        probe.look(context.element(), tally);
      }
      recall.busySince(start);
    }

    @FinishBundle
    public void finish(FinishBundleContext out) {
      if (probe != null) {
        out.output(
            KV.of(0, tally.sample(probe)),
            GlobalWindow.INSTANCE.maxTimestamp(),
            GlobalWindow.INSTANCE);
      }
    }
  }

  private static final class SumUpFn
      extends DoFn<KV<Integer, Iterable<RecallSample>>, RecallSample> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<RecallSample>> parts, OutputReceiver<RecallSample> out) {
      RecallSample all = RecallSample.NONE;
      for (RecallSample part : parts.getValue()) {
        all = all.and(part);
      }
      out.output(all);
    }
  }
}
