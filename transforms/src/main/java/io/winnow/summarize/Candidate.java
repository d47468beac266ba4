package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Sentence;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A sentence that may stand in a summary.
 *
 * @param sentence the sentence
 * @param wordings its wordings
 * @param index its number among the sentences of the text
 * @param place how many sentences before it a summary could begin with
 * @param introduces whether it says who made or said what the title names
 * @param terms numbers of its terms, ascending, each once
 * @param flaws what is wrong with it
 * @param parts what its merit is made of
 * @param merit how much it deserves to be there, 0 to about 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Candidate(
    Sentence sentence,
    Wordings wordings,
    int index,
    int place,
    boolean introduces,
    int[] terms,
    Set<Flaw> flaws,
    Merit parts,
    double merit) {
  /** What a sentence that hangs on another is worth without it: so little that it does harm. */
  private static final double HANGING = -0.4;

  /** Share that is left of one that points at another. */
  private static final double VAGUE = 0.6;

  private static final double OPENING = 0.8;
  private static final double INTRODUCTION = 1.2;

  private static final Set<Flaw> EXCLUDING =
      EnumSet.copyOf(Arrays.stream(Flaw.values()).filter(Flaw::excludes).toList());

  private static final Set<Flaw> NO_OPENING =
      EnumSet.of(
          Flaw.DEPENDENT,
          Flaw.POINTING,
          Flaw.ANSWER,
          Flaw.GUIDE,
          Flaw.HOOK,
          Flaw.BRIEF,
          Flaw.BROKEN,
          Flaw.SPOKEN,
          Flaw.TRAILING);

  static Candidate of(
      Sentence sentence,
      Wordings wordings,
      int index,
      int place,
      boolean introduces,
      int[] terms,
      Set<Flaw> flaws,
      Merit parts) {
    return new Candidate(
        sentence, wordings, index, place, introduces, terms, flaws, parts, parts.value());
  }

  Candidate scaled(double factor) {
    return of(sentence, wordings, index, place, introduces, terms, flaws, parts.scaled(factor));
  }

  boolean isExcluded() {
    return !Collections.disjoint(flaws, EXCLUDING);
  }

  boolean isDependent() {
    return flaws.contains(Flaw.DEPENDENT);
  }

  boolean isItem() {
    return sentence.kind() == Block.Kind.ITEM;
  }

  /** What it is worth that the summary begins with it: authors open with what they tell of. */
  double opening() {
    if (isItem() || isExcluded() || !Collections.disjoint(flaws, NO_OPENING)) {
      return 0;
    }
    return introduces ? INTRODUCTION : OPENING / (1 + place);
  }

  /** Share of its merit that is left where it is told without the sentence before it. */
  double alone() {
    return isDependent()
        ? HANGING
        : flaws.contains(Flaw.POINTING) || flaws.contains(Flaw.ANSWER) ? VAGUE : 1;
  }

  /** Whether it is the next sentence of the text, with no heading, code or table between. */
  boolean follows(Candidate other) {
    return index == other.index + 1 && sentence.block() - other.sentence.block() <= 1;
  }

  /** Terms that both have, as a share of the terms of the one that has fewer. */
  double overlap(Candidate other) {
    int common = 0;
    int a = 0;
    int b = 0;
    while (a < terms.length && b < other.terms.length) {
      int order = Integer.compare(terms[a], other.terms[b]);
      common += order == 0 ? 1 : 0;
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    int fewer = Math.min(terms.length, other.terms.length);
    return fewer == 0 ? 0 : (double) common / fewer;
  }
}
