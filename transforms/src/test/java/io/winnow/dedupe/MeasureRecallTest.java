package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.RUN;
import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class MeasureRecallTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();

  @Test
  void comparesWithAllOfTodayAndOfThePast() {
    String story = String.join("", Prose.sentences(1, 30));
    List<Fingerprint> today =
        List.of(
            article("a", story).today(),
            article("b", String.join("", Prose.sentences(1, 27))).today(),
            article("c", story.toUpperCase(Locale.ROOT)).today(),
            article("d", Prose.text(2)).today());
    List<Fingerprint> past =
        List.of(
            article("e", String.join("", Prose.sentences(1, 28))).published(),
            article("f", Prose.text(3)).published());

    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    PAssert.thatSingleton(measured(pipeline, today, past))
        .satisfies(
            sample -> {
              assertThat(sample.articles(), is(4L));
              assertThat(sample.others(), is(6L));
              // a-b, b-c, and a, b, c with e; a and c are equal.
              assertThat(sample.candidates(), is(5L));
              assertThat(sample.pairs(), hasSize(5));
              assertThat(sample.pairs().stream().allMatch(SampledPair::isFound), is(true));
              return null;
            });
    pipeline.run();
  }

  @Test
  void nothingIsMeasuredWhereNothingCanBeNear() {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    PAssert.that(measured(pipeline, List.of(), List.of())).empty();
    pipeline.run();
  }

  @Test
  void judgesByTheTexts() {
    String story = String.join("", Prose.sentences(1, 30));
    String shorter = String.join("", Prose.sentences(1, 27));
    RecallSample sample =
        new RecallSample(
            3,
            9,
            3,
            List.of(
                pair("a", "b", true, true),
                pair("a", "c", true, true),
                pair("b", "d", false, false)));
    RecallJudge judge = new RecallJudge(sample, SPEC, RUN.id());
    judge.add("a", story);
    judge.add("b", shorter);
    judge.add("c", Prose.text(2));
    judge.add("d", story);

    MeasuredRecall recall = judge.recall();

    assertThat(recall.truePairs(), is(2L));
    assertThat(recall.found(), is(1L));
    assertThat(recall.wrong(), is(1L));
    assertThat(recall.missed().stream().map(MeasuredRecall.Missed::idB).toList(), contains("d"));
  }

  @Test
  void aPairWithThePastIsJudgedByItsSketches() {
    RecallSample sample =
        new RecallSample(
            1, 2, 1, List.of(new SampledPair(RUN.id(), "a", "earlier", "b", 0.7, 0.9, true, true)));

    MeasuredRecall recall = new RecallJudge(sample, SPEC, RUN.id()).recall();

    assertThat(recall.found(), is(1L));
    assertThat(recall.missed(), empty());
  }

  @Test
  void theIntervalIsWilsons() {
    MeasuredRecall recall = new MeasuredRecall(200, 1_000, 100, 100, 100, 95, 0, List.of());

    // Brown, Cai, DasGupta, "Interval Estimation for a Binomial Proportion": 95 of 100.
    assertThat(recall.low(), closeTo(0.8882, 1e-4));
    assertThat(recall.high(), closeTo(0.9785, 1e-4));
  }

  private static SampledPair pair(String a, String b, boolean met, boolean repeats) {
    return new SampledPair(RUN.id(), a, RUN.id(), b, 0.5, 0.5, met, repeats);
  }

  private static PCollection<RecallSample> measured(
      TestPipeline pipeline, List<Fingerprint> today, List<Fingerprint> past) {
    AvroCoder<Fingerprint> coder = AvroCoder.of(Fingerprint.class);
    PCollection<Fingerprint> articles =
        pipeline.apply("Today", Create.of(new ArrayList<>(today)).withCoder(coder));
    return pipeline
        .apply("Past", Create.of(past).withCoder(coder))
        .apply(MeasureRecall.of(articles, SPEC));
  }
}
