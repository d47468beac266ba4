package io.winnow.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every page that an edition tries for a period has in common.
 *
 * @param coverage the articles
 * @param ranked all items, the best first
 * @param highlights of the period
 * @param topics the best items of each topic
 * @param longest the item with most to read among those that have an address
 */
record EditionFacts(
    Coverage coverage,
    List<Item> ranked,
    Highlights highlights,
    List<TopicIndex.Topic> topics,
    Optional<Item> longest) {
  static EditionFacts of(
      Coverage coverage,
      Period period,
      Edition edition,
      SectionLabels labels,
      @Nullable Before before) {
    List<Item> ranked = Item.ranked(coverage.entries(), edition);
    return new EditionFacts(
        coverage,
        ranked,
        new Highlights(edition, year(period, coverage.entries()), labels, coverage, before),
        new TopicIndex(edition, labels).topics(ranked),
        Highlights.longest(ranked.stream().filter(item -> item.lead().address() != null)));
  }

  private static int year(Period period, Collection<Entry> entries) {
    return period.last() != null
        ? period.last().getYear()
        : entries.iterator().next().firstSeen().getYear();
  }
}
