package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.schema.Fingerprint;
import org.apache.beam.sdk.values.KV;

/** Sends each article to the bucket of its text, where all that concerns that text meets. */
final class SendHomeFn extends ParcelFn<Encoded<Fingerprint>> {
  private final int buckets;

  SendHomeFn(int buckets) {
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(
      @Element Encoded<Fingerprint> article, OutputReceiver<KV<Integer, Parcel>> out) {
    int home = Mix.bucket(Keys.text(article.record()), buckets);
    out.output(KV.of(home, Parcel.of(article)));
  }
}
