package io.winnow.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the best items of each topic, for readers who look for one. */
final class TopicIndex {
  private static final int MAX_TOPICS = 30;
  private static final int MAX_ITEMS = 10;

  private final Edition edition;
  private final SectionLabels labels;

  TopicIndex(Edition edition, SectionLabels labels) {
    this.edition = edition;
    this.labels = labels;
  }

  /**
   * The items of each topic that at least two articles have, the most frequent first, by what the
   * topic is called and how many have it.
   *
   * @param ranked all items, the best first
   */
  Map<Inline, List<Item>> topics(List<Item> ranked) {
    Tally.Counter articles = new Tally.Counter();
    Map<String, List<Item>> items = new HashMap<>();
    for (Item item : ranked) {
      item.entries().stream().flatMap(entry -> entry.tags().stream()).forEach(articles::add);
      item.entries().stream()
          .flatMap(entry -> entry.tags().stream())
          .distinct()
          .forEach(tag -> items.computeIfAbsent(tag, t -> new ArrayList<>()).add(item));
    }
    Map<Inline, List<Item>> topics = new LinkedHashMap<>();
    for (Tally.Count topic : articles.tally().top(MAX_TOPICS)) {
      if (topic.count() > 1) {
        List<Item> best = items.get(topic.name());
        topics.put(name(topic), best.subList(0, Math.min(MAX_ITEMS, best.size())));
      }
    }
    return topics;
  }

  private Inline name(Tally.Count topic) {
    return Inline.text(edition.say("times", labels.tag(topic.name(), edition), topic.count()));
  }
}
