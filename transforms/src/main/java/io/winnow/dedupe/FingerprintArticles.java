package io.winnow.dedupe;

import io.winnow.run.RecordCoder;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Takes the fingerprint of every article; each depends on the article alone. */
public final class FingerprintArticles
    extends PTransform<PCollection<Draft>, PCollection<Fingerprint>> {
  private static final long serialVersionUID = 1;

  private final RunInfo run;

  private FingerprintArticles(RunInfo run) {
    this.run = run;
  }

  public static FingerprintArticles of(RunInfo run) {
    return new FingerprintArticles(run);
  }

  @Override
  public PCollection<Fingerprint> expand(PCollection<Draft> drafts) {
    return drafts
        .apply("Fingerprint", ParDo.of(new FingerprintFn(run)))
        .setCoder(RecordCoder.of(Fingerprint.class));
  }

  private static final class FingerprintFn extends DoFn<Draft, Fingerprint> {
    private static final long serialVersionUID = 1;

    private final RunInfo run;
    private final StageMeter dedupe = StageMeter.of("dedupe");

    FingerprintFn(RunInfo run) {
      this.run = run;
    }

    @ProcessElement
    public void process(@Element Draft draft, OutputReceiver<Fingerprint> out) {
      long start = System.nanoTime();
      Fingerprint fingerprint = Fingerprints.of(draft, run);
      dedupe.element(start);
      out.output(fingerprint);
    }
  }
}
