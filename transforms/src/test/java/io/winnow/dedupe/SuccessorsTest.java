package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuccessorsTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();

  @Test
  void theMostSeniorStaysAndTheOthersRepeatIt() {
    Successors successors =
        new Successors(
            SPEC,
            List.of(
                orphan("b", Prose.sentences(1, 30), 3),
                orphan("a", Prose.sentences(1, 28), 3),
                orphan("c", Prose.sentences(1, 30), 4),
                orphan("d", Prose.sentences(2, 30), 4)));

    Map<String, Map<String, Verdict>> verdicts = successors.decide();

    assertThat(verdicts.get("run 3").get("b").getDuplicateOf(), nullValue());
    assertThat(verdicts.get("run 3").get("b").getClusterId(), is("b"));
    assertThat(verdicts.get("run 3").get("b").getClusterSize(), is(2));
    assertThat(verdicts.get("run 3").get("a").getDuplicateOf(), is("b"));
    assertThat(verdicts.get("run 4").get("c").getDuplicateOf(), is("b"));
    assertThat(verdicts.get("run 4").get("c").getDuplicateOfRun(), is("run 3"));
    assertThat(verdicts.get("run 4").get("d").getDuplicateOf(), nullValue());
  }

  @Test
  void nothingRepeatsAnArticleOfALaterRunOrADuplicate() {
    List<String> story = Prose.sentences(1, 30);
    Successors successors = new Successors(SPEC, List.of(orphan("a", story, 3)));
    successors.offer(kept("later", story, 4));
    successors.offer(orphan("duplicate", story, 2));

    assertThat(successors.decide().get("run 3").get("a").getDuplicateOf(), nullValue());

    successors.offer(kept("own", story, 3));
    assertThat(successors.decide().get("run 3").get("a").getDuplicateOf(), is("own"));

    successors.offer(kept("earlier", story, 1));
    assertThat(successors.decide().get("run 3").get("a").getDuplicateOf(), is("earlier"));
  }

  @Test
  void setsApartDecideAsOneSetWouldInAnyOrder() {
    List<Fingerprint> articles = new ArrayList<>();
    for (Fingerprint made : Corpus.of(21, 300)) {
      articles.add(Fingerprint.newBuilder(made).setRunId("run 9").setRunSequence(9).build());
    }
    Map<String, String> expected = new TreeMap<>();
    new Clusters(SPEC, 9)
        .decide(articles)
        .forEach(
            verdict -> expected.put(verdict.getId(), String.valueOf(verdict.getDuplicateOf())));

    Collections.shuffle(articles, new Random(1));
    Map<String, String> decided = new TreeMap<>();
    new Successors(SPEC, articles)
        .decide()
        .get("run 9")
        .forEach((id, verdict) -> decided.put(id, String.valueOf(verdict.getDuplicateOf())));

    assertThat(decided, is(expected));
  }

  private static Fingerprint orphan(String id, List<String> sentences, long sequence) {
    return Fingerprint.newBuilder(kept(id, sentences, sequence))
        .setKept(false)
        .setClusterId("gone")
        .build();
  }

  private static Fingerprint kept(String id, List<String> sentences, long sequence) {
    return Fingerprint.newBuilder(Drafts.article(id, String.join("", sentences)).today())
        .setRunId("run " + sequence)
        .setRunSequence(sequence)
        .setClusterId(id)
        .build();
  }
}
