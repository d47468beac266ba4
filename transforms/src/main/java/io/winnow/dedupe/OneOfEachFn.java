package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Lets one article speak for each distinct text: the first by id keeps its sketch, every other goes
 * to {@link #COPIES} without. So a million equal texts meet others once.
 */
final class OneOfEachFn extends DoFn<KV<Integer, Iterable<Fingerprint>>, Fingerprint> {
  static final TupleTag<Fingerprint> TEXTS = new TupleTag<>() {};
  static final TupleTag<Fingerprint> COPIES = new TupleTag<>() {};

  private static final ByteBuffer NO_SKETCH = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final Counter copies = Metrics.counter(StageMeter.NAMESPACE, "dedupe:exact-copies");

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Fingerprint>> bucket, MultiOutputReceiver out) {
    Map<String, Fingerprint> texts = new HashMap<>();
    for (Fingerprint article : bucket.getValue()) {
      requireVersion(article);
      Fingerprint known = texts.putIfAbsent(article.getContentSha256(), article);
      if (known != null) {
        boolean leads = isFirst(article, known);
        if (leads) {
          texts.put(article.getContentSha256(), article);
        }
        copies.inc();
        out.get(COPIES).output(withoutSketch(leads ? known : article));
      }
    }
    texts.values().forEach(out.get(TEXTS)::output);
  }

  private static boolean isFirst(Fingerprint article, Fingerprint known) {
    int byId = article.getId().compareTo(known.getId());
    return byId != 0 ? byId < 0 : article.getRunSequence() < known.getRunSequence();
  }

  private static Fingerprint withoutSketch(Fingerprint article) {
    return Fingerprint.newBuilder(article).setSketch(NO_SKETCH).build();
  }

  private static void requireVersion(Fingerprint article) {
    if (article.getVersion() != Fingerprints.VERSION) {
      throw new IllegalArgumentException(
          "fingerprint of "
              + article.getId()
              + " must have version "
              + Fingerprints.VERSION
              + ", was: "
              + article.getVersion());
    }
  }
}
