package io.winnow.bench;

import io.winnow.dedupe.DedupeInMemory;
import io.winnow.dedupe.RecallSample;
import io.winnow.learn.LearnInMemory;
import io.winnow.read.SourceFile;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import io.winnow.story.StoriesInMemory;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.tag.unknown.UnknownTermsInMemory;
import io.winnow.write.Receipt;
import io.winnow.write.RowStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The floor: the plain classes of a run called in a loop, by so many threads and without Beam, to
 * the same rows. All articles are held in memory.
 */
public final class Floor {
  private final FloorSteps steps;
  private final int threads;
  private final StageClock clock = new StageClock();
  private final UnknownTermsInMemory unknownTerms;
  private RecallSample recall = RecallSample.NONE;

  public Floor(FloorSteps steps, int threads) {
    this.steps = steps;
    this.threads = threads;
    this.unknownTerms = new UnknownTermsInMemory(steps.taxonomy());
  }

  /**
   * Writes the rows of every dataset, with their {@link Receipt}.
   *
   * @return what stages took in and how long they were busy, by metric name
   */
  public Map<String, Long> run(List<SourceFile> files, RowStore store)
      throws IOException, InterruptedException {
    FloorReading reading = new FloorReading(steps, clock);
    reading.read(files, threads);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      FloorWriting writing =
          new FloorWriting(steps, decided(reading, pool), unknownTerms, store, clock);
      Receipt.write(store, within(pool, () -> writing.write(reading, threads)));
      return clock.metrics();
    } finally {
      pool.shutdownNow();
    }
  }

  private Decided decided(FloorReading reading, ForkJoinPool pool) throws InterruptedException {
    List<KnownArticle> articles = new ArrayList<>(reading.articles());
    articles.sort(Comparator.comparing(KnownArticle::id));
    List<Fingerprint> keys = articles.stream().map(KnownArticle::keys).toList();
    List<StoryMark> signed = articles.stream().map(KnownArticle::signed).toList();
    StageClock.Begin start = clock.begin();
    List<Verdict> verdicts =
        within(pool, () -> DedupeInMemory.verdicts(keys, steps.dedupe(), steps.run().sequence()));
    recall = DedupeInMemory.recall(keys, steps.dedupe());
    clock.elements("dedupe", 0, start);
    Set<String> duplicates =
        verdicts.stream()
            .filter(verdict -> verdict.getDuplicateOf() != null)
            .map(Verdict::getId)
            .collect(Collectors.toSet());
    StageClock.Begin found = clock.begin();
    List<StoryMark> stories =
        within(
            pool,
            () ->
                StoriesInMemory.marks(
                    signed, duplicates, steps.buckets(), steps.expectedArticles()));
    clock.elements("stories", 0, found);
    LearnInMemory learned =
        LearnInMemory.of(articles.stream().map(KnownArticle::draft).toList(), steps.learn());
    return new Decided(
        articles,
        verdicts.stream().collect(Collectors.toMap(Verdict::getId, Function.identity())),
        stories.stream().collect(Collectors.toMap(StoryMark::getId, Function.identity())),
        learned);
  }

  /**
   * All that is known when articles are finished.
   *
   * @param articles by id
   */
  record Decided(
      List<KnownArticle> articles,
      Map<String, Verdict> verdicts,
      Map<String, StoryMark> stories,
      LearnInMemory learned) {}

  private static <T> T within(ForkJoinPool pool, Callable<T> work) throws InterruptedException {
    try {
      return pool.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the floor failed", e.getCause());
    }
  }

  /** What articles name and the taxonomy does not know. */
  public List<UnknownTerm> unknownTerms() {
    return unknownTerms.first();
  }

  /** What a few articles compared with all others have shown. */
  public RecallSample recall() {
    return recall;
  }
}
