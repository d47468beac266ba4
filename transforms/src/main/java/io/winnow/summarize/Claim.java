package io.winnow.summarize;

import io.winnow.schema.Article;
import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one sentence that says what an article claims. */
public final class Claim {
  /** Most code points of a claim in a script without spaces. */
  public static final int MAX_DENSE_CHARS = 60;

  /** Most words of a claim in any other script. */
  public static final int MAX_WORDS = 25;

  private static final double CONCRETE = 1.5;

  private Claim() {}

  /**
   * The sentence of the article's text that claims most in few words, verbatim: a statement that
   * stands on its own, preferably with a number or name, preferably of the summary. Empty where no
   * sentence of that length states anything.
   */
  public static Optional<String> of(Article article) {
    List<Candidate> candidates =
        Ranking.defaults().of(article.getTitle(), Sentences.of(article.getText())).stream()
            .filter(Claim::claims)
            .toList();
    Set<Integer> summary =
        article.getSummarySpans().stream()
            .map(span -> span.getFromChar())
            .collect(Collectors.toSet());
    Optional<Candidate> told =
        best(
            candidates.stream()
                .filter(candidate -> summary.contains(candidate.sentence().fromChar()))
                .toList());
    return told.or(() -> best(candidates)).map(Candidate::sentence).map(Sentence::text);
  }

  private static boolean claims(Candidate candidate) {
    return !candidate.isExcluded()
        && !candidate.isDependent()
        && !candidate.flaws().contains(Flaw.GUIDE)
        && !candidate.flaws().contains(Flaw.BROKEN)
        && !candidate.flaws().contains(Flaw.LINKED)
        && isShort(candidate.sentence().text());
  }

  private static boolean isShort(String sentence) {
    return Scripts.cjkShare(sentence) > 0.3
        ? Scripts.length(sentence) <= MAX_DENSE_CHARS
        : Wording.words(sentence) <= MAX_WORDS;
  }

  private static Optional<Candidate> best(List<Candidate> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparingDouble(Claim::value)
                .thenComparing(Candidate::index, Comparator.reverseOrder()));
  }

  private static double value(Candidate candidate) {
    return Information.isConcrete(candidate.sentence().text())
        ? candidate.merit() * CONCRETE
        : candidate.merit();
  }
}
