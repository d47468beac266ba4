package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.schema.Span;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article that a digest shows, each a verbatim part of its text, none twice.
 *
 * @param claim what it says, in one sentence; null where no sentence says it alone
 * @param quotation passages that bear it out, in the order of the text
 * @param more further passages, in the order of the text
 * @param model a model's summary, which nobody wrote and nothing quotes; empty if there is none
 */
record Excerpt(
    @Nullable String claim, List<String> quotation, List<String> more, List<String> model) {
  private static final int MAX_QUOTED = 2;
  private static final int MAX_MORE = 5;
  private static final double MAX_QUOTED_SECONDS = 21;
  private static final double MAX_SENTENCE_SECONDS = 90;

  /** What is one word takes no time to read, however long it is. */
  private static final int MAX_SENTENCE = 2_000;

  static Excerpt of(Article article, Optional<String> claim) {
    if (article.getSummaryMethod().equals("llm")) {
      return new Excerpt(null, List.of(), List.of(), article.getSummary());
    }
    List<String> shown = new ArrayList<>(List.of(Folding.key(article.getTitle())));
    String said = claim.filter(sentence -> isFresh(article, sentence, shown)).orElse(null);
    if (said != null) {
      shown.add(Folding.key(said));
    }
    Passages quotation = new Passages(article);
    Passages more = new Passages(article);
    double left = MAX_QUOTED_SECONDS;
    for (int i = 0; i < article.getSummary().size(); i++) {
      String sentence = article.getSummary().get(i);
      if (!isFresh(article, sentence, shown)) {
        continue;
      }
      shown.add(Folding.key(sentence));
      double seconds = ReadingLength.of(sentence).seconds();
      if (quotation.sentences < MAX_QUOTED && seconds <= left) {
        quotation.add(i);
        left -= seconds;
      } else if (more.sentences < MAX_MORE) {
        more.add(i);
      }
    }
    return new Excerpt(said, List.copyOf(quotation.texts), List.copyOf(more.texts), List.of());
  }

  /** Whether the sentence stands in the text, can be read in one go, and is not shown yet. */
  private static boolean isFresh(Article article, String sentence, List<String> shown) {
    String key = Folding.key(sentence);
    return !key.isEmpty()
        && sentence.length() <= MAX_SENTENCE
        && ReadingLength.of(sentence).seconds() <= MAX_SENTENCE_SECONDS
        && article.getText().contains(sentence)
        && shown.stream().noneMatch(other -> other.contains(key));
  }

  /** Sentences of the summary; those that follow each other on one line are one passage. */
  private static final class Passages {
    private final Article article;
    private final List<String> texts = new ArrayList<>();
    private int sentences;
    private @Nullable Span last;

    Passages(Article article) {
      this.article = article;
    }

    void add(int i) {
      String sentence = article.getSummary().get(i);
      Span span = i < article.getSummarySpans().size() ? article.getSummarySpans().get(i) : null;
      String gap = gapTo(span);
      if (gap == null) {
        texts.add(sentence);
      } else {
        texts.set(texts.size() - 1, texts.get(texts.size() - 1) + gap + sentence);
      }
      sentences++;
      last = span;
    }

    /** The spaces between the last sentence and this one; null where there is more, or a line. */
    private @Nullable String gapTo(@Nullable Span span) {
      if (last == null || span == null) {
        return null;
      }
      int length = span.getFromChar() - last.getToChar();
      if (length < 0 || length > 1) {
        return null;
      }
      String text = article.getText();
      int from = text.offsetByCodePoints(0, last.getToChar());
      String gap = text.substring(from, text.offsetByCodePoints(from, length));
      return gap.isBlank() && !gap.contains("\n") ? gap : null;
    }
  }
}
