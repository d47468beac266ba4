package io.winnow.summarize;

import io.winnow.text.Sentence;
import java.util.Set;

/**
 * A sentence that may stand in a summary.
 *
 * @param sentence the sentence
 * @param index its number among the sentences of the text
 * @param terms numbers of its terms, ascending, each once
 * @param flaws what is wrong with it
 * @param merit how much it deserves to be there, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Candidate(Sentence sentence, int index, int[] terms, Set<Flaw> flaws, double merit) {
  boolean isExcluded() {
    return flaws.stream().anyMatch(Flaw::excludes);
  }

  boolean isDependent() {
    return flaws.contains(Flaw.DEPENDENT);
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
