package io.winnow.split;

import io.winnow.split.ContentsPage.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings that the entries of a contents page announce, in the order of the page.
 *
 * <p>Heading levels say nothing here. Titles need not be equal: scans misread characters, editors
 * reword. The matches are the chain, ascending on both sides, with the greatest sum of
 * similarities; what is left over is matched between its neighbours by a weaker measure.
 */
final class ContentsMatch {
  /** Least similarity of a match on its own. */
  private static final double MIN_SIMILARITY = 0.6;

  /** Least containment of a match between two matched neighbours. */
  private static final double MIN_CONTAINMENT = 0.5;

  private static final int CANDIDATES = 4;

  /** Bigrams that more entries than this share tell nothing apart; it also bounds the work. */
  private static final int MAX_POSTINGS = 100;

  private final List<Entry> entries;
  private final List<Similarity> titles;
  private final List<Heading> headings;

  /**
   * An entry and its heading.
   *
   * @param similarity 0 to 1
   */
  record Match(Entry entry, Heading heading, double similarity) {}

  private record Candidate(int entry, int heading, double similarity) {}

  private ContentsMatch(List<Entry> entries, List<Heading> headings) {
    this.entries = entries;
    this.titles = entries.stream().map(entry -> Similarity.to(entry.title())).toList();
    this.headings = headings;
  }

  /** The matches in order; entries without a heading are left out. */
  static List<Match> of(List<Entry> entries, List<Heading> headings) {
    ContentsMatch match = new ContentsMatch(entries, headings);
    List<Candidate> chain = chain(match.candidates());
    return match.fill(chain).stream()
        .map(c -> new Match(entries.get(c.entry), headings.get(c.heading), c.similarity))
        .toList();
  }

  private List<Candidate> candidates() {
    Map<Long, List<Integer>> postings = new HashMap<>();
    for (int e = 0; e < titles.size(); e++) {
      for (long gram : titles.get(e).grams()) {
        postings.computeIfAbsent(gram, g -> new ArrayList<>()).add(e);
      }
    }
    List<Candidate> all = new ArrayList<>();
    for (int h = 0; h < headings.size(); h++) {
      Similarity title = Similarity.to(Markup.plain(headings.get(h).text()));
      Map<Integer, Integer> shared = new HashMap<>();
      for (long gram : title.grams()) {
        List<Integer> posting = postings.getOrDefault(gram, List.of());
        if (posting.size() <= MAX_POSTINGS) {
          posting.forEach(e -> shared.merge(e, 1, Integer::sum));
        }
      }
      int heading = h;
      shared.entrySet().stream()
          .sorted(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(CANDIDATES)
          .map(e -> new Candidate(e.getKey(), heading, titles.get(e.getKey()).of(title)))
          .filter(candidate -> candidate.similarity >= MIN_SIMILARITY)
          .forEach(all::add);
    }
    return all;
  }

  /**
   * The heaviest chain that ascends strictly in entries and headings. A Fenwick tree over entries
   * keeps the best chain that ends at or before each: O(n log n).
   */
  private static List<Candidate> chain(List<Candidate> candidates) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort(
        Comparator.comparingInt(Candidate::heading)
            .thenComparing(Comparator.comparingInt(Candidate::entry).reversed()));
    int size = order.stream().mapToInt(Candidate::entry).max().orElse(0) + 2;
    int[] best = new int[size];
    Arrays.fill(best, -1);
    double[] weight = new double[order.size()];
    int[] previous = new int[order.size()];
    int end = -1;
    for (int i = 0; i < order.size(); i++) {
      Candidate candidate = order.get(i);
      int before = -1;
      for (int at = candidate.entry; at > 0; at -= at & -at) {
        before = heavier(weight, before, best[at]);
      }
      previous[i] = before;
      weight[i] = candidate.similarity + (before < 0 ? 0 : weight[before]);
      for (int at = candidate.entry + 1; at < size; at += at & -at) {
        best[at] = heavier(weight, best[at], i);
      }
      end = heavier(weight, end, i);
    }
    List<Candidate> chain = new ArrayList<>();
    for (int i = end; i >= 0; i = previous[i]) {
      chain.add(order.get(i));
    }
    Collections.reverse(chain);
    return chain;
  }

  private static int heavier(double[] weight, int one, int other) {
    if (one < 0 || other < 0) {
      return Math.max(one, other);
    }
    return weight[other] > weight[one] ? other : one;
  }

  /** Adds to the chain what only the place between two neighbours makes credible. */
  private List<Candidate> fill(List<Candidate> chain) {
    List<Candidate> filled = new ArrayList<>();
    int entry = 0;
    int heading = 0;
    for (int i = 0; i <= chain.size(); i++) {
      boolean end = i == chain.size();
      int toEntry = end ? entries.size() : chain.get(i).entry;
      int toHeading = end ? headings.size() : chain.get(i).heading;
      if (!chain.isEmpty() && toEntry - entry <= CANDIDATES) {
        for (int e = entry; e < toEntry; e++) {
          Candidate found = contained(e, heading, toHeading);
          if (found != null) {
            filled.add(found);
            heading = found.heading + 1;
          }
        }
      }
      if (!end) {
        filled.add(chain.get(i));
        entry = toEntry + 1;
        heading = toHeading + 1;
      }
    }
    return filled;
  }

  private @Nullable Candidate contained(int entry, int from, int to) {
    Candidate best = null;
    for (int h = from; h < to; h++) {
      Similarity title = Similarity.to(Markup.plain(headings.get(h).text()));
      boolean comparable = 2 * title.length() >= titles.get(entry).length();
      double share = comparable ? titles.get(entry).containment(title) : 0;
      if (share >= MIN_CONTAINMENT && (best == null || share > best.similarity)) {
        best = new Candidate(entry, h, share);
      }
    }
    return best;
  }
}
