package io.winnow.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing a digest tells: an article, the parts of a series, the articles of a story, or an
 * article with the digest items about it. Never empty; the first entry leads.
 */
record Item(List<Entry> entries) {
  /** From so many articles on, no title of one stands for all. */
  private static final int MANY = 3;

  Entry lead() {
    return entries.get(0);
  }

  /** By the entry that leads, which no other item has. */
  @Override
  public int hashCode() {
    return lead().hashCode();
  }

  /**
   * Where it stands: a story where most of its articles would, anything else where the lead does.
   */
  String section() {
    if (!isStory()) {
      return lead().section();
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    entries.forEach(entry -> votes.merge(entry.section(), 1, Integer::sum));
    int most = Collections.max(votes.values());
    return votes.keySet().stream()
        .filter(section -> votes.get(section) == most)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Different sources that tell it, as stories count them: sites, else publications, else dumps.
   */
  long sources() {
    return entries.stream().map(Entry::outlet).distinct().count();
  }

  /** Whether several articles tell one story. */
  boolean isStory() {
    return entries.size() > 1
        && !isSeries()
        && entries.stream().anyMatch(entry -> entry.story() != null);
  }

  /**
   * What it is called: a story of many articles by what they name, anything else by the title that
   * leads, one that an author gave before one that is a sentence.
   */
  String name() {
    if (!isStory()) {
      return lead().title();
    }
    Optional<String> label =
        entries.stream().map(Entry::storyLabel).filter(Objects::nonNull).findFirst();
    return label
        .filter(it -> entries.size() >= MANY)
        .orElseGet(
            () ->
                entries.stream()
                    .filter(entry -> !entry.derivedTitle())
                    .findFirst()
                    .orElse(lead())
                    .title());
  }

  /** Whether it is several parts of one series and nothing else. */
  boolean isSeries() {
    String series = lead().series();
    return entries.size() > 1
        && series != null
        && entries.stream().allMatch(entry -> series.equals(entry.series()));
  }

  ReadingLength length() {
    return entries.stream().map(Entry::length).reduce(ReadingLength.NONE, ReadingLength::plus);
  }

  /** Items in the order they deserve, each entry in exactly one. */
  static List<Item> ranked(Collection<Entry> entries, Edition edition) {
    Comparator<Entry> rank = Entry.rank(edition);
    List<Entry> sorted = entries.stream().sorted(rank).toList();
    Comparator<Item> order =
        Comparator.<Item, Boolean>comparing(item -> !item.lead().lang().equals(edition.lang()))
            .thenComparing(Comparator.comparingLong(Item::sources).reversed())
            .thenComparing(Item::lead, rank);
    return gather(sorted).stream().map(Item::of).sorted(order).toList();
  }

  private static Item of(List<Entry> members) {
    Item item = new Item(List.copyOf(members));
    if (item.isStory()) {
      return new Item(byTurns(members));
    }
    if (!item.isSeries()) {
      return item;
    }
    Comparator<Entry> byPart =
        Comparator.comparing(Entry::part, Comparator.nullsFirst(Comparator.naturalOrder()));
    return new Item(members.stream().sorted(byPart.thenComparing(Entry::id)).toList());
  }

  /** The best of each source, then the second of each, so that the first ones are many voices. */
  private static List<Entry> byTurns(List<Entry> members) {
    Map<String, Integer> turns = new HashMap<>();
    Map<Entry, Integer> turn = new HashMap<>();
    members.forEach(entry -> turn.put(entry, turns.merge(entry.outlet(), 1, Integer::sum)));
    return members.stream().sorted(Comparator.comparing(turn::get)).toList();
  }

  /** Joins what shares a story or series, and digest items with the article they are about. */
  private static Collection<List<Entry>> gather(List<Entry> entries) {
    Set<String> selfUrls = new HashSet<>();
    entries.stream().filter(Entry::selfUrl).forEach(entry -> selfUrls.add(entry.url()));
    Map<String, String> stories = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.story() != null) {
        // A story bears the id of an article, which may have been in none on its day.
        stories.put(entry.story(), entry.story());
        entry.storyEarlier().forEach(id -> stories.put(id, entry.story()));
      }
    }
    int[] group = new int[entries.size()];
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (String key : keys(entries.get(i), selfUrls, stories)) {
        int a = root(group, i);
        int b = root(group, first.computeIfAbsent(key, k -> a));
        group[Math.max(a, b)] = Math.min(a, b);
      }
    }
    Map<Integer, List<Entry>> gathered = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      gathered.computeIfAbsent(root(group, i), root -> new ArrayList<>()).add(entries.get(i));
    }
    return gathered.values();
  }

  private static List<String> keys(
      Entry entry, Set<String> selfUrls, Map<String, String> storiesOfEarlier) {
    List<String> keys = new ArrayList<>(4);
    if (entry.story() != null) {
      keys.add("story " + entry.story());
    }
    if (storiesOfEarlier.containsKey(entry.id())) {
      keys.add("story " + storiesOfEarlier.get(entry.id()));
    }
    if (entry.series() != null) {
      keys.add("series " + entry.series());
    }
    if (entry.url() != null && selfUrls.contains(entry.url())) {
      keys.add("url " + entry.url());
    }
    return keys;
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }
}
