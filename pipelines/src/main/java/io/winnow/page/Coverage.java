package io.winnow.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The articles of a period and what is counted of them: once, for all pages that say it.
 *
 * @param entries all of them
 * @param length all there is to read
 * @param copies how often they also stand elsewhere
 * @param derived whether one has a sentence for a title
 * @param runs that published them, the last by name first
 * @param days on which those were published whose day is known, ascending
 * @param sections articles by section
 * @param topics what they are about
 * @param sources articles by the names of their sources
 */
record Coverage(
    Collection<Entry> entries,
    ReadingLength length,
    int copies,
    boolean derived,
    List<String> runs,
    List<LocalDate> days,
    Map<String, Long> sections,
    Topics topics,
    Tally sources) {
  static Coverage of(Collection<Entry> entries) {
    return new Coverage(
        entries,
        entries.stream().map(Entry::length).reduce(ReadingLength.NONE, ReadingLength::plus),
        entries.stream().mapToInt(Entry::copies).sum(),
        entries.stream().anyMatch(Entry::derivedTitle),
        List.copyOf(new TreeSet<>(entries.stream().map(Entry::runId).toList()).descendingSet()),
        entries.stream().map(Entry::published).filter(Objects::nonNull).sorted().toList(),
        Tally.of(entries.stream().map(Entry::section)).asMap(),
        Topics.of(entries.stream().map(e -> new Topics.Of(e.tags(), e.names())).toList()),
        Tally.of(entries.stream().map(Coverage::sourceName).flatMap(Optional::stream)));
  }

  /** The name of a source that has one which means something to readers. */
  private static Optional<String> sourceName(Entry entry) {
    return Optional.ofNullable(
        entry.selfUrl() && entry.site() != null ? entry.site() : entry.publication());
  }
}
