package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class NearbyHistoryTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults().withBuckets(4);

  @Test
  void dropsWhatNothingOfTodayCanRepeat() {
    Fingerprint unrelated = article("unrelated", Prose.text(2)).published();
    Fingerprint related = article("related", Prose.text(1)).published();
    Fingerprint repeating = article("dup", Prose.text(1)).repeating("related");

    assertPassed(
        List.of(unrelated, related, repeating),
        List.of(article("a", Prose.text(1)).today()),
        "related");
  }

  @Test
  void aDayWithoutArticlesNeedsNoHistory() {
    assertPassed(List.of(article("old", Prose.text(1)).published()), List.of());
  }

  @Test
  void noHistoryStaysNone() {
    assertPassed(List.of(), List.of(article("a", Prose.text(1)).today()));
  }

  @Test
  void whatIsDroppedChangesNoVerdict() {
    List<Fingerprint> today = new ArrayList<>();
    List<Fingerprint> history = new ArrayList<>();
    List<MadeArticles.Made> made = MadeArticles.of(11, 600);
    for (int i = 0; i < made.size(); i++) {
      Drafts draft = article(String.format("%04d", i), made.get(i).text()).at(made.get(i).url());
      if (i % 3 == 0) {
        today.add(draft.today());
      } else {
        history.add(draft.published());
      }
    }
    KeyFilter filter = KeyFilter.ofBytes(1 << 20);
    Keys keys = new Keys(SPEC);
    today.forEach(article -> filter.add(article, keys));
    List<Fingerprint> nearby =
        history.stream().filter(article -> filter.mayMeet(article, keys)).toList();

    assertThat(nearby.size(), lessThan(history.size()));
    assertThat(verdicts(today, nearby), equalTo(verdicts(today, history)));
  }

  private static List<Verdict> verdicts(List<Fingerprint> today, List<Fingerprint> history) {
    List<Fingerprint> all = new ArrayList<>(today);
    all.addAll(history);
    return new Clusters(SPEC, Drafts.RUN.sequence()).decide(all);
  }

  private static void assertPassed(
      List<Fingerprint> history, List<Fingerprint> today, String... ids) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    AvroCoder<Fingerprint> coder = AvroCoder.of(Fingerprint.class);
    PCollection<Fingerprint> articles = pipeline.apply("Today", Create.of(today).withCoder(coder));
    PAssert.that(
            pipeline
                .apply("Past", Create.of(history).withCoder(coder))
                .apply(NearbyHistory.of(articles, SPEC, 100)))
        .satisfies(
            passed -> {
              List<String> seen =
                  StreamSupport.stream(passed.spliterator(), false)
                      .map(Fingerprint::getId)
                      .sorted()
                      .toList();
              assertThat(seen, equalTo(List.copyOf(new TreeSet<>(List.of(ids)))));
              return null;
            });
    pipeline.run();
  }
}
