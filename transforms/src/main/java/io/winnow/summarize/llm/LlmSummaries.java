package io.winnow.summarize.llm;

import io.winnow.run.RecordCoder;
import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import io.winnow.write.BeamStore;
import io.winnow.write.RowStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Gives articles the summaries of a model in the place of their extractive ones, where the budget
 * holds and the answer passes.
 *
 * <p>One worker does all the asking, several requests at a time: so budget, rate and concurrency
 * are those of the run on any number of machines. What is asked is chosen beforehand by {@link
 * Plan}, and answers are judged where the articles are.
 */
public final class LlmSummaries extends PTransform<PCollection<Article>, PCollection<Article>> {
  private static final long serialVersionUID = 1;

  private final LlmSpec spec;
  private final SummarySpec summary;

  private LlmSummaries(LlmSpec spec, SummarySpec summary) {
    this.spec = spec;
    this.summary = summary;
  }

  /**
   * @param summary how long summaries may be
   */
  public static LlmSummaries with(LlmSpec spec, SummarySpec summary) {
    return new LlmSummaries(spec, summary);
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    Questions questions = new Questions(spec, summary);
    PCollectionView<Plan> plan =
        articles
            .apply("Rank", ParDo.of(new RankFn(questions)))
            .setCoder(SerializableCoder.of(Plan.Ranked.class))
            .apply("Lowest", Top.smallest(spec.maxRequests()))
            .apply("Plan", ParDo.of(new PlanFn(spec.maxTokens())))
            .setCoder(SerializableCoder.of(Plan.class))
            .apply("PlanView", View.asSingleton());
    PCollectionView<Map<String, Answer>> answers =
        articles
            .apply("Question", ParDo.of(new QuestionFn(questions, plan)).withSideInputs(plan))
            .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(Question.class)))
            .apply("ToOneWorker", GroupByKey.create())
            .apply("Ask", ParDo.of(new AskFn(spec, plan)).withSideInputs(plan))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(Answer.class)))
            .apply("AnswersView", View.asMap());
    return articles
        .apply(
            "Judge",
            ParDo.of(new JudgeFn(new AnswerJudge(spec, summary), answers)).withSideInputs(answers))
        .setCoder(RecordCoder.of(Article.class));
  }

  private static final class RankFn extends DoFn<Article, Plan.Ranked> {
    private static final long serialVersionUID = 1;

    private final Questions questions;

    RankFn(Questions questions) {
      this.questions = questions;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Plan.Ranked> out) {
      out.output(Plan.Ranked.of(article.getId(), questions.tokens(article)));
    }
  }

  private static final class PlanFn extends DoFn<List<Plan.Ranked>, Plan> {
    private static final long serialVersionUID = 1;

    private final long maxTokens;

    PlanFn(long maxTokens) {
      this.maxTokens = maxTokens;
    }

    @ProcessElement
    public void process(@Element List<Plan.Ranked> lowest, OutputReceiver<Plan> out) {
      List<Plan.Ranked> ranked = new ArrayList<>(lowest);
      ranked.sort(null);
      out.output(Plan.of(ranked, maxTokens));
    }
  }

  private static final class QuestionFn extends DoFn<Article, KV<Integer, Question>> {
    private static final long serialVersionUID = 1;

    private final Questions questions;
    private final PCollectionView<Plan> plan;

    QuestionFn(Questions questions, PCollectionView<Plan> plan) {
      this.questions = questions;
      this.plan = plan;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Article article = context.element();
      if (context.sideInput(plan).chooses(article.getId())) {
        context.output(KV.of(0, questions.about(article)));
      }
    }
  }

  /** Sends the questions. The key is read here, from the environment of the worker. */
  private static final class AskFn
      extends DoFn<KV<Integer, Iterable<Question>>, KV<String, Answer>> {
    private static final long serialVersionUID = 1;

    private final LlmSpec spec;
    private final PCollectionView<Plan> plan;
    private final StageMeter llm = StageMeter.of("llm");

    AskFn(LlmSpec spec, PCollectionView<Plan> plan) {
      this.spec = spec;
      this.plan = plan;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException, InterruptedException {
      EndpointKey key = EndpointKey.in(System.getenv(), spec.keyVariable()).orElse(null);
      new Interviewer(spec, cache(spec.cache()), key, context.sideInput(plan))
          .ask(
              context.element().getValue().iterator(),
              (question, answer) -> {
                llm.elements(1, System.nanoTime());
                llm.count("requests", answer.requests());
                llm.count("retries", Math.max(0, answer.requests() - 1));
                llm.count(answer.cached() ? "from-cache" : "asked", 1);
                llm.count("tokens", answer.cached() ? 0 : (int) Math.min(answer.tokens(), 1 << 30));
                context.output(KV.of(question.articleId(), answer));
              });
    }

    private static RowStore cache(String folder) {
      return folder.contains("://") ? new BeamStore(folder) : new AtomicFiles(Path.of(folder));
    }
  }

  private static final class JudgeFn extends DoFn<Article, Article> {
    private static final long serialVersionUID = 1;

    private final AnswerJudge judge;
    private final PCollectionView<Map<String, Answer>> view;
    private final StageMeter llm = StageMeter.of("llm");
    private transient @Nullable Map<String, Answer> answers;

    JudgeFn(AnswerJudge judge, PCollectionView<Map<String, Answer>> view) {
      this.judge = judge;
      this.view = view;
    }

    @StartBundle
    public void start() {
      answers = null;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      if (answers == null) {
        answers = context.sideInput(view);
      }
      Answer answer = answers.get(context.element().getId());
      AnswerJudge.Judged judged =
          judge.judge(
              context.element(), answer == null ? Answer.none(Shortfall.OVER_BUDGET) : answer);
      judged
          .shortfall()
          .ifPresentOrElse(
              why -> llm.count("kept:" + why.reason(), 1), () -> llm.count("taken", 1));
      context.output(judged.article());
    }
  }
}
