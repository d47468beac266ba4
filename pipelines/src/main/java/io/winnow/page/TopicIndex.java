package io.winnow.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the best items of each topic, for readers who look for one. */
final class TopicIndex {
  private static final int MAX_TOPICS = 30;
  private static final int MAX_ITEMS = 10;

  private final Edition edition;
  private final SectionLabels labels;

  /**
   * A topic.
   *
   * @param name what it is called, and how many articles have it
   * @param items the best of them
   * @param more articles that have it beside those of the items
   */
  record Topic(Inline name, List<Item> items, long more) {}

  TopicIndex(Edition edition, SectionLabels labels) {
    this.edition = edition;
    this.labels = labels;
  }

  /**
   * Each topic that at least two articles have, the most frequent first.
   *
   * @param ranked all items, the best first
   */
  List<Topic> topics(List<Item> ranked) {
    Tally.Counter articles = new Tally.Counter();
    Map<String, List<Item>> items = new HashMap<>();
    for (Item item : ranked) {
      item.entries().stream().flatMap(entry -> entry.tags().stream()).forEach(articles::add);
      item.entries().stream()
          .flatMap(entry -> entry.tags().stream())
          .distinct()
          .forEach(tag -> items.computeIfAbsent(tag, t -> new ArrayList<>()).add(item));
    }
    return articles.tally().top(MAX_TOPICS).stream()
        .filter(topic -> topic.count() > 1)
        .map(topic -> topic(topic, items.get(topic.name())))
        .toList();
  }

  private Topic topic(Tally.Count count, List<Item> all) {
    List<Item> best = all.subList(0, Math.min(MAX_ITEMS, all.size()));
    long shown =
        best.stream()
            .flatMap(item -> item.entries().stream())
            .filter(entry -> entry.tags().contains(count.name()))
            .count();
    return new Topic(name(count), best, count.count() - shown);
  }

  private Inline name(Tally.Count topic) {
    return Inline.text(edition.say("times", labels.tag(topic.name(), edition), topic.count()));
  }
}
