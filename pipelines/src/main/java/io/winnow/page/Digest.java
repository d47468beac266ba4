package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    List<Item> chosen = Choice.of(ranked);
    ItemWriter writer = new ItemWriter(edition, labels, claims, load(chosen, published));
    while (true) {
      DigestPage page = page(period, edition, entries, ranked, chosen, writer);
      if (chosen.size() <= 1 || page.length().shareOf(MAX_CHARACTERS, MAX_WORDS) < 1) {
        return page.markdown();
      }
      chosen = chosen.subList(0, chosen.size() - 1);
    }
  }

  private DigestPage page(
      Period period,
      Edition edition,
      Collection<Entry> entries,
      List<Item> ranked,
      List<Item> chosen,
      ItemWriter writer) {
    Set<Item> full = new HashSet<>(chosen);
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    ranked.stream()
        .sorted(
            Comparator.<Item>comparingInt(item -> labels.place(item.section()))
                .thenComparing(Item::section))
        .forEach(
            item -> sections.computeIfAbsent(item.section(), s -> new ArrayList<>()).add(item));
    DigestPage page = new DigestPage(period, edition);
    sections.forEach(
        (section, items) -> {
          page.section(labels.section(section, edition), articles(items));
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

  private static Map<String, Article> load(List<Item> chosen, ArticleSource published)
      throws IOException {
    Set<String> wanted = new HashSet<>();
    for (Item item : chosen) {
      item.entries().stream().limit(item.isSeries() ? 5 : 1).forEach(e -> wanted.add(e.id()));
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
