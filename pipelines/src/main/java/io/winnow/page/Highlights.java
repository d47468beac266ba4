package io.winnow.page;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader with one minute should know of a period: what several sources tell, what to open
 * first, which topics are frequent, rising or new.
 */
final class Highlights {
  private static final int MANY_SOURCES = 3;
  private static final int MAX_STORIES = 3;
  private static final int MAX_FIRST = 6;
  private static final int MAX_OF_OUTLET = 2;
  private static final int MAX_TITLES = 3;
  private static final int MAX_NAMED = 5;
  private static final int MIN_RISING = 3;
  private static final double DENSE = 0.3;

  /**
   * Below so many articles of the period before, that something was not among them says nothing.
   */
  private static final int MIN_BEFORE = 20;

  private final Edition edition;
  private final int year;
  private final SectionLabels labels;
  private final Coverage coverage;
  private final Map<String, Long> tags;
  private final List<Inline> topicLines = new ArrayList<>();
  private final List<Inline> sourceLines = new ArrayList<>();

  /**
   * @param year of the period: what is older is no news
   * @param before what the topics are compared with; null where there is nothing
   */
  Highlights(
      Edition edition, int year, SectionLabels labels, Coverage coverage, @Nullable Before before) {
    this.edition = edition;
    this.year = year;
    this.labels = labels;
    this.coverage = coverage;
    this.tags = coverage.topics().tags().asMap();
    named(
        "highlight.tags",
        coverage.topics().tags().renamed(tag -> labels.tag(tag, edition)),
        topicLines);
    if (before != null && before.topics().articles() >= MIN_BEFORE) {
      rising(coverage.topics(), before, topicLines);
      fresh(coverage.topics(), before, topicLines);
    }
    named("highlight.sites", coverage.sources(), sourceLines);
  }

  /**
   * What several sources tell, then the best of the largest sections until there are enough, few of
   * one source, each with what it claims.
   *
   * @param shown the items in full, best first
   */
  List<Inline> first(
      List<Item> shown, Function<Item, Inline> link, Function<Item, Optional<Inline>> claim) {
    List<Item> first = new ArrayList<>(stories(shown));
    Set<String> sections = new HashSet<>();
    Map<String, Integer> outlets = new HashMap<>();
    for (Item item : bySize(shown)) {
      if (first.size() < MAX_FIRST
          && !item.isStory()
          && claim.apply(item).isPresent()
          && !sections.contains(item.section())
          && outlets.merge(item.lead().outlet(), 1, Integer::sum) <= MAX_OF_OUTLET) {
        sections.add(item.section());
        first.add(item);
      }
    }
    return first.stream().map(item -> first(item, link.apply(item), claim.apply(item))).toList();
  }

  /** Those of many sources; where there is none, the first of two. */
  private static List<Item> stories(List<Item> shown) {
    List<Item> stories =
        shown.stream().filter(item -> item.isStory() && item.sources() > 1).toList();
    List<Item> many = stories.stream().filter(item -> item.sources() >= MANY_SOURCES).toList();
    return many.isEmpty()
        ? stories.stream().limit(1).toList()
        : many.stream().limit(MAX_STORIES).toList();
  }

  /** Items of the largest sections first; within one, those on what most articles are about. */
  private List<Item> bySize(List<Item> shown) {
    Map<String, Long> size = coverage.sections();
    return shown.stream()
        .sorted(
            Comparator.<Item>comparingLong(item -> -size.get(item.section()))
                .thenComparing(Item::section)
                .thenComparing(item -> item.lead().isOlderThan(year))
                .thenComparing(item -> item.lead().derivedTitle())
                .thenComparingLong(item -> -item.lead().tags().stream().mapToLong(tags::get).sum()))
        .toList();
  }

