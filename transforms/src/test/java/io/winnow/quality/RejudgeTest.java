package io.winnow.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.quality.QualityRule.Condition;
import io.winnow.quality.Rejudge.Side;
import io.winnow.quality.Rejudge.Verdict;
import io.winnow.reject.Stop;
import io.winnow.schema.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RejudgeTest {
  private static final List<String> PHRASES =
      List.of(
          "The kettle boils. ",
          "Page not found, please try again later. ",
          "Please log in with your password. ",
          "lorem ipsum dolor sit amet ",
          "水壶烧开了，我们喝茶。",
          "页面不存在，请返回首页。",
          "https://example.org/a/b ",
          "buy cheap kettles ",
          "About\n",
          "\n\n",
          "x9z q7 ",
          "We value your privacy and use cookies. ");

  /** The same texts, judged as they are and from what a row keeps. */
  @Test
  void judgesStoredSignalsAsTheTextItself() {
    Random random = new Random(10);
    int stopped = 0;
    for (int i = 0; i < 3_000; i++) {
      QualityRules rules = i % 3 == 0 ? QualityRules.defaults() : shifted(random);
      Quality quality = new Quality(rules);
      Subject subject =
          new Subject(
              random.nextBoolean() ? "zh" : "en",
              random.nextInt(4) == 0 ? "digest_item" : "news",
              random.nextBoolean());
      Signals signals =
          quality.measure(text(random), text(random), 5, subject.isPage() ? page(random) : null);

      Optional<Stop> now = quality.judge(signals, subject);
      Verdict again =
          new Rejudge(rules, QualityRules.defaults())
              .of(signals.rows(), subject.lang(), subject.kind());

      assertThat(again.side(), is(now.isPresent() ? Side.STOPPED : Side.KEPT));
      assertThat(again.measured(), equalTo(now.map(Stop::measured).orElse(null)));
      stopped += now.isPresent() ? 1 : 0;
    }
    assertThat(stopped, greaterThan(300));
  }

  @Test
  void saysThatItDoesNotKnowWhereNothingIsStored() {
    Rejudge rejudge = new Rejudge(QualityRules.defaults(), QualityRules.defaults());

    assertThat(rejudge.of(List.of(), "en", "news").side(), is(Side.UNKNOWN));
  }

  @Test
  void asksNoNoticeThatWasMeasuredByOtherWordings() {
    QualityRules rules =
        QualityRules.parse(
            "own.yaml",
            """
            notices:
              tea: ['\\btea\\b']
            rules:
              - rule: teas
                reason: low-quality
                when: {tea_share: above 0.5}
              - rule: short
                reason: low-quality
                when: {words: below 10}
            """);
    Rejudge rejudge = new Rejudge(rules, QualityRules.defaults());

    assertThat(rejudge.of(words(20), "en", "news").side(), is(Side.UNKNOWN));
    assertThat(rejudge.of(words(5), "en", "news").side(), is(Side.STOPPED));
    assertThat(new Rejudge(rules, rules).of(words(20), "en", "news").side(), is(Side.KEPT));
    assertThat(new Rejudge(rules, null).of(words(20), "en", "news").side(), is(Side.UNKNOWN));
  }

  @Test
  void tellsOfAnOlderRejectWhatItsRuleTells() {
    Rejudge looser = new Rejudge(shorterThan(40, 0.1), shorterThan(60, 0.1));

    Verdict still = looser.ofDecided("short: words below 60, link_share above 0.1", 30.0);
    assertThat(still.side(), is(Side.STOPPED));
    assertThat(still.measured(), is(30.0));
    assertThat(
        looser.ofDecided("short: words below 60, link_share above 0.1", 50.0).side(),
        is(Side.UNKNOWN));
    assertThat(
        "its link_share may lie between",
        new Rejudge(shorterThan(60, 0.2), shorterThan(60, 0.1))
            .ofDecided("short: words below 60, link_share above 0.1", 30.0)
            .side(),
        is(Side.UNKNOWN));
    assertThat(
        new Rejudge(shorterThan(60, 0.05), null)
            .ofDecided("short: words below 60, link_share above 0.1", 30.0)
            .side(),
        is(Side.STOPPED));
    assertThat(looser.ofDecided("gone: words below 60", 30.0).side(), is(Side.UNKNOWN));
    assertThat(looser.ofDecided(null, null).side(), is(Side.UNKNOWN));
    Verdict none = new Rejudge(QualityRules.none(), null).ofDecided("short: words below 60", 1.0);
    assertThat(none.side(), is(Side.KEPT));
    assertThat(none.rule(), is(nullValue()));
  }

  @Test
  void doesNotTakeARuleOfNarrowerScopeForTheOneThatStoppedATextBefore() {
    QualityRules onlyNews =
        QualityRules.parse(
            "own.yaml",
            """
            rules:
              - rule: short
                reason: low-quality
                kind: [news]
                when: {words: below 60}
            """);

    assertThat(
        new Rejudge(onlyNews, shorterThan(60, 0.1)).ofDecided("short: words below 60", 3.0).side(),
        is(Side.UNKNOWN));
    assertThat(
        new Rejudge(onlyNews, onlyNews).ofDecided("short: words below 60", 3.0).side(),
        is(Side.STOPPED));
  }

  private static QualityRules shorterThan(int words, double linkShare) {
    return QualityRules.parse(
        "own.yaml",
        """
        rules:
          - rule: short
            reason: low-quality
            when: {words: below %d, link_share: above %s}
        """
            .formatted(words, linkShare));
  }

  private static List<Signal> words(int count) {
    return List.of(new Signal("words", (double) count));
  }

  private static QualityRules shifted(Random random) {
    List<QualityRule> rules = new ArrayList<>();
    for (QualityRule rule : QualityRules.defaults().rules()) {
      List<Condition> conditions =
          rule.conditions().stream()
              .map(
                  each ->
                      new Condition(
                          each.signal(),
                          each.above(),
                          each.threshold() * (0.5 + random.nextDouble())))
              .toList();
      rules.add(
          new QualityRule(
              rule.name(),
              rule.reason(),
              conditions,
              rule.langs(),
              rule.kinds(),
              rule.otherKinds(),
              rule.page()));
    }
    return new QualityRules(rules, QualityRules.defaults().notices());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("A");
    int parts = 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 30);
    int some = random.nextInt(PHRASES.size());
    for (int i = 0; i < parts; i++) {
      boolean again = random.nextInt(3) > 0;
      text.append(PHRASES.get(again ? some : random.nextInt(PHRASES.size())));
    }
    return text.toString();
  }

  private static PageEvidence page(Random random) {
    TreeMap<String, Double> measures = new TreeMap<>();
    for (String name : SignalNames.all(Set.of())) {
      if (SignalNames.isOfPages(name)) {
        measures.put(
            name.substring("page_".length()),
            random.nextInt(3) == 0 ? 0 : random.nextDouble() * 20);
      }
    }
    return new PageEvidence(text(random), measures);
  }
}
