package io.winnow.publish;

import io.winnow.clean.RestoredArticle;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.Successors;
import io.winnow.log.Event;
import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.Article;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Verdict;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the best of the duplicates whose original a re-run would lose, each in the run that it
 * came with; {@link Successors} decides which.
 *
 * <p>Those runs change together with the re-run, so at no moment does {@code duplicate_of} name an
 * article that is not published. An orphan never comes to repeat an article that only the re-run
 * brings; it is published beside it, until its run is run again.
 */
public final class Promotions implements Companions {
  private final OutputStore output;
  private final DedupeSpec spec;
  private final Function<Manifest, UnaryOperator<Article>> finisher;
  private final Pages pages;
  private final String winnowVersion;

  /**
   * @param finisher tags and summarizes an article as its run did, by the manifest of that
   * @param pages of the runs that change
   */
  public Promotions(
      OutputStore output,
      DedupeSpec spec,
      Function<Manifest, UnaryOperator<Article>> finisher,
      Pages pages,
      String winnowVersion) {
    this.output = output;
    this.spec = spec;
    this.finisher = finisher;
    this.pages = pages;
    this.winnowVersion = winnowVersion;
  }

  @Override
  public List<RunRewrite> stage(PublishedRun run, PublishedRuns published)
      throws OutputUnusable, RunRefused, IOException {
    Orphans orphans = Orphans.of(run, published);
    if (orphans.isEmpty()) {
      return List.of();
    }
    Map<PublishedRun, Map<String, Fingerprint>> remembered = new HashMap<>();
    for (PublishedRun later : orphans.runs().keySet()) {
      remembered.put(later, remembered(later, orphans.idsIn(later, run.manifest().runId())));
    }
    Successors successors =
        new Successors(
            spec, remembered.values().stream().flatMap(it -> it.values().stream()).toList());
    offer(successors, run, published);
    Map<String, Map<String, Verdict>> verdicts = successors.decide();
    List<RunRewrite> staged = new ArrayList<>();
    try {
      for (PublishedRun later : orphans.runs().keySet()) {
        staged.add(
            rewrite(
                later,
                Objects.requireNonNull(remembered.get(later)),
                Objects.requireNonNull(verdicts.get(later.manifest().runId())),
                run.manifest().runId()));
      }
    } catch (OutputUnusable | RunRefused | IOException e) {
      for (RunRewrite each : staged) {
        each.close();
      }
      throw e;
    }
    return staged;
  }

  private static Map<String, Fingerprint> remembered(PublishedRun run, Set<String> ids)
      throws IOException {
    Map<String, Fingerprint> rows = new HashMap<>();
    run.forEach(
        Dataset.FINGERPRINTS,
        row -> {
          if (ids.contains(row.getId())) {
            rows.put(row.getId(), row);
          }
        });
    if (rows.size() != ids.size()) {
      throw new IOException(
          "run %s has %d orphaned duplicates, but fingerprints of only %d of them"
              .formatted(run.manifest().runId(), ids.size(), rows.size()));
    }
    return rows;
  }

  /** What is published now and stays so. */
  private static void offer(Successors successors, PublishedRun run, PublishedRuns published)
      throws IOException {
    for (PublishedRun other : published.all()) {
      if (!other.manifest().runId().equals(run.manifest().runId())) {
        other.forEach(Dataset.FINGERPRINTS, successors::offer);
        continue;
      }
      Set<String> before = new HashSet<>();
      other.forEach(
          Dataset.FINGERPRINTS,
          row -> {
            if (row.getKept()) {
              before.add(row.getId());
            }
          });
      run.forEach(
          Dataset.FINGERPRINTS,
          row -> {
            if (before.contains(row.getId())) {
              successors.offer(row);
            }
          });
    }
  }

  private RunRewrite rewrite(
      PublishedRun later,
      Map<String, Fingerprint> remembered,
      Map<String, Verdict> verdicts,
      String cause)
      throws OutputUnusable, RunRefused, IOException {
    RunRewrite rewrite = RunRewrite.begin(output, later, winnowVersion);
    try {
      Map<String, LedgerEntry> sources = new HashMap<>();
      later.forEach(Dataset.LEDGER, row -> sources.put(row.getSourceUri(), row));
      UnaryOperator<Article> finish = finisher.apply(later.manifest());
      Function<Duplicate, Article> restore =
          row ->
              finish.apply(
                  RestoredArticle.of(
                      row,
                      Objects.requireNonNull(remembered.get(row.getId())),
                      Objects.requireNonNull(sources.get(row.getSourceUri())),
                      Objects.requireNonNull(verdicts.get(row.getId()))));
      rewrite.replace(Dataset.ARTICLES, articles(later, verdicts, restore));
      rewrite.replace(
          Dataset.DUPLICATES,
          Parts.of(
              later.dataFiles(Dataset.DUPLICATES),
              file ->
                  later
                      .rows(Dataset.DUPLICATES, file)
                      .filter(row -> !isPromoted(row, verdicts))
                      .map(row -> pointed(row, verdicts.get(row.getId())))));
      rewrite.replace(
          Dataset.FINGERPRINTS,
          Parts.of(
              later.dataFiles(Dataset.FINGERPRINTS),
              file ->
                  later
                      .rows(Dataset.FINGERPRINTS, file)
                      .map(
                          row -> {
                            Verdict verdict = verdicts.get(row.getId());
                            return verdict == null ? row : Successors.remembered(row, verdict);
                          })));
      rewrite.seal("originals gone with run " + cause, pages);
    } catch (RunRefused | IOException | RuntimeException e) {
      rewrite.close();
      throw e;
    }
    long promoted = verdicts.values().stream().filter(it -> it.getDuplicateOf() == null).count();
    Event.named("duplicates-promoted")
        .with("run", later.manifest().runId())
        .with("promoted", promoted)
        .with("repointed", verdicts.size() - promoted)
        .log(Promotions.class);
    return rewrite;
  }

  /** The files as they are, and behind them those of what is promoted. */
  private static Parts<Article> articles(
      PublishedRun later, Map<String, Verdict> verdicts, Function<Duplicate, Article> restore) {
    List<DataFile> files = new ArrayList<>(later.dataFiles(Dataset.ARTICLES));
    int published = files.size();
    files.addAll(later.dataFiles(Dataset.DUPLICATES));
    return new Parts<>() {
      @Override
      public int count() {
        return files.size();
      }

      @Override
      public Stream<Article> rows(int number) throws IOException {
        return number < published
            ? later.rows(Dataset.ARTICLES, files.get(number))
            : later
                .rows(Dataset.DUPLICATES, files.get(number))
                .filter(row -> isPromoted(row, verdicts))
                .map(restore);
      }
    };
  }

  private static boolean isPromoted(Duplicate row, Map<String, Verdict> verdicts) {
    Verdict verdict = verdicts.get(row.getId());
    return verdict != null && verdict.getDuplicateOf() == null;
  }

  private static Duplicate pointed(Duplicate row, @Nullable Verdict verdict) {
    return verdict == null
        ? row
        : Duplicate.newBuilder(row)
            .setDuplicateOf(verdict.getDuplicateOf())
            .setDuplicateOfRun(verdict.getDuplicateOfRun())
            .setClusterId(verdict.getClusterId())
            .setMethod(verdict.getMethod())
            .setSimilarity(verdict.getSimilarity())
            .build();
  }
}
