package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders the articles of a period as one page of Markdown to read on a Monday: the best in full,
 * the rest a line each under a fold.
 *
 * <p>A function of the articles alone, whatever their order. What is seen without opening a fold
 * stays under {@value #MAX_CHARACTERS} Chinese characters or {@value #MAX_WORDS} words. Articles
 * are read twice: once for what ranks them, about a kilobyte each, and once for the text of the few
 * that are shown in full.
 */
public final class Digest {
  static final int MAX_CHARACTERS = 4_500;
  static final int MAX_WORDS = 2_300;
  private static final int MAX_LINES_IN_FOLD = 200;
  private static final int MAX_TOLD = 40;
  private static final int MAX_UNFOLDED = 3;
  private static final int MAX_SECTIONS_UNFOLDED = 20;

  private final SectionLabels labels;
  private final Function<Article, Optional<String>> claims;

  /**
   * @param claims the sentence of an article that says what it claims, a verbatim part of its text;
   *     empty where no sentence does
   */
  public Digest(SectionLabels labels, Function<Article, Optional<String>> claims) {
    this.labels = labels;
    this.claims = claims;
  }

  /**
   * One page.
   *
   * @param published articles of any period
   * @param before what the highlights compare with; null where there is nothing
   */
  String render(Period period, Edition edition, ArticleSource published, @Nullable Before before)
      throws IOException {
    List<Entry> entries = entries(period, published);
    List<Item> ranked = Item.ranked(entries, edition);
    Choice choice = new Choice(ranked, sectionOrder());
    Map<String, Article> articles = new HashMap<>();
    MetaLine meta = new MetaLine(edition, labels);
    ItemWriter writer = new ItemWriter(edition, meta, claims, articles);
    for (int total = Choice.MAX_ITEMS; ; total--) {
      List<Item> chosen = choice.of(total);
      load(told(ranked, chosen), articles, published);
      DigestPage page = new DigestPage(period, edition, labels, meta, writer);
      write(page, edition, ranked, new HashSet<>(chosen));
      page.finish(entries, ranked, before);
      if (total == 1 || page.length().shareOf(MAX_CHARACTERS, MAX_WORDS) < 1) {
        return page.markdown();
      }
    }
  }

  /** What more is said of than its title: items in full, and the best of the others. */
  private static List<Item> told(List<Item> ranked, List<Item> chosen) {
    Set<Item> full = new HashSet<>(chosen);
    Map<String, Integer> lines = new HashMap<>();
    return ranked.stream()
        .filter(
            item -> full.contains(item) || lines.merge(item.section(), 1, Integer::sum) <= MAX_TOLD)
        .toList();
  }

  private static List<Entry> entries(Period period, ArticleSource published) throws IOException {
    List<Entry> entries = new ArrayList<>();
    published.forEach(
        article -> {
          if (period.covers(article.getRunId(), article.getFirstSeen(), article.getPublished())) {
            Entry entry = Entry.of(article);
            boolean undated = period.by() == Period.By.PUBLISHED && entry.published() == null;
            entries.add(undated ? entry.in(DigestPage.UNDATED) : entry);
          }
        });
    return entries;
  }

  private void write(DigestPage page, Edition edition, List<Item> ranked, Set<Item> full) {
    Map<String, List<Item>> sections = new TreeMap<>(sectionOrder());
    ranked.forEach(
        item -> sections.computeIfAbsent(item.section(), s -> new ArrayList<>()).add(item));
    int unfolded = sections.size() <= MAX_SECTIONS_UNFOLDED ? MAX_UNFOLDED : 0;
    sections.forEach(
        (section, items) -> {
          page.section(section, items);
          items.stream().filter(full::contains).forEach(page::item);
          page.rest(
              items.stream().filter(item -> !full.contains(item)).toList(),
              items.stream().anyMatch(full::contains) ? 0 : unfolded,
              MAX_TOLD,
              MAX_LINES_IN_FOLD);
        });
  }

  private Comparator<String> sectionOrder() {
    return Comparator.<String, Boolean>comparing(DigestPage.UNDATED::equals)
        .thenComparing(labels::place)
        .thenComparing(Comparator.naturalOrder());
  }

  /** Adds the articles that the items show, unless they are there. */
  private static void load(List<Item> items, Map<String, Article> articles, ArticleSource published)
      throws IOException {
    Set<String> missing = new HashSet<>();
    for (Item item : items) {
      ItemWriter.told(item).stream()
          .filter(entry -> !articles.containsKey(entry.id()))
          .forEach(entry -> missing.add(entry.id()));
    }
    if (!missing.isEmpty()) {
      published.forEach(
          article -> {
            if (missing.contains(article.getId())) {
              articles.put(article.getId(), article);
            }
          });
    }
  }
}
