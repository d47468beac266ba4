package io.winnow.summarize;

import io.winnow.schema.Article;
import io.winnow.schema.Span;
import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gives an article its summary: sentences of its text, verbatim, in its order, none of which
 * repeats another.
 *
 * <p>Sentences deserve a place by position, by what they share with the others, by numbers and
 * names, and by the title. Greetings, advertisements, questions, headings and sentences that only
 * announce something have none, unless the text has nothing else. A text without a sentence of
 * fitting length is summarized by the beginning of one, cut at a clause.
 *
 * <p>At most half of the text is told, one sentence at least. The result depends on title, language
 * and text alone; time grows with the text's length.
 */
public final class Summarizer implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a short text that its summary may repeat. */
  private static final double SHARE = 0.5;

  private final SummarySpec spec;

  public Summarizer(SummarySpec spec) {
    this.spec = spec;
  }

  /**
   * The article with {@code summary}, {@code summary_spans}, {@code summary_method} and {@code
   * sentences}. The method is {@code lead} where the text offered no sentence to choose, so that
   * its beginning stands for it, else {@code extractive}.
   *
   * @throws IllegalArgumentException if the text is blank
   */
  public Article summarize(Article article) {
    String text = article.getText();
    if (text.isBlank()) {
      throw new IllegalArgumentException("the article has no text: " + article.getId());
    }
    List<Sentence> sentences = Sentences.of(text);
    List<Candidate> candidates = Ranking.of(titleOf(article), sentences);
    Room room = room(article, candidates);
    ShortNames names = new ShortNames(candidates, article.getTitle());
    List<Span> spans = choose(candidates, candidate -> !candidate.isExcluded(), room, names);
    boolean chosen = !spans.isEmpty();
    if (!chosen) {
      spans = choose(candidates, candidate -> true, room, names);
    }
    if (spans.isEmpty()) {
      spans = List.of(head(text, room.most()));
    }
    return Article.newBuilder(article)
        .setSentences(sentences.size())
        .setSummary(spans.stream().map(span -> excerpt(text, span)).toList())
        .setSummarySpans(spans)
        .setSummaryMethod(chosen ? "extractive" : "lead")
        .build();
  }

  Room room(Article article, List<Candidate> candidates) {
    boolean dense = isDense(article);
    int joint = dense ? 0 : 1;
    if (spec.sentences() != null) {
      return new Room(Integer.MAX_VALUE, Integer.MAX_VALUE, spec.sentences(), joint);
    }
    int all = candidates.stream().mapToInt(candidate -> candidate.sentence().chars()).sum();
    int most = spec.charsFor(dense);
    return new Room(most, (int) Math.min(most, all * SHARE), Integer.MAX_VALUE, joint);
  }

  /** The title that the author gave; a sentence of the text is no title to compare it with. */
  static String titleOf(Article article) {
    return article.getTitleOrigin().equals("derived") ? "" : article.getTitle();
  }

  private static boolean isDense(Article article) {
    return switch (article.getLang()) {
      case "zh", "ja" -> true;
      case "und" -> Scripts.cjkShare(article.getText()) > 0.3;
      default -> false;
    };
  }

  /** Spans of the best candidates, or of the beginning of the best where all are too long. */
  private static List<Span> choose(
      List<Candidate> candidates, Predicate<Candidate> eligible, Room room, ShortNames names) {
    List<Candidate> pool = candidates.stream().filter(eligible).toList();
    List<Candidate> chosen = Selection.of(pool, room, names);
    if (!chosen.isEmpty()) {
      return chosen.stream().map(Candidate::sentence).map(Summarizer::span).toList();
    }
    return pool.stream()
        .reduce((a, b) -> b.merit() > a.merit() ? b : a)
        .map(best -> beginning(best.sentence(), room.most()))
        .stream()
        .toList();
  }

  private static Span span(Sentence sentence) {
    return new Span(sentence.fromChar(), sentence.toChar());
  }

  private static Span beginning(Sentence sentence, int max) {
    int length = Scripts.length(Clause.head(sentence.text(), max));
    return new Span(sentence.fromChar(), sentence.fromChar() + length);
  }

  /** The beginning of a text that has no sentences at all. */
  private static Span head(String text, int max) {
    String body = text.strip();
    int from = text.codePointCount(0, text.indexOf(body));
    return new Span(
        from, from + Scripts.length(Clause.head(body.lines().findFirst().orElse(body), max)));
  }

  private static String excerpt(String text, Span span) {
    int from = text.offsetByCodePoints(0, span.getFromChar());
    return text.substring(
        from, text.offsetByCodePoints(from, span.getToChar() - span.getFromChar()));
  }
}
