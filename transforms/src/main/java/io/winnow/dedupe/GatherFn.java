package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Sends the articles of linked texts to the bucket of their component ({@link #LINKED}), and
 * decides all others at once: only exact copies can be among them.
 */
final class GatherFn extends DoFn<KV<Integer, Iterable<Parcel>>, Verdict> {
  static final TupleTag<Verdict> ALONE = new TupleTag<>() {};

  /** Each article with the least text of its component, and how many follow it. */
  static final TupleTag<KV<Integer, Parcel>> LINKED = new TupleTag<>() {};

  private final Clusters clusters;
  private final int buckets;

  GatherFn(Clusters clusters, int buckets) {
    this.clusters = clusters;
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> home, MultiOutputReceiver out) {
    Map<Long, List<Parcel>> articles = new HashMap<>();
    Map<Long, Long> roots = new HashMap<>();
    for (Parcel parcel : home.getValue()) {
      Fingerprint article = parcel.fingerprint();
      if (article != null) {
        articles.computeIfAbsent(Keys.text(article), text -> new ArrayList<>()).add(parcel);
        continue;
      }
      long[] pairs = parcel.numbers();
      for (int i = 0; i < pairs.length; i += 2) {
        roots.put(pairs[i], pairs[i + 1]);
      }
    }
    articles.forEach(
        (text, copies) -> {
          Long root = roots.get(text);
          if (root == null) {
            new Component(copies, 0)
                .decide(clusters, buckets, out.get(ALONE)::output, DecideFn.answers(out));
          } else {
            int bucket = Mix.bucket(root, buckets);
            copies.forEach(copy -> out.get(LINKED).output(KV.of(bucket, copy.under(root))));
          }
        });
  }
}
