package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the sentences of a text their merit, by position, centrality, information and title. */
final class Ranking {
  private static final double POSITION = 0.4;
  private static final double CENTRALITY = 0.6;
  private static final double INFORMATION = 0.3;
  private static final double TITLE = 0.35;

  private static final double INTRODUCTION = 0.25;

  /** Among so many sentences, and so many of each, the subject is introduced. */
  private static final int EARLY = 6;

  private static final double EARLY_SHARE = 0.15;

  /** What may surround the introduction of a subject. */
  private static final Set<Flaw> EXCUSED =
      EnumSet.of(Flaw.PRAISE, Flaw.GUIDE, Flaw.SELF, Flaw.HOOK, Flaw.POINTING, Flaw.ANSWER);

  /** Sentences by which merit by position halves: of a long text a larger number. */
  private static final double HALF = 2.5;

  private static final double HALF_PER_SENTENCE = 0.03;

  /** Share of merit by position that an item of a list has. */
  private static final double IN_A_LIST = 0.5;

  private static final double MAX_HALF = 6;

  /** Sentences by which merit is scaled. */
  private static final int BEST = 6;

  /** What keeps sentences with an excluding flaw in an order of their own, behind all others. */
  private static final double EXCLUDED = 0.01;

  private Ranking() {}

  /** All sentences of a text, in its order, with their merit. */
  static List<Candidate> of(String title, List<Sentence> sentences) {
    Style style = Style.of(title, sentences);
    List<List<String>> words =
        sentences.stream().map(sentence -> Terms.of(sentence.text())).toList();
    Centrality centrality = Centrality.of(words);
    Set<String> titleTerms = new HashSet<>(Terms.of(title));
    List<Candidate> candidates = new ArrayList<>();
    double half = Math.min(MAX_HALF, HALF + HALF_PER_SENTENCE * sentences.size());
    int fit = 0;
    int openings = 0;
    Context context = new Context(sentences, !style.speakers().isEmpty());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      Wordings wordings = Wordings.of(sentence.text());
      Set<Flaw> found = Flaws.of(sentence, style, wordings);
      context.add(s, found);
      double titled = common(words.get(s), titleTerms);
      boolean introduces =
          titled > 0 && fit < EARLY + sentences.size() * EARLY_SHARE && introduces(sentence.text());
      if (introduces) {
        found.removeAll(EXCUSED);
      }
      Merit merit =
          new Merit(
              POSITION / (1 + fit / half) * (sentence.kind() == Block.Kind.ITEM ? IN_A_LIST : 1),
              CENTRALITY * centrality.of(s),
              INFORMATION * Information.of(sentence.text(), wordings),
              TITLE * titled,
              introduces ? INTRODUCTION : 0,
              kept(found),
              1);
      Candidate candidate =
          Candidate.of(sentence, s, openings, introduces, centrality.terms(s), found, merit);
      fit += candidate.isExcluded() ? 0 : 1;
      openings += candidate.opening() > 0 ? 1 : 0;
      candidates.add(candidate);
    }
    return scaled(candidates);
  }

  private static boolean introduces(String sentence) {
    Wordings wordings = Wordings.of(sentence);
    return wordings.has(wordings.phrases().introduction()) && Information.isNamed(sentence);
  }

  /** The candidates with merits of which the best few are 1 on average, whatever the text. */
  private static List<Candidate> scaled(List<Candidate> candidates) {
    double best =
        candidates.stream()
            .filter(candidate -> !candidate.isExcluded())
            .mapToDouble(candidate -> -candidate.merit())
            .sorted()
            .limit(BEST)
            .average()
            .orElse(-1);
    return candidates.stream().map(candidate -> candidate.scaled(-1 / best)).toList();
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
}
