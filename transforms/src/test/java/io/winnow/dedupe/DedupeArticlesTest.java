package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.RUN;
import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class DedupeArticlesTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults().withBuckets(4);

  @Test
  void givesEveryArticleOfTheRunOneVerdict() {
    List<Fingerprint> articles = new ArrayList<>();
    String text = Prose.text(1);
    articles.add(article("a", text).today());
    articles.add(article("b", text.toUpperCase(Locale.ROOT)).today());
    articles.add(article("c", String.join("", Prose.sentences(1, 24))).today());
    articles.add(article("d", Prose.text(2)).today());
    articles.add(article("e", "短讯").today());
    articles.add(article("f", "短讯。").today());

    TestPipeline pipeline = pipeline();
    PAssert.that(run(pipeline, articles, SPEC).get(DedupeArticles.VERDICTS))
        .satisfies(
            verdicts -> {
              List<String> seen = new ArrayList<>();
              verdicts.forEach(
                  v -> seen.add(v.getId() + " " + v.getDuplicateOf() + " " + v.getMethod()));
              assertThat(
                  seen,
                  containsInAnyOrder(
                      "a null null",
                      "b a exact",
                      "c a near",
                      "d null null",
                      "f null null",
                      "e f exact"));
              return null;
            });
    pipeline.run();
  }

  @Test
  void samplesPairsNearTheThreshold() {
    List<String> half = Prose.sentences(1, 20);
    List<Fingerprint> articles = new ArrayList<>();
    articles.add(
        article("a", String.join("", half) + String.join("", Prose.sentences(2, 10))).today());
    articles.add(
        article("b", String.join("", half) + String.join("", Prose.sentences(3, 10))).today());

    TestPipeline pipeline = pipeline();
    PAssert.that(run(pipeline, articles, SPEC).get(DedupeArticles.BORDERLINE))
        .satisfies(
            pairs -> {
              List<BorderlinePair> all = new ArrayList<>();
              pairs.forEach(all::add);
              assertThat(all, hasSize(1));
              assertThat(all.get(0).idA() + all.get(0).idB(), is("ab"));
              return null;
            });
    pipeline.run();
  }

  @Test
  void countsThousandsOfExactCopiesAndListsABoundedNumberOfThem() {
    Fingerprint first = article("00000", Prose.text(1)).today();
    List<Fingerprint> articles =
        IntStream.range(0, 5_000)
            .mapToObj(i -> Fingerprint.newBuilder(first).setId(String.format("%05d", i)).build())
            .toList();

    TestPipeline pipeline = pipeline();
    PAssert.that(run(pipeline, articles, SPEC).get(DedupeArticles.VERDICTS))
        .satisfies(
            verdicts -> {
              int duplicates = 0;
              for (Verdict verdict : verdicts) {
                assertThat(verdict.getClusterSize(), is(5_000));
                if (verdict.getId().equals("00000")) {
                  assertThat(verdict.getAlsoAt(), hasSize(DedupeSpec.DEFAULT_MAX_ALSO_AT));
                } else {
                  assertThat(verdict.getDuplicateOf(), is("00000"));
                  duplicates++;
                }
              }
              assertThat(duplicates, is(4_999));
              return null;
            });
    pipeline.run();
  }

  @Test
  void copiesThatWaitFollowWhatTheirTextRepeats() {
    String story = String.join("", Prose.sentences(1, 30));
    String shorter = String.join("", Prose.sentences(1, 26));
    List<Fingerprint> articles = new ArrayList<>();
    articles.add(article("whole", story).today());
    Fingerprint copy = article("x", shorter).today();
    for (int i = 0; i < 40; i++) {
      articles.add(Fingerprint.newBuilder(copy).setId("copy" + i).build());
    }
    articles.add(Fingerprint.newBuilder(copy).setId("part").setSeries("talk").setPart(2).build());
    articles.add(article("old", shorter).published());
    DedupeSpec few =
        new DedupeSpec(
            SPEC.near(),
            SPEC.contained(),
            SPEC.containedSize(),
            SPEC.bands(),
            SPEC.rows(),
            3,
            SPEC.maxSameUrl(),
            SPEC.maxSameBand(),
            5,
            SPEC.seniority());
    for (List<Fingerprint> input : List.of(articles, articles.subList(0, 42))) {
      List<Verdict> expected = new Clusters(few, RUN.sequence()).decide(input);
      TestPipeline pipeline = pipeline();
      PAssert.that(run(pipeline, input, few).get(DedupeArticles.VERDICTS))
          .containsInAnyOrder(expected);
      pipeline.run();
    }
  }

  @Test
  void refusesFingerprintsOfAnotherVersion() {
    Fingerprint old =
        Fingerprint.newBuilder(article("a", Prose.text(1)).published()).setVersion(0).build();

    TestPipeline pipeline = pipeline();
    run(pipeline, List.of(old), SPEC);
    Exception failed = assertThrows(RuntimeException.class, pipeline::run);
    assertThat(
        failed.getMessage(),
        containsString("fingerprint of a must have version " + Fingerprints.VERSION + ", was: 0"));
  }

  @Test
  void hasNoVerdictsAndNoSampleForNoArticles() {
    TestPipeline pipeline = pipeline();
    PCollectionTuple output = run(pipeline, List.of(), SPEC);
    PAssert.that(output.get(DedupeArticles.VERDICTS)).empty();
    PAssert.that(output.get(DedupeArticles.BORDERLINE)).empty();
    pipeline.run();
  }

  @Test
  void decidesAsClustersWouldOnTheWholeInputWhateverTheOrderAndTheBuckets() {
    List<Fingerprint> articles = Corpus.of(11, 300);
    List<Verdict> expected = new Clusters(SPEC, RUN.sequence()).decide(articles);
    for (int buckets : new int[] {1, 7}) {
      Collections.shuffle(articles, new Random(buckets));
      TestPipeline pipeline = pipeline();
      PAssert.that(run(pipeline, articles, SPEC.withBuckets(buckets)).get(DedupeArticles.VERDICTS))
          .containsInAnyOrder(expected);
      pipeline.run();
    }
  }

  @Test
  void aHotBandChangesNoVerdict() {
    List<Fingerprint> articles = Corpus.of(12, 200);
    DedupeSpec hot =
        new DedupeSpec(
            SPEC.near(),
            SPEC.contained(),
            SPEC.containedSize(),
            SPEC.bands(),
            SPEC.rows(),
            3,
            SPEC.maxSameUrl(),
            2,
            SPEC.maxAlsoAt(),
            SPEC.seniority());
    List<Verdict> expected = new Clusters(SPEC, RUN.sequence()).decide(articles);
    TestPipeline pipeline = pipeline();
    PAssert.that(run(pipeline, articles, hot).get(DedupeArticles.VERDICTS))
        .containsInAnyOrder(expected);
    pipeline.run();
  }

  private static PCollectionTuple run(
      TestPipeline pipeline, List<Fingerprint> articles, DedupeSpec spec) {
    PCollection<Fingerprint> input =
        pipeline.apply(Create.of(articles).withCoder(AvroCoder.of(Fingerprint.class)));
    return input.apply(DedupeArticles.of(spec, RUN));
  }

  private static TestPipeline pipeline() {
    return TestPipeline.create().enableAbandonedNodeEnforcement(false);
  }
}
