package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
    List<Wordings> all = sentences.stream().map(each -> Wordings.of(each.text())).toList();
    Terms terms = new Terms();
    int[][] words = new int[all.size()][];
    for (int s = 0; s < words.length; s++) {
      words[s] = terms.of(all.get(s).text());
    }
    Centrality centrality = Centrality.of(words, terms.size());
    int[] titleTerms = terms.of(Phrases.normal(title));
    List<Candidate> candidates = new ArrayList<>();
    double half = Math.min(MAX_HALF, HALF + HALF_PER_SENTENCE * sentences.size());
    int fit = 0;
    int openings = 0;
    Context context = new Context(sentences, !style.speakers().isEmpty());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      Wordings wordings = all.get(s);
      Set<Flaw> found = Flaws.of(sentence, style, wordings);
      context.add(s, found, wordings);
      double common = common(words[s], titleTerms);
      boolean introduces =
          common > 0 && fit < EARLY + sentences.size() * EARLY_SHARE && introduces(wordings);
      if (introduces) {
        found.removeAll(EXCUSED);
      }
      Merit merit =
          new Merit(
              POSITION / (1 + fit / half) * (sentence.kind() == Block.Kind.ITEM ? IN_A_LIST : 1),
              CENTRALITY * centrality.of(s),
              INFORMATION * Information.of(wordings),
              TITLE * common,
              introduces ? INTRODUCTION : 0,
              kept(found),
              1);
      Candidate candidate =
          Candidate.of(sentence, wordings, s, openings, introduces, words[s], found, merit);
      fit += candidate.isExcluded() ? 0 : 1;
      openings += candidate.opening() > 0 ? 1 : 0;
      candidates.add(candidate);
    }
    return scaled(candidates);
  }

  private static boolean introduces(Wordings sentence) {
    return sentence.has(Manner.INTRODUCTION) && Information.isNamed(sentence);
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

  /** Terms of the title that the sentence has, as a share of the title's. */
  private static double common(int[] terms, int[] title) {
    if (title.length == 0) {
      return 0;
    }
    int common = 0;
    for (int term : terms) {
      common += Arrays.binarySearch(title, term) >= 0 ? 1 : 0;
    }
    return (double) common / title.length;
  }
}
