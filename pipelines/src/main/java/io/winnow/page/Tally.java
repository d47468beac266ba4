package io.winnow.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each name occurred.
 *
 * @param counts most frequent first, then by name
 */
public record Tally(List<Count> counts) {
  /** No name at all. */
  public static final Tally NONE = new Tally(List.of());

  /** A name and how often it occurred. */
  public record Count(String name, long count) {
    private static final Comparator<Count> ORDER =
        Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name);
  }

  /** In any order given, in one order kept. */
  public Tally {
    counts = counts.stream().sorted(Count.ORDER).toList();
  }

  static Tally of(Stream<String> names) {
    Counter counter = new Counter();
    names.forEach(counter::add);
    return counter.tally();
  }

  /** The most frequent ones. */
  public List<Count> top(int max) {
    return counts.subList(0, Math.min(max, counts.size()));
  }

  /** The most frequent ones, one more than {@code max} rather than a rest of one. */
  List<Count> first(int max) {
    return counts.size() <= max + 1 ? counts : top(max);
  }

  /** What {@link #first} leaves out. */
  Tally rest(int max) {
    return new Tally(counts.subList(first(max).size(), counts.size()));
  }

  /** How often a name occurred. */
  long of(String name) {
    return counts.stream().filter(count -> count.name.equals(name)).mapToLong(Count::count).sum();
  }

  /** Those whose names do not occur in the other. */
  Tally without(Tally other) {
    Set<String> names = other.counts.stream().map(Count::name).collect(Collectors.toSet());
    return new Tally(counts.stream().filter(count -> !names.contains(count.name)).toList());
  }

  /** By how much each name occurred more often than in the other, below 0 where less. */
  Tally growthSince(Tally other) {
    Map<String, Long> before = other.asMap();
    return new Tally(
        counts.stream()
            .map(count -> new Count(count.name, count.count - before.getOrDefault(count.name, 0L)))
            .toList());
  }

  /** The same counts under other names. */
  Tally renamed(UnaryOperator<String> name) {
    Counter counter = new Counter();
    counts.forEach(count -> counter.add(name.apply(count.name), count.count));
    return counter.tally();
  }

  Tally filter(Predicate<Count> wanted) {
    return new Tally(counts.stream().filter(wanted).toList());
  }

  /** How often each name occurred. */
  Map<String, Long> asMap() {
    return counts.stream().collect(Collectors.toUnmodifiableMap(Count::name, Count::count));
  }

  /** All occurrences. */
  public long total() {
    return counts.stream().mapToLong(Count::count).sum();
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Counts names as they come; one number a name is kept. */
  static final class Counter {
    private final Map<String, Long> counts = new HashMap<>();

    void add(String name) {
      add(name, 1);
    }

    void add(String name, long count) {
      counts.merge(name, count, Long::sum);
    }

    Tally tally() {
      return new Tally(
          counts.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue())).toList());
    }
  }
}
