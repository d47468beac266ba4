package io.winnow.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which items a page shows in full: at most {@value #MAX_ITEMS}, and {@value #MAX_IN_SECTION} a
 * section. Every section first sends its best, then rank alone decides. Of the first {@value
 * #FIRST} items on the page one source leads at most {@value #MAX_OF_SOURCE}; more only where the
 * sources cannot fill these places otherwise.
 */
final class Choice {
  static final int MAX_ITEMS = 25;
  static final int MAX_IN_SECTION = 5;
  static final int FIRST = 10;
  static final int MAX_OF_SOURCE = 3;

  private final List<Item> ranked;
  private final Comparator<Integer> pageOrder;
  private final List<Integer> candidates;

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

  /** One by one, the best that fits, those of empty sections first. */
  private void fill(TreeSet<Integer> page, int total, int maxOfSource) {
    Map<String, Integer> inSection = new HashMap<>();
    boolean grown = true;
    while (grown && page.size() < total) {
      grown = false;
      for (int max : new int[] {1, MAX_IN_SECTION}) {
        for (int i = 0; i < candidates.size() && !grown; i++) {
          int item = candidates.get(i);
          String section = ranked.get(item).section();
          if (inSection.getOrDefault(section, 0) < max
              && !page.contains(item)
              && fits(page, item, maxOfSource)) {
            page.add(item);
            inSection.merge(section, 1, Integer::sum);
            grown = true;
          }
        }
      }
    }
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

  /** Places of the items that may be needed: a section's best of each source. */
  private List<Integer> candidates() {
    Map<List<String>, Integer> seen = new HashMap<>();
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      if (seen.merge(List.of(ranked.get(i).section(), source(i)), 1, Integer::sum)
          <= MAX_IN_SECTION) {
        best.add(i);
      }
    }
    return best;
  }
}
