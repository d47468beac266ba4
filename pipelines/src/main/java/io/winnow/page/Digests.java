package io.winnow.page;

import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
   * Renders what the run that was published last may have changed: the week of its date, every
   * other digest there is that covers it, and weeks that have no digest yet.
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
    ArticleSource articles = articles(period, runs);
    List<String> written = new ArrayList<>();
    for (Edition edition : editions) {
      String page = digest.render(period, edition, articles);
      written.add(folder.write(period.fileName(edition), page));
    }
    return written;
  }

  private Set<Period> stale(List<PublishedRun> runs) throws IOException {
    Set<Period> there = new TreeSet<>(Comparator.comparing(Period::name));
    folder.names().forEach(name -> Period.ofFileName(name).ifPresent(there::add));
    Set<Period> stale = new TreeSet<>(Comparator.comparing(Period::name));
    runs.stream()
        .map(run -> Period.week(run.manifest().logicalDate()))
        .filter(week -> !there.contains(week))
        .forEach(stale::add);
    Optional<Manifest> last =
        runs.stream()
            .map(PublishedRun::manifest)
            .max(Comparator.comparing(Manifest::finished).thenComparing(Manifest::sequence));
    last.ifPresent(run -> stale.add(Period.week(run.logicalDate())));
    last.ifPresent(
        run ->
            there.stream()
                .filter(period -> period.covers(run.runId(), run.logicalDate()))
                .forEach(stale::add));
    return stale;
  }

  /** Articles of the runs in the period; a run's articles are first seen on its date. */
  private static ArticleSource articles(Period period, PublishedRuns runs) {
    List<PublishedRun> covered =
        runs.all().stream()
            .filter(run -> period.covers(run.manifest().runId(), run.manifest().logicalDate()))
            .toList();
    return reader -> {
      for (PublishedRun run : covered) {
        run.forEach(Dataset.ARTICLES, reader::read);
      }
    };
  }
}
