package io.winnow.finish;

import io.winnow.run.RecordCoder;
import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import io.winnow.summarize.llm.LlmSpec;
import io.winnow.summarize.llm.LlmSummaries;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Gives the articles among outcomes their summaries by {@link LlmSummaries}. They come back as
 * outcomes of their own, because answers wait for the whole run.
 */
public final class AskModel extends PTransform<PCollection<Outcome>, PCollection<Outcome>> {
  private static final TupleTag<Article> ARTICLES = new TupleTag<>() {};
  private static final TupleTag<Outcome> OTHERS = new TupleTag<>() {};
  private static final long serialVersionUID = 1;

  private final LlmSpec spec;
  private final SummarySpec summary;

  private AskModel(LlmSpec spec, SummarySpec summary) {
    this.spec = spec;
    this.summary = summary;
  }

  /**
   * @param summary how long summaries may be
   */
  public static AskModel with(LlmSpec spec, SummarySpec summary) {
    return new AskModel(spec, summary);
  }

  @Override
  public PCollection<Outcome> expand(PCollection<Outcome> outcomes) {
    PCollectionTuple apart =
        outcomes.apply(
            "TakeArticles",
            ParDo.of(new TakeArticlesFn()).withOutputTags(OTHERS, TupleTagList.of(ARTICLES)));
    PCollection<Outcome> asked =
        apart
            .get(ARTICLES)
            .setCoder(RecordCoder.of(Article.class))
            .apply("Summaries", LlmSummaries.with(spec, summary))
            .apply(
                "AsOutcomes", MapElements.into(TypeDescriptor.of(Outcome.class)).via(Outcome::of))
            .setCoder(OutcomeCoder.INSTANCE);
    return PCollectionList.of(apart.get(OTHERS).setCoder(OutcomeCoder.INSTANCE))
        .and(asked)
        .apply("Outcomes", Flatten.pCollections());
  }

  private static final class TakeArticlesFn extends DoFn<Outcome, Outcome> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element Outcome outcome, MultiOutputReceiver out) {
      if (outcome.article() == null) {
        out.get(OTHERS).output(outcome);
      } else {
        out.get(ARTICLES).output(outcome.article());
        out.get(OTHERS).output(outcome.withoutArticle());
      }
    }
  }
}
