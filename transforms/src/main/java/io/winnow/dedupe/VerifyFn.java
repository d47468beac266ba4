package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    Texts texts = new Texts();
    List<long[]> groups = new ArrayList<>();
    for (Parcel parcel : worker.getValue()) {
      if (parcel.fingerprint() != null) {
        texts.add(parcel.fingerprint());
      } else {
        groups.addAll(split(parcel.numbers()));
      }
    }
    groups.sort(Arrays::compare);
    link(texts, groups, out.get(LINKS));
    texts.sample.pairs().forEach(out.get(BORDERLINE)::output);
    compared.inc(texts.compared);
    for (int bin = 0; bin < PairCounts.BINS; bin++) {
      if (texts.counts.count(bin) > 0) {
        Metrics.counter(StageMeter.NAMESPACE, PairCounts.metric(bin)).inc(texts.counts.count(bin));
      }
    }
    dedupe.busySince(start);
  }

  private void link(Texts texts, List<long[]> groups, OutputReceiver<KV<Integer, Parcel>> out) {
    Packed links = new Packed();
    BucketLinks bucketLinks =
        new BucketLinks(
            texts::repeat,
            (a, b) -> {
              linked.inc();
              links.add(0, new long[] {a, b}, to(out));
            });
    groups.forEach(bucketLinks::addBucket);
    links.flush(to(out));
  }

  /** The texts that one worker compares. */
  private final class Texts {
    private final LongIndex numbers = new LongIndex();
    private final List<Fingerprint> articles = new ArrayList<>();
    private final List<SketchedText> sketched = new ArrayList<>();
    private final BorderlineSample sample = new BorderlineSample();
    private final PairCounts counts = new PairCounts();
    private long compared;

    void add(Fingerprint article) {
      if (numbers.add(Keys.text(article)) == articles.size()) {
        articles.add(article);
        sketched.add(SketchedText.of(article).orElseThrow());
      }
    }

    boolean repeat(long a, long b) {
      int numberA = numbers.of(a);
      int numberB = numbers.of(b);
      SketchedText textA = sketched.get(numberA);
      SketchedText textB = sketched.get(numberB);
      Similarity similarity = textA.to(textB);
      compared++;
      counts.add(numberA, numberB, similarity.jaccard());
      boolean repeat = similarity.repeats(spec) && bands.meet(textA.sketch(), textB.sketch());
      if (similarity.isBorderline(spec)) {
        double margin = similarity.margin(spec);
        sample.add(pair(articles.get(numberA), articles.get(numberB), similarity, margin, repeat));
      }
      return repeat;
    }
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
