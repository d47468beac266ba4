package io.winnow.dedupe;

import io.winnow.run.RecordCoder;
import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Publishes every article of this run, copies included, each as a cluster of its own: what {@code
 * --dedupe=none} asks for. The outputs are those of {@link DedupeArticles}.
 */
public final class KeepAllArticles extends PTransform<PCollection<Fingerprint>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final RunInfo run;

  private KeepAllArticles(RunInfo run) {
    this.run = run;
  }

  public static KeepAllArticles of(RunInfo run) {
    return new KeepAllArticles(run);
  }

  @Override
  public PCollectionTuple expand(PCollection<Fingerprint> articles) {
    return PCollectionTuple.of(
            DedupeArticles.VERDICTS,
            articles
                .apply("KeepEach", ParDo.of(new KeepFn(run.sequence())))
                .setCoder(RecordCoder.of(Verdict.class)))
        .and(
            DedupeArticles.BORDERLINE,
            articles
                .getPipeline()
                .apply("NoPairs", Create.<BorderlinePair>empty(BorderlinePairCoder.INSTANCE)));
  }

  /** The verdict on an article that nothing is compared with. */
  static Verdict keep(Fingerprint article) {
    return Verdict.newBuilder()
        .setId(article.getId())
        .setClusterId(article.getId())
        .setClusterSize(1)
        .setAlsoAt(List.of())
        .build();
  }

  private static final class KeepFn extends DoFn<Fingerprint, Verdict> {
    private static final long serialVersionUID = 1;

    private final long sequence;

    KeepFn(long sequence) {
      this.sequence = sequence;
    }

    @ProcessElement
    public void process(@Element Fingerprint article, OutputReceiver<Verdict> out) {
      if (article.getRunSequence() == sequence) {
        out.output(keep(article));
      }
    }
  }
}
