package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decides in the memory of one process what {@link DedupeArticles} decides on many workers, with
 * the same plain classes and to the same verdicts: the measure of what distribution costs.
 *
 * <p>Works in as many threads as the pool that it is called in has. All fingerprints are of one run
 * and of this version.
 */
public final class DedupeInMemory {
  private final DedupeSpec spec;
  private final Bands bands;
  private final Components components = new Components();

  /** By {@link Keys#text}: the first article, which speaks for its copies. */
  private final Map<Long, Fingerprint> texts = new HashMap<>();

  private final Map<Long, SketchedText> sketched = new HashMap<>();

  private DedupeInMemory(DedupeSpec spec) {
    this.spec = spec;
    this.bands = new Bands(spec.bands(), spec.rows());
  }

  /** One verdict for each article, in no order. */
  public static List<Verdict> verdicts(List<Fingerprint> articles, DedupeSpec spec, long sequence) {
    DedupeInMemory dedupe = new DedupeInMemory(spec);
    dedupe.read(articles);
    dedupe.link(articles);
    return dedupe.decide(articles, new Clusters(spec, sequence));
  }

  /** What {@link MeasureRecall} would tell. */
  public static RecallSample recall(List<Fingerprint> articles, DedupeSpec spec) {
    LeastByHash<Fingerprint> chosen = new LeastByHash<>(RecallProbe.ARTICLES, Fingerprint::getId);
    articles.stream().filter(article -> article.getSketch().hasRemaining()).forEach(chosen::add);
    RecallProbe probe = new RecallProbe(chosen.items(), spec);
    RecallProbe.Tally tally = new RecallProbe.Tally();
    articles.forEach(article -> probe.look(article, tally));
    return tally.sample(probe);
  }

  private void read(List<Fingerprint> articles) {
    for (Fingerprint article : articles) {
      texts.merge(
          Keys.text(article), article, (a, b) -> a.getId().compareTo(b.getId()) <= 0 ? a : b);
    }
    texts.forEach(
        (text, article) ->
            SketchedText.of(article).ifPresent(sketch -> sketched.put(text, sketch)));
  }

  /** Each thread takes the keys of one part, and all that they need is at hand. */
  private void link(List<Fingerprint> articles) {
    Keys keys = new Keys(spec);
    int parts = spec.postingBuckets();
    long[] order = texts.keySet().stream().mapToLong(text -> text).sorted().toArray();
    long[][] ofTexts = new long[order.length][];
    IntStream.range(0, order.length)
        .parallel()
        .forEach(i -> ofTexts[i] = keys.bands(texts.get(order[i])));
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              BandIndex index = new BandIndex();
              for (int i = 0; i < order.length; i++) {
                for (long key : ofTexts[i]) {
                  if (Mix.bucket(key, parts) == part) {
                    index.add(order[i], Postings.part(key));
                  }
                }
              }
              linkBands(index);
            });
    BandIndex urls = new BandIndex();
    for (Fingerprint article : articles) {
      for (long key : Keys.url(article)) {
        urls.add(Keys.text(article), Postings.part(key));
      }
    }
    urls.forEachShared(
        sharing -> {
          if (sharing.length <= spec.maxSameUrl()) {
            joinAll(sharing);
          }
        });
  }

  private void linkBands(BandIndex index) {
    index.forEachShared(spec.maxSameBand() + 1, this::joinAll);
    BucketLinks links = new BucketLinks(this::repeat, this::join);
    index.forEachShared(
        sharing -> {
          if (sharing.length <= spec.maxSameBand()) {
            links.addBucket(sharing);
          }
        });
  }

  private boolean repeat(long a, long b) {
    SketchedText one = sketched.get(a);
    SketchedText other = sketched.get(b);
    return one.to(other).repeats(spec) && bands.meet(one.sketch(), other.sketch());
  }

  private void joinAll(long[] sharing) {
    Arrays.stream(sharing).skip(1).forEach(text -> join(sharing[0], text));
  }

  private synchronized void join(long a, long b) {
    components.join(a, b);
  }

  private List<Verdict> decide(List<Fingerprint> articles, Clusters clusters) {
    Map<Long, List<Fingerprint>> sets = new HashMap<>();
    for (Fingerprint article : articles) {
      sets.computeIfAbsent(components.root(Keys.text(article)), root -> new ArrayList<>())
          .add(article);
    }
    return sets.values().parallelStream()
        .map(clusters::decide)
        .flatMap(Collection::stream)
        .sorted(Comparator.comparing(Verdict::getId))
        .toList();
  }
}
