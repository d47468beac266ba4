package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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
  private static final int MAX_PARTS = 5;

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
   */
  public String render(Period period, Edition edition, ArticleSource published) throws IOException {
    List<Entry> entries = new ArrayList<>();
    published.forEach(
        article -> {
          if (period.covers(article.getRunId(), article.getFirstSeen())) {
            entries.add(Entry.of(article));
          }
        });
    List<Item> ranked = Item.ranked(entries, edition);
    Choice choice = new Choice(ranked, sectionOrder());
    Map<String, Article> articles = load(choice, published);
    ItemWriter writer = new ItemWriter(edition, labels, claims, articles);
    for (int total = Choice.MAX_ITEMS; ; total--) {
      DigestPage page = page(period, edition, entries, ranked, choice.of(total), writer);
      if (total == 1 || page.length().shareOf(MAX_CHARACTERS, MAX_WORDS) < 1) {
        return page.markdown();
      }
    }
  }

  private Comparator<String> sectionOrder() {
    return Comparator.comparingInt(labels::place).thenComparing(Comparator.naturalOrder());
  }

  private DigestPage page(
      Period period,
      Edition edition,
      Collection<Entry> entries,
      List<Item> ranked,
      List<Item> chosen,
      ItemWriter writer) {
    Set<Item> full = new HashSet<>(chosen);
    Map<String, List<Item>> sections = new TreeMap<>(sectionOrder());
    ranked.forEach(
        item -> sections.computeIfAbsent(item.section(), s -> new ArrayList<>()).add(item));
    DigestPage page = new DigestPage(period, edition);
    sections.forEach(
        (section, items) -> {
          page.section(section, labels.section(section, edition), articles(items));
          for (Item item : items) {
            if (full.contains(item)) {
              page.item(item, writer);
            }
          }
          List<Item> rest = items.stream().filter(item -> !full.contains(item)).toList();
          page.rest(rest, rest.size() < items.size(), writer, MAX_LINES_IN_FOLD);
        });
    page.finish(entries, ranked, labels, writer);
    return page;
  }

  private static long articles(List<Item> items) {
    return items.stream().mapToLong(item -> item.entries().size()).sum();
  }

  /** The articles of every item that may be shown in full. */
  private static Map<String, Article> load(Choice choice, ArticleSource published)
      throws IOException {
    Set<String> wanted = new HashSet<>();
    for (int total = 1; total <= Choice.MAX_ITEMS; total++) {
      for (Item item : choice.of(total)) {
        item.entries().stream()
            .limit(item.isSeries() ? MAX_PARTS : 1)
            .forEach(entry -> wanted.add(entry.id()));
      }
    }
    Map<String, Article> articles = new HashMap<>();
    if (!wanted.isEmpty()) {
      published.forEach(
          article -> {
            if (wanted.contains(article.getId())) {
              articles.put(article.getId(), article);
            }
          });
    }
    return articles;
  }
}
