package io.winnow.summarize;

import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Gives every article its summary, which depends on the article alone. */
public final class SummarizeArticles
    extends PTransform<PCollection<Article>, PCollection<Article>> {
  private static final long serialVersionUID = 1;

  private final Summarizer summarizer;

  private SummarizeArticles(Summarizer summarizer) {
    this.summarizer = summarizer;
  }

  public static SummarizeArticles with(Summarizer summarizer) {
    return new SummarizeArticles(summarizer);
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    return articles
        .apply("Summarize", ParDo.of(new SummarizeFn(summarizer)))
        .setCoder(AvroCoder.of(Article.class));
  }

  private static final class SummarizeFn extends DoFn<Article, Article> {
    private static final long serialVersionUID = 1;

    private final Summarizer summarizer;
    private final StageMeter summarize = StageMeter.of("summarize");

    SummarizeFn(Summarizer summarizer) {
      this.summarizer = summarizer;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Article> out) {
      long start = System.nanoTime();
      Article summarized = summarizer.summarize(article);
      summarize.element(start);
      out.output(summarized);
    }
  }
}
