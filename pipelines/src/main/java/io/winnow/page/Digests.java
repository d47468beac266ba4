package io.winnow.page;

import io.winnow.page.Period.By;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code DIR/digests}: a view that can be rendered again at any time from what is published.
 *
 * <p>Each file appears whole or not at all, and the same runs give the same bytes.
 */
public final class Digests {
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::name).thenComparing(Period::by);

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
   * Renders what the run that was published last may have changed: the week of its date, every
   * other digest there is that covers one of its articles or is compared with them, and weeks that
   * have no digest yet.
   */
  public void refresh(PublishedRuns runs) throws IOException {
    Set<Period> stale = stale(runs.all());
    for (Period period : stale) {
      write(period, List.of(Edition.values()), runs);
    }
    new DigestSite(folder, form, runs).refresh(stale);
  }

  private List<String> write(Period period, Collection<Edition> editions, PublishedRuns runs)
      throws IOException {
    PeriodArticles articles = new PeriodArticles(runs.all());
    ArticleSource covered = articles.of(period);
    @Nullable Before before = articles.before(period);
    List<String> written = new ArrayList<>();
    Iterator<String> pages = digest.render(period, editions, covered, before).iterator();
    for (Edition edition : editions) {
      written.add(folder.write(period.fileName(edition), pages.next()));
    }
    return written;
  }

  private Set<Period> stale(List<PublishedRun> runs) throws IOException {
    Set<Period> there = new TreeSet<>(ORDER);
    folder.names().forEach(name -> Period.ofFileName(name).ifPresent(there::add));
    Set<Period> stale = new TreeSet<>(ORDER);
    runs.stream()
        .map(run -> Period.week(run.manifest().logicalDate()))
        .filter(week -> !there.contains(week))
        .forEach(stale::add);
    Optional<PublishedRun> last =
        runs.stream()
            .max(
                Comparator.<PublishedRun, String>comparing(run -> run.manifest().finished())
                    .thenComparing(run -> run.manifest().sequence()));
    if (last.isEmpty()) {
      return stale;
    }
    Manifest manifest = last.get().manifest();
    stale.add(Period.week(manifest.logicalDate()));
    boolean byPublished = there.stream().anyMatch(period -> period.by() == By.PUBLISHED);
    PeriodArticles.Days days =
        byPublished ? PeriodArticles.days(last.get()) : PeriodArticles.Days.NONE;
    for (Period period : there) {
      if (isTouched(period, manifest, days)
          || period.previous().filter(it -> isTouched(it, manifest, days)).isPresent()) {
        stale.add(period);
      }
    }
    return stale;
  }

  private static boolean isTouched(Period period, Manifest run, PeriodArticles.Days days) {
    return period.by() == By.FIRST_SEEN
        ? period.coversRun(run.runId(), run.logicalDate())
        : days.any(period, run.logicalDate());
  }
}
