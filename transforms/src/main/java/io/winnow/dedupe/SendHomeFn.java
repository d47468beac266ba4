package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import org.apache.beam.sdk.values.KV;

/** Sends each article to the bucket of its text, where all that concerns that text meets. */
final class SendHomeFn extends ParcelFn<Fingerprint> {
  private final int buckets;

  SendHomeFn(int buckets) {
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element Fingerprint article, OutputReceiver<KV<Integer, Parcel>> out) {
    out.output(KV.of(Mix.bucket(Keys.text(article), buckets), Parcel.of(article)));
  }
}
