package io.winnow.summarize;

import io.winnow.schema.Article;
import io.winnow.text.Folding;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence that says what an article claims. */
public final class Claim {
  /** Most code points of a claim in a script without spaces. */
  public static final int MAX_DENSE_CHARS = 64;

  /** Most words of a claim in any other script. */
  public static final int MAX_WORDS = 25;

  private static final double CONCRETE = 1.5;
  private static final double MEASURED = 1.15;
  private static final double FINDING = 1.2;
  private static final double ON_TITLE = 1;

  private static final Set<Flaw> UNFIT =
      EnumSet.of(
          Flaw.DEPENDENT,
          Flaw.POINTING,
          Flaw.ANSWER,
          Flaw.GUIDE,
          Flaw.HOOK,
          Flaw.PRAISE,
          Flaw.LINKED,
          Flaw.BROKEN,
          Flaw.TRAILING,
          Flaw.CHAIN,
          Flaw.SHORT,
          Flaw.SPOKEN,
          Flaw.LABELLED,
          Flaw.ITEM_OF);

  private Claim() {}

  /**
   * The sentence of the article's text that claims most in few words, verbatim: a statement that
   * stands on its own, is no background and has to do with the title, preferably of the summary,
   * with a number or name. Empty where no sentence of that length states anything.
   */
  public static Optional<String> of(Article article) {
    String title = Folding.key(article.getTitle());
    List<Candidate> candidates =
        Ranking.of(Summarizer.titleOf(article), Sentences.of(article.getText())).stream()
            .filter(Claim::claims)
            .filter(candidate -> !title.contains(Folding.key(candidate.sentence().text())))
            .toList();
    Set<Integer> summary =
        article.getSummarySpans().stream()
            .map(span -> span.getFromChar())
            .collect(Collectors.toSet());
    List<Candidate> told =
        candidates.stream()
            .filter(candidate -> summary.contains(candidate.sentence().fromChar()))
            .toList();
    return best(told.stream().filter(Claim::tells))
        .or(() -> best(candidates.stream().filter(Claim::tells)))
        .or(() -> best(told.stream().filter(Claim::isNoBackground)))
        .or(() -> best(candidates.stream().filter(Claim::isNoBackground)))
        .or(() -> best(told.stream()))
        .or(() -> best(candidates.stream()))
        .map(Candidate::sentence)
        .map(Sentence::text);
  }

  /** Of what the title is about. */
  private static boolean tells(Candidate candidate) {
    return candidate.parts().title() > 0 && isNoBackground(candidate);
  }

  private static boolean isNoBackground(Candidate candidate) {
    return !Information.isBackground(candidate.wordings());
  }

  private static boolean claims(Candidate candidate) {
    return !candidate.isExcluded()
        && Collections.disjoint(candidate.flaws(), UNFIT)
        && isShort(candidate);
  }

  private static boolean isShort(Candidate candidate) {
    Shape shape = candidate.wordings().shape();
    return shape.dense()
        ? candidate.sentence().chars() <= MAX_DENSE_CHARS
        : shape.words() <= MAX_WORDS;
  }

  private static Optional<Candidate> best(Stream<Candidate> candidates) {
    return candidates.max(
        Comparator.comparingDouble(Claim::value)
            .thenComparing(Candidate::index, Comparator.reverseOrder()));
  }

  private static double value(Candidate candidate) {
    Wordings text = candidate.wordings();
    return (candidate.merit() + ON_TITLE * candidate.parts().title() * candidate.parts().scale())
        * (Information.isConcrete(text) ? CONCRETE : 1)
        * (Information.isMeasured(text) ? MEASURED : 1)
        * (Information.isCued(text) ? FINDING : 1);
  }
}
