package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * Sends every key of an article, with its text, to the key's bucket, packed as {@link Postings}
 * says.
 */
final class PostFn<T> extends ParcelFn<T> {
  private final SerializableFunction<T, Fingerprint> fingerprint;
  private final SerializableFunction<Fingerprint, long[]> keys;
  private final int buckets;
  private transient Postings postings;

  PostFn(
      SerializableFunction<T, Fingerprint> fingerprint,
      SerializableFunction<Fingerprint, long[]> keys,
      int buckets) {
    this.fingerprint = fingerprint;
    this.keys = keys;
    this.buckets = buckets;
  }

  @StartBundle
  public void start() {
    postings = new Postings(buckets);
  }

  @ProcessElement
  public void process(@Element T posted, OutputReceiver<KV<Integer, Parcel>> out) {
    Fingerprint article = fingerprint.apply(posted);
    postings.add(Keys.text(article), keys.apply(article), to(out));
  }

  @FinishBundle
  public void finish(FinishBundleContext out) {
    postings.flush(
        (bucket, block) ->
            out.output(
                KV.of(bucket, block), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
  }
}
