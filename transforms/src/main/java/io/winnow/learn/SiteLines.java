package io.winnow.learn;

import io.winnow.schema.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which recurring lines are boilerplate of their site, and tells each article of its own.
 */
final class SiteLines implements java.io.Serializable {
  private static final long serialVersionUID = 1;

  private final LearnSpec spec;

  SiteLines(LearnSpec spec) {
    this.spec = spec;
  }

  /**
   * For each article that has such lines, which they are; in the order of the ids.
   *
   * @param sightings of articles and of recurring, counted lines, of whole sites
   */
  List<Learned> learned(Iterable<Sighting> sightings) {
    List<Sighting> sorted = LineCounts.sorted(sightings);
    Map<String, Learned.Builder> byArticle = new TreeMap<>();
    int siteArticles = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size()
          && sorted.get(to).site() == sorted.get(from).site()
          && sorted.get(to).line() == sorted.get(from).line()) {
        to++;
      }
      // The articles themselves are line 0, but hashes are signed: find them before they are
      // needed.
      if (from == 0 || sorted.get(from - 1).site() != sorted.get(from).site()) {
        siteArticles = articlesOfSite(sorted, from);
      }
      Sighting first = sorted.get(from);
      if (!first.isArticle() && spec.isBoilerplate(first.articles(), siteArticles)) {
        for (Sighting sighting : sorted.subList(from, to)) {
          add(byArticle, sighting, siteArticles);
        }
      }
      from = to;
    }
    return byArticle.values().stream().map(Learned.Builder::build).toList();
  }

  private static void add(
      Map<String, Learned.Builder> byArticle, Sighting sighting, int siteArticles) {
    Learned.Builder article =
        byArticle.computeIfAbsent(
            sighting.id(),
            id ->
                Learned.newBuilder()
                    .setId(id)
                    .setSiteArticles(siteArticles)
                    .setLines(new ArrayList<>())
                    .setArticles(new ArrayList<>()));
    List<Long> lines = article.getLines();
    if (lines.isEmpty() || lines.get(lines.size() - 1) != sighting.line()) {
      lines.add(sighting.line());
      article.getArticles().add(sighting.articles());
    }
  }

  private static int articlesOfSite(List<Sighting> sorted, int from) {
    List<Sighting> articles = new ArrayList<>();
    for (int i = from; i < sorted.size() && sorted.get(i).site() == sorted.get(from).site(); i++) {
      if (sorted.get(i).isArticle()) {
        articles.add(sorted.get(i));
      }
    }
    return LineCounts.distinctContents(articles);
  }
}
