package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Decides component by component which articles stay; see {@link Clusters}. */
final class DecideFn extends DoFn<KV<Integer, Iterable<Parcel>>, Verdict> {
  private final StageMeter dedupe = StageMeter.of("dedupe");
  private final Clusters clusters;

  DecideFn(Clusters clusters) {
    this.clusters = clusters;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> bucket, OutputReceiver<Verdict> out) {
    long start = System.nanoTime();
    Map<Long, List<Fingerprint>> components = new HashMap<>();
    for (Parcel parcel : bucket.getValue()) {
      components
          .computeIfAbsent(parcel.numbers()[0], root -> new ArrayList<>())
          .add(Objects.requireNonNull(parcel.fingerprint()));
    }
    components.values().forEach(articles -> clusters.decide(articles).forEach(out::output));
    dedupe.busySince(start);
  }
}
