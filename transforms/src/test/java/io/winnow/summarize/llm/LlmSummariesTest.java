package io.winnow.summarize.llm;

import static io.winnow.summarize.llm.FakeEndpoint.says;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transform on a runner, against a real server. */
class LlmSummariesTest {
  private static final Set<String> ROWS = new ConcurrentSkipListSet<>();
  private static final String GOOD = "[\"The council approved a new bridge over the river.\"]";

  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    ROWS.clear();
  }

  @Test
  void rowsAreTheSameWhateverTheParallelismAndCostNothingTwice() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      LlmSpec spec = InterviewerTest.budget(Articles.spec(endpoint.uri(), folder), 10, 1_000_000);
      Set<String> first = rows(spec, 1, 0);
      int requests = endpoint.requests();
      Set<String> again = rows(spec, 3, 7);

      assertThat(requests, is(10));
      assertThat(endpoint.requests(), is(10));
      assertThat(first.stream().filter(row -> row.contains(" llm ")).count(), is(10L));
      assertThat(first.size(), is(30));
      assertThat(again, is(first));
    }
  }

  @Test
  void tokensBoundTheChoiceToo() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      LlmSpec spec = Articles.spec(endpoint.uri(), folder);
      int each = new Questions(spec, SummarySpec.defaults()).tokens(article(10));
      rows(InterviewerTest.budget(spec, 100, each * 4L + 20), 2, 0);

      assertThat(endpoint.requests(), is(4));
    }
  }

  @Test
  void anEmptyRunAsksNothing() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      LlmSpec spec = Articles.spec(endpoint.uri(), folder);
      run(spec, 1, List.of());

      assertThat(ROWS.isEmpty(), is(true));
      assertThat(endpoint.requests(), is(0));
    }
  }

  private static Set<String> rows(LlmSpec spec, int parallelism, int rotation) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(article(10 + (i + rotation) % 30));
    }
    return run(spec, parallelism, articles);
  }

  private static Article article(int number) {
    return Articles.article("a" + number, "en", "Bridge " + number, Articles.BRIDGE);
  }

  private static Set<String> run(LlmSpec spec, int parallelism, List<Article> articles) {
    ROWS.clear();
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(parallelism);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(Create.of(articles).withCoder(AvroCoder.of(Article.class)))
        .apply(LlmSummaries.with(spec, SummarySpec.defaults()))
        .apply(ParDo.of(new KeepFn()))
        .setCoder(AvroCoder.of(Article.class));
    pipeline.run().waitUntilFinish();
    return ROWS.stream().collect(Collectors.toSet());
  }

  private static final class KeepFn extends DoFn<Article, Article> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element Article article) {
      ROWS.add(article.getId() + " " + article.getSummaryMethod() + " " + article.getSummary());
    }
  }
}
