package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A law: runs day by day, each with those before as its history, keep what one run over all days
 * keeps in which the day decides first; and each duplicate repeats the same article.
 */
class DailyRunsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final DedupeSpec SPEC = DedupeSpec.defaults().withBuckets(3);
  private static final DedupeSpec DAY_FIRST =
      SPEC.withSeniority(Seniority.defaults().first(List.of(Seniority.Key.EARLIEST)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void thirtyDailyRunsKeepWhatOneRunKeeps(long seed) {
    Map<Integer, List<Fingerprint>> days = days(seed, 400, 30);

    Map<String, String> daily = daily(days);

    assertThat(daily, is(once(days)));
    assertThat(originals(daily).size(), greaterThan(100));
    assertThat(daily.size() - originals(daily).size(), greaterThan(100));
  }

  @Test
  void soDoTheStepsOfAPipeline() {
    Map<Integer, List<Fingerprint>> days = days(5, 200, 3);
    Map<String, String> expected = once(days);
    List<Fingerprint> history = new ArrayList<>();
    days.forEach(
        (day, articles) -> {
          List<Fingerprint> input = new ArrayList<>(history);
          input.addAll(articles);
          List<String> told =
              articles.stream().map(it -> it.getId() + "=" + expected.get(it.getId())).toList();
          TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
          RunInfo run = new RunInfo(runId(day), FIRST.plusDays(day), day);
          PAssert.that(
                  pipeline
                      .apply(Create.of(input).withCoder(AvroCoder.of(Fingerprint.class)))
                      .apply(DedupeArticles.of(SPEC, run))
                      .get(DedupeArticles.VERDICTS))
              .satisfies(
                  verdicts -> {
                    List<String> seen = new ArrayList<>();
                    verdicts.forEach(v -> seen.add(v.getId() + "=" + original(v)));
                    assertThat(seen, containsInAnyOrder(told.toArray()));
                    return null;
                  });
          pipeline.run();
          history.addAll(remembered(articles, expected));
        });
  }

  /** By id, which article each one repeats; itself where it stays. */
  private static Map<String, String> daily(Map<Integer, List<Fingerprint>> days) {
    Map<String, String> originals = new TreeMap<>();
    List<Fingerprint> history = new ArrayList<>();
    days.forEach(
        (day, articles) -> {
          List<Fingerprint> input = new ArrayList<>(history);
          input.addAll(articles);
          new Clusters(SPEC, day)
              .decide(input)
              .forEach(verdict -> originals.put(verdict.getId(), original(verdict)));
          history.addAll(remembered(articles, originals));
        });
    return originals;
  }

  private static Map<String, String> once(Map<Integer, List<Fingerprint>> days) {
    List<Fingerprint> all =
        days.values().stream()
            .flatMap(List::stream)
            .map(article -> Fingerprint.newBuilder(article).setRunSequence(1).build())
            .toList();
    Map<String, String> originals = new TreeMap<>();
    new Clusters(DAY_FIRST, 1)
        .decide(all)
        .forEach(verdict -> originals.put(verdict.getId(), original(verdict)));
    return originals;
  }

  private static List<Fingerprint> remembered(
      List<Fingerprint> articles, Map<String, String> originals) {
    return articles.stream()
        .map(
            article -> {
              String original = originals.get(article.getId());
              return Fingerprint.newBuilder(article)
                  .setKept(original.equals(article.getId()))
                  .setClusterId(original)
                  .build();
            })
        .toList();
  }

  private static List<String> originals(Map<String, String> repeated) {
    return repeated.entrySet().stream()
        .filter(it -> it.getKey().equals(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String original(Verdict verdict) {
    return verdict.getDuplicateOf() == null ? verdict.getId() : verdict.getDuplicateOf();
  }

  /** Articles by the day on which they come, from 1; copies may come before what was copied. */
  private static Map<Integer, List<Fingerprint>> days(long seed, int size, int days) {
    Random random = new Random(seed);
    Map<String, Integer> places = new HashMap<>();
    return Corpus.of(seed, size).stream()
        .map(
            article -> {
              int day = 1 + random.nextInt(days);
              return Fingerprint.newBuilder(article)
                  .setRunId(runId(day))
                  .setRunSequence(day)
                  .setKept(true)
                  .setClusterId("")
                  .setPublished(FIRST.plusDays(day))
                  .setSourceOrdinal(places.merge(runId(day), 1, Integer::sum))
                  .build();
            })
        .collect(
            Collectors.groupingBy(
                article -> (int) article.getRunSequence(), TreeMap::new, Collectors.toList()));
  }

  private static String runId(int day) {
    return String.format("day-%02d", day);
  }
}
