package io.winnow.summarize.llm;

import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Makes an answer the summary of its article, where it passes every check. */
public final class AnswerJudge implements Serializable {
  private static final long serialVersionUID = 1;

  private final LlmSpec spec;
  private final SummarySpec summary;

  public AnswerJudge(LlmSpec spec, SummarySpec summary) {
    this.spec = spec;
    this.summary = summary;
  }

  /**
   * An article after its answer was read.
   *
   * @param article with the model's summary, else with its extractive one
   * @param shortfall why it has not the model's; empty where it has
   */
  public record Judged(Article article, Optional<Shortfall> shortfall) {}

  /** Judges an answer, whether it comes from the endpoint or from the cache. */
  public Judged judge(Article article, Answer answer) {
    String content = answer.content();
    if (content == null) {
      Shortfall why = answer.shortfall();
      return kept(article, why == null ? Shortfall.EMPTY : why);
    }
    switch (answer.finish()) {
      case "length" -> {
        return kept(article, Shortfall.CUT_OFF);
      }
      case "content_filter", "refusal" -> {
        return kept(article, Shortfall.REFUSAL);
      }
      default -> {}
    }
    Optional<List<String>> parts = AnswerText.parse(content);
    if (parts.isEmpty()) {
      return kept(article, Shortfall.ANSWER_UNREADABLE);
    }
    MaskedArticle masked = MaskedArticle.of(article);
    Room room = Room.of(summary, masked.dense());
    List<String> sentences = AnswerText.sentences(parts.get());
    return new AnswerCheck(masked, room, spec.prompt().system())
        .of(parts.get(), sentences)
        .map(why -> kept(article, why))
        .orElseGet(() -> new Judged(summarized(article, sentences), Optional.empty()));
  }

  private static Judged kept(Article article, Shortfall why) {
    return new Judged(article, Optional.of(why));
  }

  private static Article summarized(Article article, List<String> sentences) {
    return Article.newBuilder(article)
        .setSummary(sentences)
        .setSummarySpans(List.of())
        .setSummaryMethod("llm")
        .build();
  }
}
