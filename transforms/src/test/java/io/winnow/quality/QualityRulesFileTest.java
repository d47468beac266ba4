package io.winnow.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import org.junit.jupiter.api.Test;

class QualityRulesFileTest {
  private static final Subject ENGLISH = new Subject("en", "news", false);

  @Test
  void aTextIsStoppedWhenEveryConditionHolds() {
    Quality quality =
        quality("{rule: short, reason: low-quality, when: {words: below 5, lines: below 2}}");

    Stop stop = quality.judge(measured(quality, "Three short words."), ENGLISH).orElseThrow();

    assertThat(stop.reason(), is(RejectReason.LOW_QUALITY));
    assertThat(stop.detail(), is("short: words below 5, lines below 2"));
    assertThat(stop.measured(), is(3.0));
    assertThat(stop.threshold(), is(5.0));
    assertThat(
        quality.judge(measured(quality, "Two words.\n\nTwo more."), ENGLISH).isPresent(),
        is(false));
  }

  @Test
  void theFirstRuleThatAppliesGivesTheReason() {
    Quality quality =
        quality(
            "{rule: a, reason: garbled, lang: [zh], when: {words: below 5}}",
            "{rule: b, reason: gallery, of: pages, when: {words: below 5}}",
            "{rule: e, reason: low-quality, not_kind: [news], when: {words: below 5}}",
            "{rule: c, reason: login-page, when: {words: below 5}}",
            "{rule: d, reason: index-page, when: {words: below 5}}");

    Stop stop = quality.judge(measured(quality, "Hello"), ENGLISH).orElseThrow();

    assertThat(stop.reason(), is(RejectReason.LOGIN_PAGE));
  }

  @Test
  void aFileWithNoticesOfItsOwnHasTheirSignals() {
    Quality quality =
        new Quality(
            QualityRules.parse(
                "q.yaml",
                "notices: {advert: ['buy now']}\n"
                    + "rules: [{rule: ads, reason: low-quality, when: {advert_share: above 0.5}}]"));

    assertThat(
        quality.judge(measured(quality, "Buy now and save."), ENGLISH).isPresent(), is(true));
  }

  @Test
  void everyProblemIsReportedAtOnceWithItsLine() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () ->
                QualityRules.parse(
                    "q.yaml",
                    String.join(
                        "\n",
                        "odd: 1",
                        "rules:",
                        "  - rule: Bad Name",
                        "    reason: because",
                        "    when: {words: under 5, word: above 1}",
                        "    of: books",
                        "  - rule: empty",
                        "    reason: garbled")));

    assertThat(
        problems.problems(),
        contains(
            equalTo("q.yaml:1: unknown key 'odd'; allowed: rules, notices"),
            containsString("q.yaml:3: a rule is named in kebab-case"),
            containsString("q.yaml:3: rule 'Bad Name' has no condition under 'when'"),
            containsString("q.yaml:4: 'because' is no reason; allowed: repetitive, "),
            containsString("q.yaml:5: 'words' needs a bound such as 'above 0.3'"),
            containsString("q.yaml:5: unknown signal 'word'; allowed: "),
            containsString("q.yaml:6: 'of' must be pages or texts; was: books"),
            equalTo("q.yaml:7: rule 'empty' has no condition under 'when'")));
  }

  @Test
  void whatIsNoRegularExpressionIsAProblem() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () -> QualityRules.parse("q.yaml", "notices:\n  a:\n    - 'ok'\n    - '(open'\n"));

    assertThat(problems.problems(), not(empty()));
    assertThat(problems.problems().toString(), containsString("q.yaml:4: no regular expression"));
  }

  @Test
  void theBuiltInRulesCanBeReadAgainAsAFileOfOnesOwn() {
    assertThat(QualityRules.none().rules(), empty());
    assertThat(QualityRules.defaults().rules(), not(empty()));
    assertThat(QualityRules.parse("q.yaml", "rules: []").rules(), hasSize(0));
  }

  private static Quality quality(String... rules) {
    return new Quality(QualityRules.parse("q.yaml", "rules:\n  - " + String.join("\n  - ", rules)));
  }

  private static Signals measured(Quality quality, String text) {
    return quality.measure(text, "A title", 0, null);
  }
}
