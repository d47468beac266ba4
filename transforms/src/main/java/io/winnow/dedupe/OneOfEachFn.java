package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Lets one article speak for each distinct text: the first by id keeps its sketch, every other goes
 * home without ({@link #COPIES}). So a million equal texts meet others once.
 *
 * <p>Of the copies that have nothing of their own that could decide otherwise ({@link
 * Clusters#isPlain}) only the most senior go on, as many as a cluster lists; the rest waits for
 * what is decided about those ({@link #FOLLOWERS}), and home learns how many they are. Earlier
 * copies that were not kept decide nothing and end here.
 */
final class OneOfEachFn extends DoFn<KV<Integer, Iterable<Fingerprint>>, Encoded<Fingerprint>> {
  static final TupleTag<Encoded<Fingerprint>> TEXTS = new TupleTag<>() {};

  /** To the homes of texts: a copy, and on one copy of a text how many follow it. */
  static final TupleTag<KV<Integer, Parcel>> COPIES = new TupleTag<>() {};

  static final TupleTag<KV<Integer, Follow>> FOLLOWERS = new TupleTag<>() {};

  private static final ByteBuffer NO_SKETCH = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final Counter copies = Metrics.counter(StageMeter.NAMESPACE, "dedupe:exact-copies");
  private final DedupeSpec spec;
  private final long sequence;

  OneOfEachFn(DedupeSpec spec, long sequence) {
    this.spec = spec;
    this.sequence = sequence;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Fingerprint>> bucket, MultiOutputReceiver out) {
    Map<String, Copies> texts = new HashMap<>();
    for (Fingerprint article : bucket.getValue()) {
      requireVersion(article);
      Copies known = texts.putIfAbsent(article.getContentSha256(), new Copies(article));
      if (known != null) {
        copies.inc();
        known.add(article, out);
      }
    }
    texts.values().forEach(text -> text.finish(out));
  }

  /** The articles of one text. */
  private final class Copies {
    private final PriorityQueue<Fingerprint> plain =
        new PriorityQueue<>(spec.seniority().reversed());
    private Fingerprint speaker;
    private int followers;

    Copies(Fingerprint first) {
      speaker = first;
    }

    void add(Fingerprint article, MultiOutputReceiver out) {
      boolean leads = isFirst(article, speaker);
      Fingerprint copy = withoutSketch(leads ? speaker : article);
      speaker = leads ? article : speaker;
      if (copy.getRunSequence() == sequence && Clusters.isPlain(copy)) {
        plain.add(copy);
        // One more than is listed, because the first of them may be the one that stays.
        if (plain.size() > spec.maxAlsoAt() + 1) {
          follow(plain.remove(), out);
        }
      } else if (copy.getRunSequence() == sequence || copy.getKept()) {
        sendHome(Parcel.of(copy), out);
      }
    }

    private void follow(Fingerprint copy, MultiOutputReceiver out) {
      followers++;
      int bucket = Mix.bucket(copy.getId().hashCode(), spec.buckets());
      out.get(FOLLOWERS).output(KV.of(bucket, Follow.copy(Keys.text(copy), copy.getId())));
    }

    void finish(MultiOutputReceiver out) {
      out.get(TEXTS).output(Encoded.of(Fingerprint.class, speaker));
      int untold = followers;
      for (Fingerprint copy : plain) {
        sendHome(untold > 0 ? Parcel.of(copy, untold) : Parcel.of(copy), out);
        untold = 0;
      }
    }

    private void sendHome(Parcel copy, MultiOutputReceiver out) {
      long text = Keys.text(java.util.Objects.requireNonNull(copy.fingerprint()));
      out.get(COPIES).output(KV.of(Mix.bucket(text, spec.buckets()), copy));
    }
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
