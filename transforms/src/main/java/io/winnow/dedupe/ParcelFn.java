package io.winnow.dedupe;

import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Sends parcels to buckets. */
abstract class ParcelFn<T> extends DoFn<T, KV<Integer, Parcel>> {

  /** Hands packed blocks to an output. */
  static BiConsumer<Integer, Parcel> to(OutputReceiver<KV<Integer, Parcel>> out) {
    return (bucket, block) -> out.output(KV.of(bucket, block));
  }
}
