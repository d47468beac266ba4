package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.values.KV;

/**
 * Tells each linked text its component, from all links of the run: one worker, whose memory grows
 * with the linked texts and not with the links; see {@link Components}. The block for a bucket
 * holds: text, least text of its component; pair after pair.
 */
final class ComponentsFn extends ParcelFn<KV<Integer, Iterable<Parcel>>> {
  private final int buckets;
  private final Counter linked = Metrics.counter(StageMeter.NAMESPACE, "dedupe:texts-linked");

  ComponentsFn(int buckets) {
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Parcel>> links, OutputReceiver<KV<Integer, Parcel>> out) {
    Components components = new Components();
    for (Parcel block : links.getValue()) {
      long[] pairs = block.numbers();
      for (int i = 0; i < pairs.length; i += 2) {
        components.join(pairs[i], pairs[i + 1]);
      }
    }
    Packed roots = new Packed();
    for (int i = 0; i < components.size(); i++) {
      long text = components.node(i);
      long[] pair = {text, components.root(text)};
      roots.add(Mix.bucket(text, buckets), pair, to(out));
    }
    roots.flush(to(out));
    linked.inc(components.size());
  }
}
