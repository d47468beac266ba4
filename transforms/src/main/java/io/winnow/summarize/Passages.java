package io.winnow.summarize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The sentences worth most that the room holds, where sentences that follow each other are worth
 * more than sentences from here and there: every passage but the first costs something, and one
 * that opens with a sentence which hangs on the one before is worth little. Found by dynamic
 * programming over sentences and room, so no other choice is worth more.
 */
final class Passages {
  /** What it costs a reader to find the way into another passage, in merit of a sentence. */
  private static final double JUMP = 0.65;

  /** The same within a paragraph. */
  private static final double SKIP = 0.2;

  /** The same from item to item of notes, which are no connected text. */
  private static final double NEXT_ITEM = 0.2;

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final List<Candidate> candidates;
  private final Room room;
  private final int size;
  private final byte[][] taken;
  private final byte[][] left;

  private Passages(List<Candidate> candidates, Room room) {
    this.candidates = candidates;
    this.room = room;
    this.size = room.steps();
    this.taken = new byte[candidates.size()][size + 1];
    this.left = new byte[candidates.size()][size + 1];
  }

  /** The chosen ones in the order of the text, which is that of the candidates. */
  static List<Candidate> of(List<Candidate> candidates, Room room) {
    return new Passages(candidates, room).chosen();
  }

  /** States: nothing told yet, the last candidate told, others told. */
  private static final int NOTHING = 0;

  private static final int LAST = 1;
  private static final int EARLIER = 2;

  private List<Candidate> chosen() {
    double[] last = new double[size + 1];
    double[] earlier = new double[size + 1];
    Arrays.fill(last, NEVER);
    Arrays.fill(earlier, NEVER);
    for (int i = 0; i < candidates.size(); i++) {
      double[] told = new double[size + 1];
      step(i, last, earlier, told);
      last = told;
    }
    return trace(last, earlier);
  }

  /**
   * Adds a candidate to what is worth most.
   *
   * @param last for each room what is worth most of that with the candidate before it
   * @param earlier the same without it; after the call without this candidate
   * @param told filled with the same with this candidate
   */
  private void step(int i, double[] last, double[] earlier, double[] told) {
    Candidate candidate = candidates.get(i);
    int cost = room.steps(candidate);
    double worth = room.worth(candidate);
    double alone = worth * candidate.alone();
    double opening = alone + candidate.opening() * room.openings();
    Candidate previous = i == 0 ? null : candidates.get(i - 1);
    double next = NEVER;
    if (previous != null) {
      next =
          candidate.follows(previous) ? worth : alone - jump(previous, candidate) * room.cohesion();
    }
    double later = alone - (candidate.isItem() ? NEXT_ITEM : JUMP) * room.cohesion();
    Arrays.fill(told, 0, Math.min(cost, told.length), NEVER);
    byte[] from = taken[i];
    for (int used = cost; used <= size; used++) {
      double first = used == cost ? opening : NEVER;
      double on = last[used - cost] + next;
      double far = earlier[used - cost] + later;
      double most = Math.max(first, Math.max(on, far));
      told[used] = most;
      from[used] = (byte) (most == first ? NOTHING : most == on ? LAST : EARLIER);
    }
    byte[] source = left[i];
    for (int used = 0; used <= size; used++) {
      boolean wasLast = last[used] > earlier[used];
      source[used] = (byte) (wasLast ? LAST : EARLIER);
      earlier[used] = wasLast ? last[used] : earlier[used];
    }
  }

  private static double jump(Candidate from, Candidate to) {
    if (from.sentence().block() == to.sentence().block()) {
      return SKIP;
    }
    return to.isItem() && from.isItem() ? NEXT_ITEM : JUMP;
  }

  private List<Candidate> trace(double[] last, double[] earlier) {
    double most = 0;
    int state = NOTHING;
    int used = 0;
    for (int s = LAST; s <= EARLIER; s++) {
      for (int u = 0; u <= size; u++) {
        double worth = (s == LAST ? last[u] : earlier[u]) - room.price(u);
        if (worth > most) {
          most = worth;
          state = s;
          used = u;
        }
      }
    }
    List<Candidate> chosen = new ArrayList<>();
    for (int i = candidates.size() - 1; i >= 0 && state != NOTHING; i--) {
      if (state == LAST) {
        chosen.add(candidates.get(i));
        state = taken[i][used];
        used -= room.steps(candidates.get(i));
      } else {
        state = left[i][used];
      }
    }
    Collections.reverse(chosen);
    return chosen;
  }
}
