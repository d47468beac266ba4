package io.winnow.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items a page shows in full: at most {@value #MAX_ITEMS}, {@value #MAX_IN_SECTION} a
 * section, {@value #MAX_OF_SOURCE} led by one source. Every section first sends its best, then rank
 * alone decides. Only where the sources cannot fill {@value #WANTED} items may one have more.
 */
final class Choice {
  static final int MAX_ITEMS = 25;
  static final int MAX_IN_SECTION = 5;
  static final int MAX_OF_SOURCE = 3;
  static final int WANTED = 10;

  private final Set<Item> chosen = new LinkedHashSet<>();
  private final Map<String, Integer> inSection = new HashMap<>();
  private final Map<String, Integer> ofSource = new HashMap<>();

  private Choice() {}

  /** The chosen items, the most wanted first. */
  static List<Item> of(List<Item> ranked) {
    Choice choice = new Choice();
    choice.fill(ranked, 1, MAX_OF_SOURCE, MAX_ITEMS);
    choice.fill(ranked, MAX_IN_SECTION, MAX_OF_SOURCE, MAX_ITEMS);
    choice.fill(ranked, MAX_IN_SECTION, WANTED, WANTED);
    return new ArrayList<>(choice.chosen);
  }

  private void fill(List<Item> ranked, int perSection, int perSource, int total) {
    for (Item item : ranked) {
      String source = item.lead().source();
      if (chosen.size() < total
          && inSection.getOrDefault(item.section(), 0) < perSection
          && ofSource.getOrDefault(source, 0) < perSource
          && chosen.add(item)) {
        inSection.merge(item.section(), 1, Integer::sum);
        ofSource.merge(source, 1, Integer::sum);
      }
    }
  }
}
