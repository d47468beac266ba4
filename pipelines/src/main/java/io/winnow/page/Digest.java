package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders the articles of a period as one page of Markdown to read on a Monday: the best in full,
 * the rest a line each under a fold.
 *
 * <p>A function of the articles alone, whatever their order. What is seen without opening a fold
 * stays under {@value #MAX_CHARACTERS} Chinese characters or {@value #MAX_WORDS} words. Articles
 * are read twice for all editions: once for what ranks them, about a kilobyte each, and once for
 * the text of the few of which more than a title is shown.
 */
public final class Digest {
  static final int MAX_CHARACTERS = 4_500;
  static final int MAX_WORDS = 2_300;
  private static final int MAX_LINES_IN_FOLD = 200;
  private static final int MAX_TOLD = 40;
  private static final int MAX_UNFOLDED = 3;
  private static final int MAX_SECTIONS_UNFOLDED = 20;
  private static final Comparator<Entry> BY_ID =
      Comparator.comparing(Entry::id).thenComparing(Entry::runId);

  private final SectionLabels labels;
  private final Function<Article, Optional<String>> claims;

  /**
   * @param claims the sentence of an article that says what it claims, a verbatim part of its text;
   *     empty where no sentence does; called by several threads at once
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
    return render(period, List.of(edition), published, before).get(0);
  }

  /**
   * A page for each edition, in their order.
   *
   * @param published articles of any period
   * @param before what the highlights compare with; null where there is nothing
   */
  List<String> render(
      Period period, Collection<Edition> editions, ArticleSource published, @Nullable Before before)
      throws IOException {
    Coverage coverage = Coverage.of(entries(period, published));
    List<Draft> drafts =
        editions.parallelStream()
            .map(edition -> new Draft(period, edition, coverage, before))
            .toList();
    Set<String> told = new HashSet<>();
    for (Draft draft : drafts) {
      draft.told().forEach(item -> ItemWriter.told(item).forEach(entry -> told.add(entry.id())));
    }
    Map<String, Article> articles = load(told, published);
    return drafts.parallelStream().map(draft -> draft.page(articles)).toList();
  }

  /** What one edition tells of a period. */
  private final class Draft {
    private final Period period;
    private final Edition edition;
    private final @Nullable Before before;
    private final Coverage coverage;
    private final @Nullable EditionFacts facts;
    private final Map<String, List<Item>> sections = new TreeMap<>(sectionOrder());
    private final List<List<Item>> choices = new ArrayList<>();

    Draft(Period period, Edition edition, Coverage coverage, @Nullable Before before) {
      this.period = period;
      this.edition = edition;
      this.before = before;
      this.coverage = coverage;
      if (coverage.entries().isEmpty()) {
        facts = null;
        return;
      }
      facts = EditionFacts.of(coverage, period, edition, labels, before);
      facts
          .ranked()
          .forEach(
              item -> sections.computeIfAbsent(item.section(), s -> new ArrayList<>()).add(item));
      Choice choice = new Choice(facts.ranked(), sectionOrder());
      for (int total = Choice.MAX_ITEMS; total > 0; total--) {
        choices.add(choice.of(total));
      }
    }

    /**
     * What more may be said of than its title: items in full, and the best of the others, however
     * many are in full.
     */
    Set<Item> told() {
      Set<Item> told = new HashSet<>();
      choices.forEach(told::addAll);
      sections
          .values()
          .forEach(
              items -> items.stream().limit(MAX_TOLD + Choice.MAX_IN_SECTION).forEach(told::add));
      return told;
    }

    /** The page with as many items in full as are read in time. */
    String page(Map<String, Article> articles) {
      MetaLine meta = new MetaLine(edition, labels);
      ItemWriter writer = new ItemWriter(edition, meta, claims, articles);
      for (List<Item> chosen : choices) {
        DigestPage page = new DigestPage(period, edition, labels, writer);
        Set<Item> full = new HashSet<>(chosen);
        write(page, sections, full);
        List<Item> shown = facts.ranked().stream().filter(full::contains).toList();
        page.finish(facts, shown, before);
        if (chosen == choices.get(choices.size() - 1)
            || page.length().shareOf(MAX_CHARACTERS, MAX_WORDS) < 1) {
          return page.markdown();
        }
      }
      DigestPage page = new DigestPage(period, edition, labels, writer);
      page.finishEmpty();
      return page.markdown();
    }
  }

  private static List<Entry> entries(Period period, ArticleSource published) throws IOException {
    List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    published.forEach(
        Entry.COLUMNS,
        article -> {
          if (period.covers(article.getRunId(), article.getFirstSeen(), article.getPublished())) {
            Entry entry = Entry.of(article);
            boolean undated = period.by() == Period.By.PUBLISHED && entry.published() == null;
            entries.add(undated ? entry.in(DigestPage.UNDATED) : entry);
          }
        });
    return entries.stream().sorted(BY_ID).toList();
  }

  private static void write(DigestPage page, Map<String, List<Item>> sections, Set<Item> full) {
    int unfolded = sections.size() <= MAX_SECTIONS_UNFOLDED ? MAX_UNFOLDED : 0;
    sections.forEach(
        (section, items) -> {
          long articles = articles(items);
          page.section(section, articles);
          List<Item> inFull = items.stream().filter(full::contains).toList();
          inFull.forEach(page::item);
          page.rest(
              items.stream().filter(item -> !full.contains(item)).limit(MAX_LINES_IN_FOLD).toList(),
              items.size() - inFull.size(),
              articles - articles(inFull),
              inFull.isEmpty() ? unfolded : 0,
              MAX_TOLD);
        });
  }

  private static long articles(List<Item> items) {
    long articles = 0;
    for (Item item : items) {
      articles += item.entries().size();
    }
    return articles;
  }

  private Comparator<String> sectionOrder() {
    return Comparator.<String, Boolean>comparing(DigestPage.UNDATED::equals)
        .thenComparing(labels::place)
        .thenComparing(Comparator.naturalOrder());
  }

  /** The articles of these ids. */
  private static Map<String, Article> load(Set<String> ids, ArticleSource published)
      throws IOException {
    Map<String, Article> articles = new ConcurrentHashMap<>();
    if (!ids.isEmpty()) {
      published.forEach(
          ItemWriter.COLUMNS,
          article -> {
            if (ids.contains(article.getId())) {
              articles.put(article.getId(), article);
            }
          });
    }
    return articles;
  }
}
