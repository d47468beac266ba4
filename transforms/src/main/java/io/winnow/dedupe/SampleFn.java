package io.winnow.dedupe;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Draws one {@link BorderlineSample} from all. */
final class SampleFn extends DoFn<KV<Integer, Iterable<BorderlinePair>>, BorderlinePair> {
  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<BorderlinePair>> all, OutputReceiver<BorderlinePair> out) {
    BorderlineSample sample = new BorderlineSample();
    all.getValue().forEach(sample::add);
    sample.pairs().forEach(out::output);
  }
}
