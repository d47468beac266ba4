package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Decides component by component which articles stay; see {@link Clusters}. */
final class DecideFn extends DoFn<KV<Integer, Iterable<Parcel>>, Verdict> {
  static final TupleTag<Verdict> VERDICTS = new TupleTag<>() {};

  /** To every bucket: what was decided about the copies that wait there. */
  static final TupleTag<KV<Integer, Follow>> ANSWERS = new TupleTag<>() {};

  private final StageMeter dedupe = StageMeter.of("dedupe");
  private final Clusters clusters;
  private final int buckets;

  DecideFn(Clusters clusters, int buckets) {
    this.clusters = clusters;
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> bucket, MultiOutputReceiver out) {
    long start = System.nanoTime();
    HeapRoom room = Clusters.room();
    Map<Long, List<Parcel>> components = new HashMap<>();
    for (Parcel parcel : bucket.getValue()) {
      Clusters.take(parcel.fingerprint(), room);
      components.computeIfAbsent(parcel.numbers()[0], root -> new ArrayList<>()).add(parcel);
    }
    for (List<Parcel> articles : components.values()) {
      new Component(articles, 1).decide(clusters, buckets, out.get(VERDICTS)::output, answers(out));
    }
    dedupe.busySince(start);
  }

  /** Sends answers to their buckets. */
  static BiConsumer<Integer, Follow> answers(MultiOutputReceiver out) {
    return (bucket, answer) -> out.get(ANSWERS).output(KV.of(bucket, answer));
  }
}
