package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article that a digest shows, each a verbatim part of its text, none twice.
 *
 * @param claim what it says, in one sentence; null where no sentence says it alone
 * @param quotation the sentences that bear it out, in the order of the text
 * @param more further sentences, in the order of the text
 * @param model a model's summary, which nobody wrote and nothing quotes; empty if there is none
 */
record Excerpt(
    @Nullable String claim, List<String> quotation, List<String> more, List<String> model) {
  private static final int MAX_QUOTED = 2;
  private static final double MAX_UNFOLDED_MINUTES = 0.35;
  private static final double MAX_MINUTES = 1.5;

  static Excerpt of(Article article, Optional<String> claim) {
    if (article.getSummaryMethod().equals("llm")) {
      return new Excerpt(null, List.of(), List.of(), article.getSummary());
    }
    List<String> shown = new ArrayList<>(List.of(Folding.key(article.getTitle())));
    String said = null;
    if (claim.isPresent() && isFresh(article, claim.get(), shown)) {
      said = claim.get();
      shown.add(Folding.key(said));
    }
    List<String> quotation = new ArrayList<>();
    List<String> more = new ArrayList<>();
    double minutes = 0;
    for (String sentence : article.getSummary()) {
      if (!isFresh(article, sentence, shown)) {
        continue;
      }
      shown.add(Folding.key(sentence));
      double length = ReadingLength.of(sentence).seconds() / 60.0;
      if (quotation.size() < MAX_QUOTED && minutes + length <= MAX_UNFOLDED_MINUTES) {
        quotation.add(sentence);
        minutes += length;
      } else {
        more.add(sentence);
      }
    }
    return new Excerpt(said, List.copyOf(quotation), List.copyOf(more), List.of());
  }

  /** Whether the sentence stands in the text, can be read in one go, and is not shown yet. */
  private static boolean isFresh(Article article, String sentence, List<String> shown) {
    String key = Folding.key(sentence);
    return !key.isEmpty()
        && ReadingLength.of(sentence).seconds() <= 60 * MAX_MINUTES
        && article.getText().contains(sentence)
        && shown.stream().noneMatch(other -> other.contains(key));
  }
}
