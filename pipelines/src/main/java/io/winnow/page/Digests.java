package io.winnow.page;

import io.winnow.publish.ChangedRuns;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code DIR/digests}: a view that can be rendered again at any time from what is published.
 *
 * <p>Each file appears whole or not at all, and the same runs give the same bytes.
 */
public final class Digests {
  private final DigestFolder folder;
  private final Digest digest;
  private final DigestForm form;

  public Digests(OutputStore output, Digest digest, DigestForm form) {
    this.folder = new DigestFolder(output);
    this.digest = digest;
    this.form = form;
  }

  DigestForm form() {
    return form;
  }

  /**
   * Renders the period in each edition, and what depends on the digests: their HTML pages, the
   * index and the feeds.
   *
   * @return paths of the digests below the output
   */
  public List<String> render(Period period, Collection<Edition> editions, PublishedRuns runs)
      throws IOException {
    List<String> written = write(period, editions, runs);
    written.addAll(new DigestSite(folder, form, runs).refresh(Set.of(period)));
    return List.copyOf(written);
  }

  /**
   * Renders what {@code changes} may have changed: the weeks of those runs, every other digest
   * there is that covers one of their articles or is compared with them, and weeks that have no
   * digest yet. A digest of which no run is left is removed.
   */
  public void refresh(PublishedRuns runs, ChangedRuns changes) throws IOException {
    StaleDigests stale = StaleDigests.of(folder.names(), runs.all(), changes);
    for (Period period : stale.gone()) {
      for (Edition edition : Edition.values()) {
        folder.remove(period.fileName(edition));
        folder.remove(DigestLinks.html(period.fileName(edition)));
      }
    }
    for (Period period : stale.changed()) {
      write(period, List.of(Edition.values()), runs);
    }
    new DigestSite(folder, form, runs).refresh(stale.changed());
  }

  /** Takes links to reports out of the digests that lie in packs now; nothing else changes. */
  public void unlinkPackedReports(PublishedRuns runs) throws IOException {
    ReportLinks links = new ReportLinks(runs);
    Set<Period> changed = new HashSet<>();
    for (String name : folder.names()) {
      Optional<Period> period = Period.ofFileName(name);
      if (period.isPresent()) {
        String digest = folder.read(name);
        String without = links.without(digest);
        if (!without.equals(digest)) {
          folder.write(name, without);
          changed.add(period.get());
        }
      }
    }
    new DigestSite(folder, form, runs).refresh(changed);
  }

  private List<String> write(Period period, Collection<Edition> editions, PublishedRuns runs)
      throws IOException {
    PeriodArticles articles = new PeriodArticles(runs.all());
    ArticleSource covered = articles.of(period);
    @Nullable Before before = articles.before(period);
    ReportLinks links = new ReportLinks(runs);
    List<String> written = new ArrayList<>();
    Iterator<String> pages = digest.render(period, editions, covered, before).iterator();
    for (Edition edition : editions) {
      written.add(folder.write(period.fileName(edition), links.without(pages.next())));
    }
    return written;
  }
}
