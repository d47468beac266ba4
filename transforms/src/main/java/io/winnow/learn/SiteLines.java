package io.winnow.learn;

import io.winnow.schema.Learned;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Decides which recurring lines are boilerplate of their site, and tells each group of articles
 * that has articles of the site.
 *
 * <p>Keeps 8 to 16 bytes a distinct article, and the recurring lines.
 */
final class SiteLines {
  private final LearnSpec spec;
  private final Map<Long, Site> sites = new TreeMap<>();

  SiteLines(LearnSpec spec) {
    this.spec = spec;
  }

  /** Takes an article, or a line that was counted. */
  void add(Sighting sighting) {
    Site site = sites.computeIfAbsent(sighting.site(), key -> new Site());
    if (sighting.isArticle()) {
      site.contents.add(sighting.content());
      site.groups.set(sighting.number());
    } else {
      site.recurring.add(sighting);
    }
  }

  /**
   * Tells what was learned, in the order of sites and groups; nothing of sites without such lines.
   */
  void learned(Consumer<Learned> out) {
    sites.forEach((key, site) -> tell(key, site, out));
  }

  private void tell(long key, Site site, Consumer<Learned> out) {
    int all = site.contents.size();
    List<Sighting> boilerplate =
        site.recurring.stream()
            .filter(line -> spec.isBoilerplate(line.number(), all))
            .sorted(Comparator.comparingLong(Sighting::line))
            .toList();
    if (boilerplate.isEmpty()) {
      return;
    }
    site.groups.stream()
        .forEach(
            group ->
                out.accept(
                    Learned.newBuilder()
                        .setSite(key)
                        .setGroup(group)
                        .setSiteArticles(all)
                        .setLines(boilerplate.stream().map(Sighting::line).toList())
                        .setArticles(boilerplate.stream().map(Sighting::number).toList())
                        .build()));
  }

  private static final class Site {
    private final LongOpenHashSet contents = new LongOpenHashSet();
    private final BitSet groups = new BitSet();
    private final List<Sighting> recurring = new ArrayList<>();
  }
}
