package io.winnow.summarize;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the sentences of a summary: none repeats another, and none has a name that readers cannot
 * know.
 */
final class Selection {
  /** Share of common terms from which a sentence only repeats another. */
  static final double REPEATS = 0.6;

  /** Most sentences among which is chosen; of a longer text those with most merit. */
  private static final int MAX_POOL = 400;

  /** Times that a choice is made again without sentences that did not fit the others. */
  private static final int MAX_ROUNDS = 6;

  private Selection() {}

  /**
   * The chosen ones in the order of the text; none where none has room.
   *
   * @param names what readers know of the names in the candidates
   */
  static List<Candidate> of(List<Candidate> candidates, Room room, ShortNames names) {
    List<Candidate> pool = pool(candidates);
    List<Candidate> chosen = Passages.of(pool, room);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Set<Integer> again = repeating(chosen);
      for (Candidate sentence : chosen) {
        if (names.areUnknown(sentence, chosen)) {
          again.add(sentence.index());
        }
      }
      if (again.isEmpty()) {
        break;
      }
      pool = without(again, pool);
      chosen = round + 1 < MAX_ROUNDS ? Passages.of(pool, room) : without(again, chosen);
    }
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return pool.stream().filter(room::holds).min(byMerit()).map(List::of).orElse(List.of());
  }

  private static Comparator<Candidate> byMerit() {
    return Comparator.comparingDouble(
            (Candidate candidate) -> candidate.merit() * candidate.alone())
        .reversed()
        .thenComparing(Candidate::index);
  }

  private static List<Candidate> pool(List<Candidate> candidates) {
    if (candidates.size() <= MAX_POOL) {
      return candidates;
    }
    return candidates.stream()
        .sorted(byMerit())
        .limit(MAX_POOL)
        .sorted(Comparator.comparingInt(Candidate::index))
        .toList();
  }

  private static List<Candidate> without(Set<Integer> indexes, List<Candidate> candidates) {
    return candidates.stream().filter(c -> !indexes.contains(c.index())).toList();
  }

  /** Of each two sentences that say the same the one that deserves less. */
  private static Set<Integer> repeating(List<Candidate> chosen) {
    Set<Integer> repeating = new HashSet<>();
    for (int a = 0; a < chosen.size(); a++) {
      for (int b = a + 1; b < chosen.size(); b++) {
        Candidate one = chosen.get(a);
        Candidate other = chosen.get(b);
        if (one.overlap(other) > REPEATS && !repeating.contains(one.index())) {
          repeating.add(other.merit() > one.merit() ? one.index() : other.index());
        }
      }
    }
    return repeating;
  }
}
