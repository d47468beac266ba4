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

  /** Each article with the least text of its component. */
  static final TupleTag<KV<Integer, Parcel>> LINKED = new TupleTag<>() {};

  private final Clusters clusters;
  private final int buckets;

  GatherFn(Clusters clusters, int buckets) {
    this.clusters = clusters;
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> home, MultiOutputReceiver out) {
    Map<Long, List<Fingerprint>> articles = new HashMap<>();
    Map<Long, Long> roots = new HashMap<>();
    for (Parcel parcel : home.getValue()) {
      Fingerprint article = parcel.fingerprint();
      if (article != null) {
        articles.computeIfAbsent(Keys.text(article), text -> new ArrayList<>()).add(article);
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
            clusters.decide(copies).forEach(out.get(ALONE)::output);
          } else {
            KV<Integer, Long> to = KV.of(Mix.bucket(root, buckets), root);
            copies.forEach(
                article ->
                    out.get(LINKED).output(KV.of(to.getKey(), Parcel.of(article, to.getValue()))));
          }
        });
  }
}
