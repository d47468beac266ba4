package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Compares the texts that share a band, and links those that repeat one another; see {@link
 * BucketLinks}. A sample of the pairs near the threshold goes to {@link #BORDERLINE}.
 */
final class VerifyFn extends ParcelFn<KV<Integer, Iterable<Parcel>>> {
  /** Text, text; pair after pair. */
  static final TupleTag<KV<Integer, Parcel>> LINKS = new TupleTag<>() {};

  static final TupleTag<BorderlinePair> BORDERLINE = new TupleTag<>() {};

  private final DedupeSpec spec;
  private final Bands bands;
  private final StageMeter dedupe = StageMeter.of("dedupe");
  private final Counter compared = Metrics.counter(StageMeter.NAMESPACE, "dedupe:pairs-compared");
  private final Counter linked = Metrics.counter(StageMeter.NAMESPACE, "dedupe:pairs-linked");

  VerifyFn(DedupeSpec spec) {
    this.spec = spec;
    this.bands = new Bands(spec.bands(), spec.rows());
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> worker, MultiOutputReceiver out) {
    long start = System.nanoTime();
    Map<Long, Fingerprint> texts = new HashMap<>();
    List<long[]> groups = new ArrayList<>();
    for (Parcel parcel : worker.getValue()) {
      if (parcel.fingerprint() != null) {
        texts.put(Keys.text(parcel.fingerprint()), parcel.fingerprint());
      } else {
        groups.addAll(split(parcel.numbers()));
      }
    }
    groups.sort(Arrays::compare);
    BorderlineSample sample = new BorderlineSample();
    link(texts, groups, sample, out.get(LINKS));
    sample.pairs().forEach(out.get(BORDERLINE)::output);
    dedupe.busySince(start);
  }

  private void link(
      Map<Long, Fingerprint> texts,
      List<long[]> groups,
      BorderlineSample sample,
      OutputReceiver<KV<Integer, Parcel>> out) {
    Map<Long, SketchedText> sketched = new HashMap<>();
    texts.forEach((text, article) -> sketched.put(text, SketchedText.of(article).orElseThrow()));
    Packed links = new Packed();
    BucketLinks bucketLinks =
        new BucketLinks(
            (a, b) -> repeats(a, b, sketched, texts, sample),
            (a, b) -> {
              linked.inc();
              links.add(0, new long[] {a, b}, to(out));
            });
    groups.forEach(bucketLinks::addBucket);
    links.flush(to(out));
  }

  private boolean repeats(
      long a,
      long b,
      Map<Long, SketchedText> sketched,
      Map<Long, Fingerprint> texts,
      BorderlineSample sample) {
    SketchedText textA = Objects.requireNonNull(sketched.get(a));
    SketchedText textB = Objects.requireNonNull(sketched.get(b));
    Similarity similarity = textA.to(textB);
    compared.inc();
    boolean repeats = similarity.repeats(spec) && bands.meet(textA.sketch(), textB.sketch());
    if (similarity.isBorderline(spec)) {
      sample.add(pair(texts.get(a), texts.get(b), similarity, similarity.margin(spec), repeats));
    }
    return repeats;
  }

  private static BorderlinePair pair(
      Fingerprint a, Fingerprint b, Similarity similarity, double margin, boolean repeats) {
    boolean ordered = a.getId().compareTo(b.getId()) <= 0;
    Fingerprint first = ordered ? a : b;
    Fingerprint second = ordered ? b : a;
    return new BorderlinePair(
        first.getId(),
        first.getTitle(),
        second.getId(),
        second.getTitle(),
        similarity.jaccard(),
        similarity.containment(),
        margin,
        repeats);
  }

  /** The sets of a block: how many, and those. */
  private static List<long[]> split(long[] block) {
    List<long[]> groups = new ArrayList<>();
    for (int at = 0; at < block.length; at += 1 + (int) block[at]) {
      groups.add(Arrays.copyOfRange(block, at + 1, at + 1 + (int) block[at]));
    }
    return groups;
  }
}
