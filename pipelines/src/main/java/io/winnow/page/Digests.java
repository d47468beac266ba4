package io.winnow.page;

import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  private static final String FOLDER = "digests";

  private final OutputStore output;
  private final Digest digest;

  public Digests(OutputStore output, Digest digest) {
    this.output = output;
    this.digest = digest;
  }

  /**
   * Renders the period in each edition, and the index over all digests that are there.
   *
   * @return paths of the digests below the output
   */
  public List<String> render(Period period, Collection<Edition> editions, PublishedRuns runs)
      throws IOException {
    ArticleSource articles = articles(period, runs);
    List<String> written = new ArrayList<>();
    for (Edition edition : editions) {
      String file = FOLDER + "/" + period.fileName(edition);
      write(file, digest.render(period, edition, articles));
      written.add(file);
    }
    writeIndex();
    return List.copyOf(written);
  }

  /**
   * Renders what the run that was published last may have changed: the week of its date, every
   * other digest there is that covers it, and weeks that have no digest yet.
   */
  public void refresh(PublishedRuns runs) throws IOException {
    for (Period period : stale(runs.all())) {
      render(period, List.of(Edition.values()), runs);
    }
    writeIndex();
  }

  private Set<Period> stale(List<PublishedRun> runs) throws IOException {
    Set<Period> there = new TreeSet<>(Comparator.comparing(Period::name));
    output.names(FOLDER).forEach(name -> Period.ofFileName(name).ifPresent(there::add));
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

  private void writeIndex() throws IOException {
    write(FOLDER + "/" + DigestIndex.FILE, DigestIndex.render(output.names(FOLDER)));
  }

  private void write(String file, String text) throws IOException {
    String part = FOLDER + "/.part";
    output.delete(part);
    try (OutputStream out = output.create(part)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    output.move(part, file);
  }
}
