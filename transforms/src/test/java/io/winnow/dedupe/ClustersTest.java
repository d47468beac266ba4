package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Copy;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();
  private static final String STORY = Prose.text(1);
  private static final String OTHER = Prose.text(2);

  @Test
  void keepsTheFirstOfTwoEqualTextsAndNamesTheOther() {
    Map<String, Verdict> verdicts =
        decide(article("a", STORY).today(), article("b", STORY.replace('.', '!')).today());

    assertThat(verdicts.get("a").getDuplicateOf(), is(nullValue()));
    assertThat(verdicts.get("a").getClusterSize(), is(2));
    assertThat(titles(verdicts.get("a")), contains("title of b"));
    assertThat(verdicts.get("b").getDuplicateOf(), is("a"));
    assertThat(verdicts.get("b").getDuplicateOfRun(), is("today"));
    assertThat(verdicts.get("b").getMethod(), is("exact"));
    assertThat(verdicts.get("b").getSimilarity(), is(1.0));
    assertThat(verdicts.get("b").getClusterId(), is("a"));
    assertThat(verdicts.get("b").getAlsoAt(), is(empty()));
  }

  @Test
  void prefersTheOneWhoseUrlIsKnownEvenIfItIsShorter() {
    Map<String, Verdict> verdicts =
        decide(article("a", STORY).today(), article("b", start(24)).at("https://x.org/1").today());

    assertThat(verdicts.get("a").getDuplicateOf(), is("b"));
  }

  @Test
  void takesATruncatedCopyForADuplicateOfTheWhole() {
    Map<String, Verdict> verdicts =
        decide(article("a", STORY).today(), article("b", start(11)).today());

    assertThat(verdicts.get("b").getDuplicateOf(), is("a"));
    assertThat(verdicts.get("b").getMethod(), is("near"));
    assertThat(verdicts.get("b").getSimilarity(), is(closeTo(1, 0.1)));
  }

  @Test
  void keepsADigestThatQuotesThreeSentences() {
    String digest = start(3) + String.join("", Prose.sentences(3, 9));

    assertThat(kept(article("a", STORY).today(), article("b", digest).today()), hasSize(2));
  }

  @Test
  void keepsADigestThatHoldsAWholeShortItem() {
    String digest = start(6) + String.join("", Prose.sentences(3, 30));

    assertThat(kept(article("a", start(6)).today(), article("b", digest).today()), hasSize(2));
  }

  @Test
  void keepsArticlesThatShareHalfWithATemplate() {
    String template = String.join("", Prose.sentences(9, 10));
    List<Fingerprint> articles =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    article("a" + i, template + String.join("", Prose.sentences(100 + i, 14)))
                        .today())
            .toList();

    assertThat(kept(articles.toArray(Fingerprint[]::new)), hasSize(20));
  }

  @Test
  void keepsEveryPartOfASeriesEvenIfTheTextsAreEqual() {
    Map<String, Verdict> verdicts =
        decide(
            article("a", STORY).at("https://x.org/talk").partOf("talk", 1).today(),
            article("b", STORY).at("https://x.org/talk").partOf("talk", 2).today(),
            article("c", STORY).at("https://x.org/talk").partOf("talk", 2).today());

    assertThat(verdicts.get("a").getDuplicateOf(), is(nullValue()));
    assertThat(verdicts.get("b").getDuplicateOf(), is(nullValue()));
    assertThat(verdicts.get("b").getRevisionOf(), is(nullValue()));
    assertThat(verdicts.get("c").getDuplicateOf(), is("b"));
  }

  @Test
  void publishesAnotherTextAtTheSameUrlAsARevision() {
    Map<String, Verdict> verdicts =
        decide(
            article("a", STORY).at("https://x.org/1").published(),
            article("b", OTHER).at("http://www.x.org/1/?utm_source=feed").today());

    assertThat(verdicts.get("b").getDuplicateOf(), is(nullValue()));
    assertThat(verdicts.get("b").getRevisionOf(), is("a"));
  }

  @Test
  void publishesAnotherTextOfAPartAsARevisionOfThatPart() {
    Drafts first = article("a", STORY).at("https://x.org/talk").partOf("talk", 1);
    Drafts second = article("b", start(2)).at("https://x.org/talk").partOf("talk", 2);
    Drafts revised = article("c", OTHER).at("https://x.org/talk?from=app").partOf("talk", 1);
    Map<String, Verdict> verdicts = decide(first.published(), second.published(), revised.today());

    assertThat(verdicts.get("c").getDuplicateOf(), is(nullValue()));
    assertThat(verdicts.get("c").getRevisionOf(), is("a"));
  }

  @Test
  void callsASimilarTextAtTheSameUrlADuplicateByUrl() {
    Map<String, Verdict> verdicts =
        decide(
            article("a", STORY).at("https://x.org/1").today(),
            article("b", start(27)).at("https://m.x.org/1").today());

    assertThat(verdicts.get("b").getMethod(), is("url"));
  }

  @Test
  void neverChangesWhatAnEarlierRunDecided() {
    List<Fingerprint> articles =
        List.of(
            article("a", STORY).published(),
            article("b", STORY).published(),
            article("c", OTHER).repeating("gone"),
            article("d", STORY).today(),
            article("e", OTHER).today());
    Map<String, Verdict> verdicts = decide(articles.toArray(Fingerprint[]::new));

    assertThat(verdicts.keySet(), is(Set.of("d", "e")));
    assertThat(verdicts.get("d").getDuplicateOf(), is("a"));
    assertThat(verdicts.get("d").getDuplicateOfRun(), is("earlier"));
    assertThat(verdicts.get("d").getClusterId(), is("a"));
    assertThat(verdicts.get("e").getDuplicateOf(), is(nullValue()));
  }

  @Test
  void tellsShortTextsApartByASingleNumber() {
    List<Fingerprint> notices =
        IntStream.range(0, 100)
            .mapToObj(i -> article("a" + i, "今天气温最高" + i + "度，夜间有小雨，出门请带伞。").today())
            .toList();

    assertThat(kept(notices.toArray(Fingerprint[]::new)), hasSize(100));
  }

  @Test
  void tellsTextsApartThatFoldToNothing() {
    assertThat(kept(article("a", "！！！").today(), article("b", "？？").today()), hasSize(2));
  }

  @Test
  void breaksAChainIntoClustersOfWhatRepeatsTheirFirstArticle() {
    List<Fingerprint> chain = chain(5_000);
    Map<String, Fingerprint> byId =
        chain.stream().collect(Collectors.toMap(Fingerprint::getId, Function.identity()));
    List<Verdict> verdicts = decide(chain).stream().toList();

    Set<String> clusters = new HashSet<>();
    for (Verdict verdict : verdicts) {
      clusters.add(verdict.getClusterId());
      if (verdict.getDuplicateOf() != null) {
        assertThat(
            similarity(byId.get(verdict.getId()), byId.get(verdict.getDuplicateOf())).repeats(SPEC),
            is(true));
      }
    }
    assertThat(verdicts, hasSize(5_000));
    assertThat(clusters.size(), is(greaterThan(100)));
    assertThat(clusters.size(), is(lessThan(1_500)));
  }

  @Test
  void decidesAlikeInWhateverOrderTheArticlesCome() {
    List<Fingerprint> articles = Corpus.of(5, 400);
    List<Verdict> expected = decide(articles);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(articles, new Random(seed));
      assertThat(decide(articles), is(expected));
    }
  }

  @Test
  void keepsAnArticleExactlyIfItRepeatsNoEarlierKeptOne() {
    List<Fingerprint> articles = new ArrayList<>(Corpus.of(6, 400));
    articles.removeIf(article -> article.getSeries() != null);
    Map<String, Verdict> verdicts = byId(decide(articles));
    articles.sort(SPEC.seniority());
    List<Fingerprint> kept = new ArrayList<>();
    for (Fingerprint article : articles) {
      if (article.getRunSequence() < Drafts.RUN.sequence()) {
        if (article.getKept()) {
          kept.add(article);
        }
        continue;
      }
      String expected =
          kept.stream()
              .filter(k -> repeats(article, k))
              .map(Fingerprint::getId)
              .findFirst()
              .orElse(null);
      assertThat(article.getId(), verdicts.get(article.getId()).getDuplicateOf(), is(expected));
      if (expected == null) {
        kept.add(article);
      }
    }
  }

  @Test
  void oneRunThatKeepsTheEarliestKeepsWhatDailyRunsKeep() {
    List<Fingerprint> articles = new ArrayList<>();
    for (Fingerprint article : Corpus.of(9, 400)) {
      articles.add(
          Fingerprint.newBuilder(article)
              .setRunId("today")
              .setRunSequence(Drafts.RUN.sequence())
              .setKept(true)
              .setClusterId("")
              .setPublished(LocalDate.of(2026, 3, 1).plusDays(articles.size() % 10))
              .build());
    }
    DedupeSpec earliest =
        SPEC.withSeniority(SPEC.seniority().first(List.of(Seniority.Key.EARLIEST)));
    List<Verdict> atOnce = new Clusters(earliest, Drafts.RUN.sequence()).decide(articles);

    List<Fingerprint> history = new ArrayList<>();
    List<Verdict> daily = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      List<Fingerprint> today = new ArrayList<>();
      for (int i = day; i < articles.size(); i += 10) {
        today.add(Fingerprint.newBuilder(articles.get(i)).setRunSequence(day + 1).build());
      }
      List<Fingerprint> all = new ArrayList<>(history);
      all.addAll(today);
      List<Verdict> verdicts = new Clusters(earliest, day + 1).decide(all);
      daily.addAll(verdicts);
      Map<String, Verdict> decided = byId(verdicts);
      for (Fingerprint article : today) {
        Verdict verdict = decided.get(article.getId());
        history.add(
            Fingerprint.newBuilder(article)
                .setKept(verdict.getDuplicateOf() == null)
                .setClusterId(verdict.getClusterId())
                .build());
      }
    }
    assertThat(clusters(daily), is(clusters(atOnce)));
  }

  private static Map<String, String> clusters(List<Verdict> verdicts) {
    return verdicts.stream().collect(Collectors.toMap(Verdict::getId, Verdict::getClusterId));
  }

  static List<Fingerprint> chain(int length) {
    List<String> sentences = Prose.sentences(77, length + 30);
    return IntStream.range(0, length)
        .mapToObj(
            i ->
                article(String.format("%05d", i), String.join("", sentences.subList(i, i + 30)))
                    .today())
        .collect(Collectors.toList());
  }

  private static boolean repeats(Fingerprint a, Fingerprint b) {
    if (a.getContentSha256().equals(b.getContentSha256())) {
      return true;
    }
    if (!a.getSketch().hasRemaining() || !b.getSketch().hasRemaining()) {
      return false;
    }
    String url = UrlKey.of(a.getUrl());
    return similarity(a, b).repeats(SPEC)
        && ((url != null && url.equals(UrlKey.of(b.getUrl())))
            || new Bands(SPEC.bands(), SPEC.rows())
                .meet(Sketch.read(a.getSketch()), Sketch.read(b.getSketch())));
  }

  private static Similarity similarity(Fingerprint a, Fingerprint b) {
    return SketchedText.of(a).orElseThrow().to(SketchedText.of(b).orElseThrow());
  }

  private static String start(int sentences) {
    return String.join("", Prose.sentences(1, 30).subList(0, sentences));
  }

  private static List<String> titles(Verdict verdict) {
    return verdict.getAlsoAt().stream().map(Copy::getTitle).toList();
  }

  private static List<String> kept(Fingerprint... articles) {
    return decide(List.of(articles)).stream()
        .filter(verdict -> verdict.getDuplicateOf() == null)
        .map(Verdict::getId)
        .toList();
  }

  private static Map<String, Verdict> decide(Fingerprint... articles) {
    return byId(decide(List.of(articles)));
  }

  private static Map<String, Verdict> byId(List<Verdict> verdicts) {
    return verdicts.stream().collect(Collectors.toMap(Verdict::getId, Function.identity()));
  }

  private static List<Verdict> decide(List<Fingerprint> articles) {
    return new Clusters(SPEC, Drafts.RUN.sequence()).decide(articles);
  }
}
