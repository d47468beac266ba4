package io.winnow.dedupe;

import io.winnow.run.StageMeter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Finds the texts that share a key. Those that share a band go, as a set, to the worker of the
 * least of them ({@link #GROUPS}), and each is asked to send its sketch there ({@link #ASKS}). So
 * the many bands that near-copies share meet at one worker, and a sketch travels there once.
 *
 * <p>Linked unseen ({@link #LINKS}) are those that share a URL: whatever they contain, one may be
 * the revision of another; and those of a band that more texts share than {@link
 * DedupeSpec#maxSameBand}. To be linked decides nothing: {@link Clusters} compares all that are
 * linked. So no pair is lost to a hot band, and the sets that travel stay small.
 */
final class ShareBucketFn extends ParcelFn<KV<Integer, Iterable<Parcel>>> {
  /** To workers: how many texts, and those; set after set. */
  static final TupleTag<KV<Integer, Parcel>> GROUPS = new TupleTag<>() {};

  /** To the homes of texts: text, worker; pair after pair. */
  static final TupleTag<KV<Integer, Parcel>> ASKS = new TupleTag<>() {};

  /** Text, text; pair after pair. */
  static final TupleTag<KV<Integer, Parcel>> LINKS = new TupleTag<>() {};

  private final StageMeter dedupe = StageMeter.of("dedupe");
  private final DedupeSpec spec;

  ShareBucketFn(DedupeSpec spec) {
    this.spec = spec;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Parcel>> bucket, MultiOutputReceiver out) {
    long start = System.nanoTime();
    BandIndex bands = new BandIndex();
    BandIndex urls = new BandIndex();
    for (Parcel block : bucket.getValue()) {
      Postings.read(block.numbers(), bands::add, urls::add);
    }
    shareBands(bands, out);
    linkUrls(urls, out);
    dedupe.busySince(start);
  }

  private void shareBands(BandIndex bands, MultiOutputReceiver out) {
    Components hot = linkHot(bands, out);
    Packed groups = new Packed();
    Map<Integer, LongIndex> wanted = new TreeMap<>();
    bands.forEachShared(
        texts -> {
          if (areLinked(texts, hot)) {
            return;
          }
          int worker = Mix.bucket(texts[0], spec.buckets());
          long[] group = new long[1 + texts.length];
          group[0] = texts.length;
          System.arraycopy(texts, 0, group, 1, texts.length);
          groups.add(worker, group, to(out.get(GROUPS)));
          LongIndex sent = wanted.computeIfAbsent(worker, key -> new LongIndex());
          for (long text : texts) {
            sent.add(text);
          }
        });
    groups.flush(to(out.get(GROUPS)));
    Packed asks = new Packed();
    wanted.forEach(
        (worker, texts) -> {
          for (int i = 0; i < texts.size(); i++) {
            long text = texts.value(i);
            asks.add(
                Mix.bucket(text, spec.buckets()), new long[] {text, worker}, to(out.get(ASKS)));
          }
        });
    asks.flush(to(out.get(ASKS)));
  }

  private Components linkHot(BandIndex bands, MultiOutputReceiver out) {
    Components hot = new Components();
    Packed links = new Packed();
    bands.forEachShared(
        spec.maxSameBand() + 1,
        texts -> {
          for (int i = 1; i < texts.length; i++) {
            if (hot.join(texts[0], texts[i])) {
              links.add(0, new long[] {texts[0], texts[i]}, to(out.get(LINKS)));
            }
          }
        });
    links.flush(to(out.get(LINKS)));
    return hot;
  }

  private static boolean areLinked(long[] texts, Components hot) {
    return hot.size() > 0
        && Arrays.stream(texts).allMatch(text -> hot.root(text) == hot.root(texts[0]));
  }

  private void linkUrls(BandIndex urls, MultiOutputReceiver out) {
    Packed links = new Packed();
    urls.forEachShared(
        texts -> {
          if (texts.length <= spec.maxSameUrl()) {
            for (int i = 1; i < texts.length; i++) {
              links.add(0, new long[] {texts[0], texts[i]}, to(out.get(LINKS)));
            }
          }
        });
    links.flush(to(out.get(LINKS)));
  }
}