  /** A story of many says by its titles what happened; anything else by what it claims. */
  private Inline first(Item item, Inline link, Optional<Inline> gist) {
    Inline name = link;
    Optional<Inline> says = gist;
    if (item.isStory()) {
      String size = edition.say("story", item.entries().size(), item.sources());
      name = link.then(Inline.words(edition.say("aside", size)));
      List<Inline> titles =
          item.entries().stream()
              .sorted(
                  Comparator.<Entry, Boolean>comparing(entry -> !isOfEdition(entry.title()))
                      .thenComparing(Entry::derivedTitle))
              .map(Entry::title)
              .filter(title -> !title.equals(item.name()))
              .distinct()
              .limit(MAX_TITLES)
              .map(Inline::text)
              .toList();
      says = titles.isEmpty() ? gist : Optional.of(Inline.joined(edition.say("semicolon"), titles));
    }
    return says.isEmpty() ? name : name.then(Inline.words(edition.say("colon"))).then(says.get());
  }

  private boolean isOfEdition(String title) {
    return Scripts.cjkShare(title) > DENSE == (edition == Edition.ZH);
  }

  /**
   * Topics and extremes.
   *
   * @param linked the longest item that has an address
   * @param shown the items in full
   */
  List<Inline> facts(Optional<Item> linked, List<Item> shown, Function<Item, Inline> link) {
    List<Inline> lines = new ArrayList<>(topicLines);
    longest(Stream.concat(linked.stream(), shown.stream()))
        .ifPresent(
            item ->
                lines.add(
                    label("highlight.long")
                        .then(
                            edition.show(
                                "highlight.long.of",
                                List.of(link.apply(item)),
                                edition.duration(item.length())))));
    lines.addAll(sourceLines);
    return lines;
  }

  /** The item with most to read; stories are many. */
  static Optional<Item> longest(Stream<Item> items) {
    return items
        .filter(item -> !item.isStory())
        .max(
            Comparator.<Item>comparingLong(item -> item.length().seconds())
                .thenComparing(item -> item.lead().id()));
  }

  private void rising(Topics now, Before before, List<Inline> lines) {
    List<Inline> rises =
        now.rising(before.topics(), MIN_RISING).stream()
            .limit(MAX_NAMED)
            .map(
                rise ->
                    Inline.text(
                        edition.say(
                            "rise", labels.tag(rise.tag(), edition), rise.count(), rise.before())))
            .toList();
    list("highlight.rising", rises, lines);
  }

  private void fresh(Topics now, Before before, List<Inline> lines) {
    Set<String> known =
        tags.keySet().stream()
            .flatMap(
                tag -> Stream.of(tag, labels.tag(tag, Edition.ZH), labels.tag(tag, Edition.EN)))
            .map(Folding::key)
            .collect(Collectors.toSet());
    Map<String, Long> then = before.topics().tags().asMap();
    Tally newTags =
        now.tags()
            .filter(tag -> !then.containsKey(tag.name()) && tag.count() > 1)
            .renamed(tag -> labels.tag(tag, edition));
    Tally.Counter all = new Tally.Counter();
    newTags.asMap().forEach(all::add);
    Topics.fresh(coverage.entries(), before.topics(), known).asMap().forEach(all::add);
    list("highlight.new", all.tally().top(MAX_NAMED).stream().map(this::times).toList(), lines);
  }

  private void named(String key, Tally tally, List<Inline> lines) {
    List<Inline> names =
        tally.top(MAX_NAMED).stream().filter(c -> c.count() > 1).map(this::times).toList();
    if (names.size() > 1) {
      list(key, names, lines);
    }
  }

  private void list(String key, List<Inline> names, List<Inline> lines) {
    if (!names.isEmpty()) {
      lines.add(label(key).then(Inline.joined(edition.say("list"), names)));
    }
  }

  private Inline times(Tally.Count count) {
    return Inline.text(edition.say("times", count.name(), count.count()));
  }

  private Inline label(String key) {
    return Inline.text(edition.say(key)).bold().then(Inline.words(edition.say("colon")));
  }
}
