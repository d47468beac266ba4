package io.winnow.page;

import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many articles of a period are about what: by their tags, and by the names among their
 * keywords.
 *
 * @param articles all of the period
 * @param tags articles by tag
 * @param names keys of all names that occur
 */
record Topics(long articles, Tally tags, Set<String> names) {
  private static final int MAX_NAMES = 12;
  private static final double RATIO = 1.5;

  /** A product, a standard or a company, as case tells it in Latin letters; no common word. */
  private static final Pattern NAME =
      Pattern.compile("(?=.*\\p{Lu})[\\p{IsLatin}\\p{Nd} .+#/&'’_-]{2,40}");

  /** What of an article is counted. */
  record Of(List<String> tags, List<String> names) {}

  static Topics of(Collection<Of> articles) {
    Tally tags = Tally.of(articles.stream().flatMap(article -> article.tags.stream()));
    Set<String> names = new HashSet<>();
    articles.forEach(article -> article.names.forEach(name -> names.add(Folding.key(name))));
    return new Topics(articles.size(), tags, Set.copyOf(names));
  }

  /** The terms that are names. */
  static List<String> names(Stream<String> terms) {
    return terms.filter(term -> NAME.matcher(term).matches()).limit(MAX_NAMES).toList();
  }

  /** Tags that are more frequent than in the period before, by how many articles more. */
  List<Rise> rising(Topics before, int min) {
    Map<String, Long> then = before.tags.asMap();
    List<Rise> rises = new ArrayList<>();
    for (Tally.Count tag : tags.counts()) {
      long earlier = then.getOrDefault(tag.name(), 0L);
      double expected = (double) earlier * articles / before.articles;
      if (tag.count() >= min && tag.count() >= RATIO * Math.max(expected, 1)) {
        rises.add(new Rise(tag.name(), tag.count(), earlier, tag.count() - expected));
      }
    }
    rises.sort(Rise.ORDER);
    return rises;
  }

  /**
   * Names that several sources use and nobody used in the period before, the most frequent first.
   *
   * @param known names that are no news, such as those that tags have
   */
  static Tally fresh(Collection<Entry> entries, Topics before, Set<String> known) {
    Map<String, Use> uses = new HashMap<>();
    for (Entry entry : entries) {
      for (String name : entry.names()) {
        String key = Folding.key(name);
        if (!before.names.contains(key) && !known.contains(key)) {
          uses.computeIfAbsent(key, k -> new Use()).add(name, entry);
        }
      }
    }
    Tally.Counter fresh = new Tally.Counter();
    uses.values().stream()
        .filter(use -> use.outlets.size() > 1)
        .forEach(use -> fresh.add(use.spelling, use.articles));
    return fresh.tally();
  }

  /**
   * A tag that rises.
   *
   * @param count articles of this period
   * @param before articles of the period before
   * @param more articles than were to be expected
   */
  record Rise(String tag, long count, long before, double more) {
    private static final Comparator<Rise> ORDER =
        Comparator.comparingDouble(Rise::more).reversed().thenComparing(Rise::tag);
  }

  private static final class Use {
    private String spelling = "";
    private long articles;
    private final Set<String> outlets = new HashSet<>();

    void add(String name, Entry entry) {
      if (spelling.isEmpty() || name.compareTo(spelling) < 0) {
        spelling = name;
      }
      articles++;
      outlets.add(entry.outlet());
    }
  }
}
