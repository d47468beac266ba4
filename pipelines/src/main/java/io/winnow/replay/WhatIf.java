package io.winnow.replay;

import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.quality.QualityRule;
import io.winnow.quality.QualityRules;
import io.winnow.quality.Rejudge;
import io.winnow.schema.Article;
import io.winnow.schema.Reject;
import io.winnow.text.Scripts;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which articles and rejects other quality rules would put on the other side, from the stored
 * signals alone: no dump is read, and of the rows only the columns that say so.
 */
public final class WhatIf {
  private static final int TITLE = 80;
  private static final List<String> OF_ARTICLES = List.of("id", "title", "lang", "kind", "quality");
  private static final List<String> OF_REJECTS =
      List.of(
          "id", "title", "reason", "detail", "measured", "threshold", "quality", "lang", "kind");
  private static final Comparator<Changed> NEAREST =
      Comparator.comparingDouble(Changed::distance)
          .thenComparing(Changed::id)
          .thenComparing(Changed::run);

  private final QualityRules rules;
  private final Function<Manifest, @Nullable QualityRules> before;
  private final String version;

  /**
   * @param rules by which to judge
   * @param before by which a run measured and judged; null where nobody knows
   * @param version of this Winnow
   */
  public WhatIf(
      QualityRules rules, Function<Manifest, @Nullable QualityRules> before, String version) {
    this.rules = rules;
    this.before = before;
    this.version = version;
  }

  /**
   * The answer for some runs.
   *
   * @param all that are published: a reject that any of them has published since is none any more
   */
  public WhatIfAnswer of(List<PublishedRun> runs, List<PublishedRun> all) throws IOException {
    Map<String, Judged> rejects = new LinkedHashMap<>();
    List<List<Judged>> ofRuns = atOnce(runs, this::rejects);
    ofRuns.forEach(rows -> rows.forEach(row -> rejects.put(row.id(), row)));
    List<OfArticles> articles = atOnce(runs, this::articles);
    Set<String> ids = Set.copyOf(rejects.keySet());
    atOnce(all, run -> published(run, ids)).forEach(rejects.keySet()::removeAll);
    List<Changed> rejected =
        articles.stream().flatMap(rows -> rows.rejected().stream()).sorted(NEAREST).toList();
    Collection<Judged> judged = rejects.values();
    return new WhatIfAnswer(
        runs.stream().map(run -> run.manifest().runId()).toList(),
        otherVersions(runs),
        articles.stream().mapToLong(OfArticles::all).sum(),
        rejected,
        articles.stream().mapToLong(OfArticles::unknown).sum(),
        repeating(runs, rejected),
        judged.size(),
        judged.stream().map(Judged::kept).filter(Objects::nonNull).sorted(NEAREST).toList(),
        judged.stream().filter(Judged::inPart).count(),
        judged.stream().filter(row -> row.inPart() && row.side() == Rejudge.Side.STOPPED).count(),
        judged.stream().filter(row -> row.side() == Rejudge.Side.UNKNOWN).count());
  }

  /**
   * What became of a reject.
   *
   * @param kept what changes; null where nothing does
   */
  private record Judged(String id, Rejudge.Side side, boolean inPart, @Nullable Changed kept) {}

  private record OfArticles(long all, long unknown, List<Changed> rejected) {}

  private List<Judged> rejects(PublishedRun run) throws IOException {
    Rejudge rejudge = new Rejudge(rules, before.apply(run.manifest()));
    List<Judged> judged = new ArrayList<>();
    run.forEachWith(
        OF_REJECTS,
        Dataset.REJECTS,
        row -> {
          if (QualityRules.reasons().contains(row.getReason())) {
            judged.add(judged(run, row, rejudge));
          }
        });
    return judged;
  }

  private static Judged judged(PublishedRun run, Reject row, Rejudge rejudge) {
    boolean inPart = row.getQuality().isEmpty();
    Rejudge.Verdict verdict =
        inPart
            ? rejudge.ofDecided(row.getDetail(), row.getMeasured())
            : rejudge.of(
                row.getQuality(),
                Objects.requireNonNull(row.getLang()),
                Objects.requireNonNull(row.getKind()));
    return new Judged(
        row.getId(),
        verdict.side(),
        inPart,
        verdict.side() == Rejudge.Side.KEPT ? kept(run, row) : null);
  }

  private static Changed kept(PublishedRun run, Reject row) {
    String detail = row.getDetail() == null ? "" : row.getDetail();
    String[] said = detail.split(": ", 2);
    return new Changed(
        run.manifest().runId(),
        row.getId(),
        head(row.getTitle()),
        row.getReason(),
        said[0],
        said.length < 2 ? "" : said[1].split(" ", 2)[0],
        row.getMeasured() == null ? 0 : row.getMeasured(),
        row.getThreshold() == null ? 0 : row.getThreshold());
  }

  private OfArticles articles(PublishedRun run) throws IOException {
    Rejudge rejudge = new Rejudge(rules, before.apply(run.manifest()));
    List<Changed> rejected = new ArrayList<>();
    long[] counts = new long[2];
    run.forEachWith(
        OF_ARTICLES,
        Dataset.ARTICLES,
        row -> {
          Rejudge.Verdict verdict = rejudge.of(row.getQuality(), row.getLang(), row.getKind());
          counts[0]++;
          counts[1] += verdict.side() == Rejudge.Side.UNKNOWN ? 1 : 0;
          if (verdict.side() == Rejudge.Side.STOPPED) {
            rejected.add(rejected(run, row, verdict));
          }
        });
    return new OfArticles(counts[0], counts[1], rejected);
  }

  private static Changed rejected(PublishedRun run, Article row, Rejudge.Verdict verdict) {
    QualityRule rule = Objects.requireNonNull(verdict.rule());
    QualityRule.Condition first = rule.conditions().get(0);
    return new Changed(
        run.manifest().runId(),
        row.getId(),
        head(row.getTitle()),
        rule.reason().column(),
        rule.name(),
        first.signal(),
        Objects.requireNonNull(verdict.measured()),
        first.threshold());
  }

  private static String head(@Nullable String title) {
    return title == null ? "" : Scripts.head(title, TITLE);
  }

  /** Those of {@code ids} that the run has published, or found to repeat an article. */
  private static Set<String> published(PublishedRun run, Set<String> ids) throws IOException {
    Set<String> found = new HashSet<>();
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES)) {
      run.forEach(dataset, row -> found.add(row.get("id").toString()), "id");
    }
    found.retainAll(ids);
    return found;
  }

  private static long repeating(List<PublishedRun> runs, List<Changed> rejected)
      throws IOException {
    Set<String> ids = rejected.stream().map(Changed::id).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return 0;
    }
    return atOnce(
            runs,
            run -> {
              long[] count = new long[1];
              run.forEach(
                  Dataset.DUPLICATES,
                  row -> count[0] += ids.contains(row.get("duplicate_of").toString()) ? 1 : 0,
                  "duplicate_of");
              return count[0];
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private List<String> otherVersions(List<PublishedRun> runs) {
    Set<String> versions = new TreeSet<>();
    runs.forEach(run -> versions.add(run.manifest().versions().getOrDefault("winnow", "unknown")));
    versions.remove(version);
    return List.copyOf(versions);
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(PublishedRun run) throws IOException;
  }

  /** Reads several runs at once; the results are in the order of the runs. */
  private static <T> List<T> atOnce(List<PublishedRun> runs, Reader<T> reader) throws IOException {
    try {
      return runs.parallelStream()
          .map(
              run -> {
                try {
                  return reader.read(run);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
