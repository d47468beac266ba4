package io.winnow.tag.unknown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists unknown terms for people: the first by rank, parts and extensions of another left out. */
public final class RankedTerms {
  private RankedTerms() {}

  /** At most {@code max}, best first. */
  public static List<UnknownTerm> of(Collection<UnknownTerm> terms, int max) {
    List<UnknownTerm> ranked = new ArrayList<>();
    terms.stream()
        .sorted(UnknownTerm.RANK)
        .forEach(
            term -> {
              if (ranked.size() < max && ranked.stream().noneMatch(same -> overlap(same, term))) {
                ranked.add(term);
              }
            });
    return List.copyOf(ranked);
  }

  /**
   * Whether one is a part of the other, at its beginning or end: the better one stands for both.
   */
  private static boolean overlap(UnknownTerm one, UnknownTerm other) {
    String longer = one.key().length() >= other.key().length() ? one.key() : other.key();
    String shorter = longer.equals(one.key()) ? other.key() : one.key();
    return longer.startsWith(shorter) || longer.endsWith(shorter);
  }
}
