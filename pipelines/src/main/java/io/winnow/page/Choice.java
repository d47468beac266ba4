package io.winnow.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which items a page shows in full: at most {@value #MAX_ITEMS}, and {@value #MAX_IN_SECTION} a
 * section. Sections have seats by the square root of their size, and fill them by rank. Of the
 * first {@value #FIRST} items on the page one source leads at most {@value #MAX_OF_SOURCE}; more
 * only where the sources cannot fill these places otherwise.
 */
final class Choice {
  static final int MAX_ITEMS = 25;
  static final int MAX_IN_SECTION = 5;
  static final int FIRST = 10;
  static final int MAX_OF_SOURCE = 3;

  private final List<Item> ranked;
  private final Comparator<Integer> pageOrder;
  private final Map<String, List<Integer>> candidates;
  private final Map<String, Double> weights;

  /**
   * @param ranked all items, the best first
   * @param sectionOrder of the sections on the page
   */
  Choice(List<Item> ranked, Comparator<String> sectionOrder) {
    this.ranked = ranked;
    this.pageOrder =
        Comparator.<Integer, String>comparing(i -> ranked.get(i).section(), sectionOrder)
            .thenComparing(Comparator.naturalOrder());
    this.candidates = candidates();
    this.weights = weights();
  }

  /** At most {@code total} items, in the order of the page. */
  List<Item> of(int total) {
    TreeSet<Integer> page = new TreeSet<>(pageOrder);
    for (int max = MAX_OF_SOURCE; page.size() < Math.min(total, FIRST) && max <= FIRST; max++) {
      page.clear();
      fill(page, total, max);
    }
    return page.stream().map(ranked::get).toList();
  }

  /** One by one: the best item that fits of the section that is owed one most. */
  private void fill(TreeSet<Integer> page, int total, int maxOfSource) {
    Map<String, Integer> seats = new HashMap<>();
    boolean grown = true;
    while (grown && page.size() < total) {
      grown = false;
      for (String section : byClaim(seats)) {
        Optional<Integer> best =
            candidates.get(section).stream()
                .filter(item -> !page.contains(item) && fits(page, item, maxOfSource))
                .findFirst();
        if (best.isPresent()) {
          page.add(best.get());
          seats.merge(section, 1, Integer::sum);
          grown = true;
          break;
        }
      }
    }
  }

  /** Sections that may have another seat, by the method of Sainte-Laguë over {@link #weights}. */
  private List<String> byClaim(Map<String, Integer> seats) {
    return weights.keySet().stream()
        .filter(section -> seats.getOrDefault(section, 0) < MAX_IN_SECTION)
        .sorted(
            Comparator.<String>comparingDouble(
                    section -> -weights.get(section) / (2 * seats.getOrDefault(section, 0) + 1))
                .thenComparing(section -> candidates.get(section).get(0)))
        .toList();
  }

  private boolean fits(TreeSet<Integer> page, int item, int maxOfSource) {
    TreeSet<Integer> with = new TreeSet<>(page);
    with.add(item);
    Map<String, Integer> ofSource = new HashMap<>();
    return with.stream()
        .limit(FIRST)
        .allMatch(i -> ofSource.merge(source(i), 1, Integer::sum) <= maxOfSource);
  }

  private String source(int item) {
    return ranked.get(item).lead().source();
  }

  /** Places of the items that may be needed, by section: its best of each source. */
  private Map<String, List<Integer>> candidates() {
    Map<List<String>, Integer> seen = new HashMap<>();
    Map<String, List<Integer>> best = new TreeMap<>();
    for (int i = 0; i < ranked.size(); i++) {
      String section = ranked.get(i).section();
      if (seen.merge(List.of(section, source(i)), 1, Integer::sum) <= MAX_IN_SECTION) {
        best.computeIfAbsent(section, s -> new ArrayList<>()).add(i);
      }
    }
    return best;
  }

  /**
   * The square root of the articles of each section: many count for more, and not in proportion.
   */
  private Map<String, Double> weights() {
    Map<String, Integer> articles = new TreeMap<>();
    ranked.forEach(item -> articles.merge(item.section(), item.entries().size(), Integer::sum));
    Map<String, Double> weights = new TreeMap<>();
    articles.forEach((section, count) -> weights.put(section, Math.sqrt(count)));
    return weights;
  }
}
