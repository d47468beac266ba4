package io.winnow.tag.unknown;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTerm;
import io.winnow.tag.KnownNames;
import io.winnow.tag.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;

class CountUnknownTermsTest {
  private static Article article(int n, String lang, String text, String... keywords) {
    return Article.newBuilder()
        .setRunId("r1")
        .setId("a" + n)
        .setFirstSeen(LocalDate.of(2026, 2, 16))
        .setSourceUri("dump-" + n % 2)
        .setSourceFormat("text")
        .setSourceOrdinal(n)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("single")
        .setSplitScore(1)
        .setTitle("No. " + n)
        .setTitleOrigin("given")
        .setLang(lang)
        .setKind("blog_post")
        .setText(text)
        .setChars(text.length())
        .setKeywords(List.of(keywords).stream().map(word -> new ScoredTerm(word, 1.0)).toList())
        .build();
  }

  private static List<String> terms(Article article) {
    return new TermFinder(new KnownNames(Taxonomy.bundled()))
        .terms(article).stream().map(UnknownTerm::name).toList();
  }

  @Test
  void findsKeywordsAndNamesThatAreUnknown() {
    assertThat(
        terms(article(0, "zh", "用 Quokkadb 存。", "盖斯小镇", "Docker", "软件", "数据湖", "12 Dec")),
        contains("盖斯小镇", "Quokkadb"));
    assertThat(
        terms(article(0, "en", "We like the Gas Town. On March 14 we meet.")),
        contains("Gas Town"));
  }

  @Test
  void leavesOutWhatIsCommonOrLong() {
    assertThat(terms(article(0, "en", "It works.", "people", "x".repeat(200), "7", "算法")), empty());
  }

  @Test
  void countsArticlesAndSourcesNotOccurrences() {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    List<Article> articles = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      articles.add(article(n, "zh", "Quokkadb，Quokkadb，quokkadb", "盖斯小镇"));
    }
    articles.add(article(9, "zh", "Onlyonce Onlyonce"));
    TermFinder finder = new TermFinder(new KnownNames(Taxonomy.bundled()));
    List<UnknownTerm> terms = new ArrayList<>();
    articles.forEach(article -> terms.addAll(finder.terms(article)));
    PAssert.that(
            pipeline
                .apply(Create.of(terms).withCoder(UnknownTermCoder.INSTANCE))
                .apply(CountUnknownTerms.all()))
        .containsInAnyOrder(
            new UnknownTerm("quokkadb", "Quokkadb", 4, List.of("dump-0", "dump-1"), "a0", "No. 0"),
            new UnknownTerm("盖斯小镇", "盖斯小镇", 4, List.of("dump-0", "dump-1"), "a0", "No. 0"));
    pipeline.run().waitUntilFinish();
  }
}
