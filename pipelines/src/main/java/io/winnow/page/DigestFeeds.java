package io.winnow.page;

import io.winnow.publish.Manifest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the feeds in the folder of digests, and the address that they were given. */
final class DigestFeeds {
  private static final String SITE = ".site";

  private final DigestFolder folder;
  private final DigestLinks links;
  private final Function<Period, List<Manifest>> runs;

  /**
   * @param runs those that may have articles of a period
   */
  DigestFeeds(DigestFolder folder, DigestLinks links, Function<Period, List<Manifest>> runs) {
    this.folder = folder;
    this.links = links;
    this.runs = runs;
  }

  /**
   * Writes the feed of each language.
   *
   * @param given address of the folder; null for that which was given before
   */
  void write(@Nullable URI given) throws IOException {
    URI site = site(given);
    for (Edition edition : Edition.values()) {
      folder.write(DigestFeed.fileName(edition), feed(edition, site));
    }
  }

  private @Nullable URI site(@Nullable URI given) throws IOException {
    if (given != null) {
      folder.write(SITE, given + "\n");
      return given;
    }
    return folder.names().contains(SITE) ? URI.create(folder.read(SITE).strip()) : null;
  }

  private String feed(Edition edition, @Nullable URI site) throws IOException {
    DigestFeed feed = new DigestFeed(edition, site);
    Map<String, Instant> updated = new HashMap<>();
    for (String name : links.digests()) {
      if (Period.editionOf(name) == edition) {
        updated.put(name, updated(period(name)));
      }
    }
    List<String> newest =
        updated.keySet().stream()
            .sorted(
                Comparator.<String, Instant>comparing(updated::get, Comparator.reverseOrder())
                    .thenComparing(DigestFeeds::period, DigestIndex.newestFirst()))
            .limit(DigestFeed.MAX_ENTRIES)
            .toList();
    List<DigestFeed.Entry> entries = new ArrayList<>();
    for (String name : newest) {
      String page = links.file(name);
      DigestText digest = new DigestText(name, folder.read(name));
      String title = digest.title();
      String html = digest.html(new FromFeed(feed, links, page));
      entries.add(
          new DigestFeed.Entry(DigestLinks.stem(name), page, title, updated.get(name), html));
    }
    return feed.write(links.index(), entries);
  }

  private static Period period(String name) {
    return Period.ofFileName(name).orElseThrow();
  }

  /** When the last of the runs that it covers was ready; its last day where none is left. */
  private Instant updated(Period period) {
    LocalDate last = period.last();
    return runs.apply(period).stream()
        .map(run -> Instant.parse(run.finished()))
        .max(Comparator.naturalOrder())
        .orElse(last == null ? Instant.EPOCH : last.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /** Links of a digest as they are followed from a feed. */
  private record FromFeed(DigestFeed feed, DigestLinks links, String page) implements Targets {
    @Override
    public String file(String path) {
      return feed.address(links.file(path));
    }

    @Override
    public String anchor(String anchor) {
      return feed.address(page) + anchor;
    }
  }
}
