package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
  private static final KnownNames BUNDLED = new KnownNames(Taxonomy.bundled());

  @ParameterizedTest
  @CsvSource({
    "golang, true",
    "Goroutines, true",
    "deepseek-ocr 2, true",
    "Rust Meetup, true",
    "GPT-5.2, true",
    "软件与开发, true",
    "資料庫, false",
    "Gas Town, false",
    "盖斯小镇, false",
    "搜索救援队, false",
  })
  void knowsWhatTheTaxonomyHasAWordFor(String term, boolean known) {
    assertThat(BUNDLED.know(term), equalTo(known));
  }

  @Test
  void nearIdenticalTermsShareAKey() {
    assertThat(KnownNames.key("AI Agents"), equalTo(KnownNames.key("ai-agent")));
    assertThat(KnownNames.key("機器學習"), equalTo(KnownNames.key("机器学习")));
    assertThat(KnownNames.key("Loss"), equalTo("loss"));
    assertThat(KnownNames.key("GPS"), equalTo("gps"));
  }
}
