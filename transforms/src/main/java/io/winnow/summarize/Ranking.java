package io.winnow.summarize;

import io.winnow.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the sentences of a text their merit, by position, centrality, information and title. */
final class Ranking {
  private static final double POSITION = 0.35;
  private static final double CENTRALITY = 0.5;
  private static final double INFORMATION = 0.2;
  private static final double TITLE = 0.1;

  /** Merit by position halves with so many sentences. */
  private static final double HALF = 1;

  /** Columns, two for a wide character, above which a sentence is long to read. */
  private static final double LONG = 120;

  /** What keeps sentences with an excluding flaw in an order of their own, behind all others. */
  private static final double EXCLUDED = 0.01;

  private final Flaws flaws;
  private final Terms terms;
  private final Information information;

  Ranking(Phrases phrases) {
    flaws = new Flaws(phrases);
    terms = new Terms(phrases);
    information = new Information(phrases);
  }

  static Ranking defaults() {
    return Holder.DEFAULTS;
  }

  /** All sentences of a text, in its order, with their merit. */
  List<Candidate> of(String title, List<Sentence> sentences) {
    Style style = Style.of(title, sentences);
    List<List<String>> words =
        sentences.stream().map(sentence -> terms.of(sentence.text())).toList();
    Centrality centrality = Centrality.of(words);
    Set<String> titleTerms = new HashSet<>(terms.of(title));
    List<Candidate> candidates = new ArrayList<>();
    int fit = 0;
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      Set<Flaw> found = flaws.of(sentence, style);
      double value =
          POSITION / (1 + fit / HALF)
              + CENTRALITY * centrality.of(s)
              + INFORMATION * information.of(sentence.text())
              + TITLE * common(words.get(s), titleTerms);
      double merit =
          value * kept(found) * Math.min(1, Math.sqrt(LONG / Wording.width(sentence.text())));
      Candidate candidate = new Candidate(sentence, s, centrality.terms(s), found, merit);
      fit += candidate.isExcluded() ? 0 : 1;
      candidates.add(candidate);
    }
    return candidates;
  }

  private static double kept(Set<Flaw> flaws) {
    double keeps = 1;
    for (Flaw flaw : flaws) {
      keeps *= flaw.excludes() ? EXCLUDED : flaw.keeps();
    }
    return keeps;
  }

  private static double common(List<String> words, Set<String> title) {
    return title.isEmpty()
        ? 0
        : (double) words.stream().distinct().filter(title::contains).count() / title.size();
  }

  private static final class Holder {
    static final Ranking DEFAULTS = new Ranking(Phrases.defaults());
  }
}
