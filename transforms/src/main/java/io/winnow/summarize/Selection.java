package io.winnow.summarize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the sentences of most merit that do not repeat one another, as many as there is room for
 * (maximal marginal relevance, Carbonell and Goldstein, 1998). Equal merit: the earlier one.
 */
final class Selection {
  /** Share of common terms from which a sentence only repeats another. */
  private static final double REPEATS = 0.6;

  /** What of its merit a sentence loses for each share of terms that are told already. */
  private static final double NOVELTY = 0.5;

  /** Share of the room above which the rest is better left empty than filled with fragments. */
  private static final double ENOUGH = 0.5;

  /** Most sentences that are compared with each other; of a longer text the best ones. */
  private static final int MAX_POOL = 400;

  private final List<Candidate> pool;
  private final Room room;
  private final List<Candidate> chosen = new ArrayList<>();
  private final double[] told;
  private int used;

  private Selection(List<Candidate> pool, Room room) {
    this.pool = pool;
    this.room = room;
    this.told = new double[pool.size()];
  }

  /** The chosen ones in the order of the text; none where none has room. */
  static List<Candidate> of(List<Candidate> candidates, Room room) {
    List<Candidate> pool =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble(Candidate::merit)
                    .reversed()
                    .thenComparing(Candidate::index))
            .limit(MAX_POOL)
            .toList();
    Selection selection = new Selection(pool, room);
    selection.fill();
    selection.chosen.sort(Comparator.comparingInt(Candidate::index));
    return List.copyOf(selection.chosen);
  }

  private void fill() {
    for (int best = best(); best >= 0; best = best()) {
      Candidate candidate = pool.get(best);
      used += room.cost(candidate);
      chosen.add(candidate);
      for (int i = 0; i < told.length; i++) {
        told[i] = Math.max(told[i], candidate.overlap(pool.get(i)));
      }
      told[best] = 1;
    }
  }

  private int best() {
    int best = -1;
    double most = 0;
    for (int i = 0; i < told.length; i++) {
      if (told[i] <= REPEATS
          && isWelcome(pool.get(i))
          && room.holds(pool.get(i), chosen.size(), used)) {
        double gain = gain(i);
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
    }
    return best;
  }

  private double gain(int i) {
    Candidate candidate = pool.get(i);
    double merit = candidate.merit() * (1 - NOVELTY * told[i]);
    return candidate.isDependent() && isIntroduced(candidate)
        ? merit / Flaw.DEPENDENT.keeps()
        : merit;
  }

  private boolean isWelcome(Candidate candidate) {
    return !candidate.isDependent()
        || isIntroduced(candidate)
        || room.share(used, chosen.size()) < ENOUGH;
  }

  /** Whether the sentence before it was chosen. */
  private boolean isIntroduced(Candidate candidate) {
    return chosen.stream().anyMatch(other -> other.index() == candidate.index() - 1);
  }
}
