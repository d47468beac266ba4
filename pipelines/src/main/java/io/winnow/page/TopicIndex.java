package io.winnow.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists the best items of each topic, for readers who look for one. */
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
   * A line a topic that at least two articles have, the most frequent first.
   *
   * @param ranked all items, the best first
   * @param link leads to an item, on the page or off it
   */
  List<Inline> lines(List<Item> ranked, Function<Item, Inline> link) {
    Map<String, List<Item>> items = new LinkedHashMap<>();
    for (Item item : ranked) {
      item.entries().stream()
          .flatMap(entry -> entry.tags().stream())
          .distinct()
          .forEach(tag -> items.computeIfAbsent(tag, t -> new ArrayList<>()).add(item));
    }
    Tally.Counter counter = new Tally.Counter();
    ranked.stream()
        .flatMap(item -> item.entries().stream())
        .flatMap(entry -> entry.tags().stream())
        .forEach(counter::add);
    return counter.tally().top(MAX_TOPICS).stream()
        .filter(topic -> topic.count() > 1)
        .map(topic -> line(topic, items.get(topic.name()), link))
        .toList();
  }

  private Inline line(Tally.Count topic, List<Item> items, Function<Item, Inline> link) {
    Inline name =
        Inline.text(edition.say("times", labels.tag(topic.name(), edition), topic.count())).bold();
    List<Inline> links = new ArrayList<>(items.stream().limit(MAX_ITEMS).map(link).toList());
    if (items.size() > MAX_ITEMS) {
      links.add(Inline.text("…"));
    }
    return name.then(Inline.words(edition.say("colon")))
        .then(Inline.joined(edition.say("list"), links));
  }
}
