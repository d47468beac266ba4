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

  /**
   * @param ranked all items, the best first
   * @param sectionOrder of the sections on the page
   */
  Choice(List<Item> ranked, Comparator<String> sectionOrder) {
    this.ranked = ranked;
    this.pageOrder =
        Comparator.<Integer, String>comparing(i -> ranked.get(i).section(), sectionOrder)
            .thenComparing(Comparator.naturalOrder());
  }

  /** At most {@code total} items, in the order of the page. */
  List<Item> of(int total) {
    TreeSet<Integer> page = new TreeSet<>(pageOrder);
    for (int max = MAX_OF_SOURCE; page.size() < Math.min(total, FIRST) && max <= FIRST; max++) {
      page.clear();
      fill(page, total, 1, max);
      fill(page, total, MAX_IN_SECTION, max);
    }
    return page.stream().map(ranked::get).toList();
  }

  /** Adds what fits, by rank, until nothing does: a later item may make room for an earlier one. */
  private void fill(TreeSet<Integer> page, int total, int maxInSection, int maxOfSource) {
    Map<String, Integer> inSection = new HashMap<>();
    page.forEach(item -> inSection.merge(ranked.get(item).section(), 1, Integer::sum));
    List<Integer> waiting = new ArrayList<>();
    for (int item = 0; item < ranked.size(); item++) {
      waiting.add(item);
    }
    boolean grown = true;
    while (grown && page.size() < total) {
      grown = false;
      List<Integer> refused = new ArrayList<>();
      for (int item : waiting) {
        String section = ranked.get(item).section();
        if (page.size() == total || inSection.getOrDefault(section, 0) >= maxInSection) {
          continue;
        }
        if (page.add(item)) {
          if (isVaried(page, maxOfSource)) {
            inSection.merge(section, 1, Integer::sum);
            grown = true;
          } else {
            page.remove(item);
            refused.add(item);
          }
        }
      }
      waiting = refused;
    }
  }

  private boolean isVaried(TreeSet<Integer> page, int maxOfSource) {
    Map<String, Integer> ofSource = new HashMap<>();
    return page.stream()
        .limit(FIRST)
        .allMatch(
            item ->
                ofSource.merge(ranked.get(item).lead().source(), 1, Integer::sum) <= maxOfSource);
  }
}
