package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides anew about duplicates whose original is gone: which of them are published in its place,
 * and what the others repeat.
 *
 * <p>Each is judged as its run would judge it today ({@link Clusters}): it repeats a published
 * article of its own run or an earlier one if it may and is similar enough, an orphan that stays
 * among them; else it stays. Articles that are published stay what they are, also where an orphan
 * that stays is similar to one of a later run.
 */
public final class Successors {
  private final DedupeSpec spec;
  private final Keys keys;
  private final KeyFilter filter;
  private final Map<Long, List<Fingerprint>> orphans = new TreeMap<>();
  private final List<Fingerprint> published = new ArrayList<>();

  /**
   * @param orphans fingerprints of the duplicates, of any runs
   */
  public Successors(DedupeSpec spec, Collection<Fingerprint> orphans) {
    this.spec = spec;
    this.keys = new Keys(spec);
    this.filter = KeyFilter.ofBytes(KeyFilter.bytesFor(orphans.size(), spec));
    for (Fingerprint orphan : orphans) {
      filter.add(orphan, keys);
      this.orphans
          .computeIfAbsent(orphan.getRunSequence(), sequence -> new ArrayList<>())
          .add(orphan);
    }
  }

  /** Takes note of an article that is published and will be, if an orphan may repeat it. */
  public void offer(Fingerprint article) {
    if (article.getKept() && filter.mayMeet(article, keys)) {
      published.add(article);
    }
  }

  /** One verdict for each orphan, by the id of its run and its own. */
  public Map<String, Map<String, Verdict>> decide() {
    Map<String, Map<String, Verdict>> decided = new HashMap<>();
    List<Fingerprint> promoted = new ArrayList<>();
    orphans.forEach(
        (sequence, ofRun) -> {
          Map<String, Verdict> verdicts = decide(sequence, ofRun, promoted);
          decided.put(ofRun.get(0).getRunId(), verdicts);
          ofRun.stream()
              .map(orphan -> remembered(orphan, verdicts.get(orphan.getId())))
              .filter(Fingerprint::getKept)
              .forEach(promoted::add);
        });
    return decided;
  }

  /** Cluster ids of orphans are forgotten: what began those clusters is gone. */
  private Map<String, Verdict> decide(
      long sequence, List<Fingerprint> ofRun, List<Fingerprint> promoted) {
    List<Fingerprint> articles = new ArrayList<>(promoted);
    published.stream()
        .filter(article -> article.getRunSequence() <= sequence)
        .forEach(articles::add);
    // As if they came right after their run: then its articles are of the past, too.
    long after = sequence + 1;
    ofRun.stream()
        .map(
            orphan -> Fingerprint.newBuilder(orphan).setRunSequence(after).setClusterId("").build())
        .forEach(articles::add);
    Clusters clusters = new Clusters(spec, after);
    Map<String, Verdict> verdicts = new HashMap<>();
    related(articles)
        .forEach(
            set -> clusters.decide(set).forEach(verdict -> verdicts.put(verdict.getId(), verdict)));
    return verdicts;
  }

  /** Sets outside of which no article repeats one in them, so that few pairs are compared. */
  private Collection<List<Fingerprint>> related(List<Fingerprint> articles) {
    BandIndex index = new BandIndex();
    Components sets = new Components();
    for (Fingerprint article : articles) {
      for (long key : keys.bands(article)) {
        index.add(Keys.text(article), Long.hashCode(key));
      }
      for (long key : Keys.url(article)) {
        index.add(Keys.text(article), Long.hashCode(key));
      }
    }
    index.forEachShared(
        texts -> {
          for (long text : texts) {
            sets.join(texts[0], text);
          }
        });
    return articles.stream()
        .collect(Collectors.groupingBy(article -> sets.root(Keys.text(article))))
        .values();
  }

  /** What later runs remember of an orphan from now on. */
  public static Fingerprint remembered(Fingerprint orphan, Verdict verdict) {
    return Fingerprint.newBuilder(orphan)
        .setKept(verdict.getDuplicateOf() == null)
        .setClusterId(verdict.getClusterId())
        .build();
  }
}
