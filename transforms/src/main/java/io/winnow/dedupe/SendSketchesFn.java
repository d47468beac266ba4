package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.values.KV;

/** Sends the sketch of each text to the workers that ask for it; of most texts to none. */
final class SendSketchesFn extends ParcelFn<KV<Integer, Iterable<Parcel>>> {
  private final Counter sent = Metrics.counter(StageMeter.NAMESPACE, "dedupe:sketches-sent");

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Parcel>> home, OutputReceiver<KV<Integer, Parcel>> out) {
    List<Encoded<Fingerprint>> texts = new ArrayList<>();
    Map<Long, BitSet> workers = new HashMap<>();
    for (Parcel parcel : home.getValue()) {
      if (parcel.encoded() != null) {
        texts.add(parcel.encoded());
      }
      long[] asks = parcel.numbers();
      for (int i = 0; i < asks.length; i += 2) {
        workers.computeIfAbsent(asks[i], text -> new BitSet()).set((int) asks[i + 1]);
      }
    }
    for (Encoded<Fingerprint> text : texts) {
      workers.getOrDefault(Keys.text(text.record()), new BitSet()).stream()
          .forEach(
              worker -> {
                sent.inc();
                out.output(KV.of(worker, Parcel.of(text)));
              });
    }
  }
}
