package io.winnow.page;

import io.winnow.dedupe.PairCounts;
import io.winnow.page.RunFacts.Timings;
import io.winnow.page.RunFacts.Timings.Stage;
import io.winnow.publish.ChangedRuns;
import io.winnow.publish.GateRefusal;
import io.winnow.publish.Manifest;
import io.winnow.publish.Pages;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages around a publication: the report of the run, and the digests. */
public final class RunPages implements Pages {
  /** The option, and the counters of what it masked. */
  private static final String MASKING = "maskPersonalData";

  private static final String MASKED = "mask:";

  /** Counters of articles that a model gave no summary, by reason. */
  private static final String KEPT = "llm:kept:";

  private static final List<String> STAGES =
      List.of(
          "start",
          "job",
          "plan",
          "read",
          "split",
          "clean",
          "learn",
          "history",
          "dedupe",
          "recall",
          "tag",
          "stories",
          "summarize",
          "finish",
          "write");

  private final Digests digests;
  private final SectionLabels labels;
  private final @Nullable Double threshold;
  private final Consumer<RunFactsCollector> pairs;

  /**
   * @param threshold similarity from which a pair is a duplicate; null where nothing is compared
   * @param pairs adds the compared pairs, and what else the job counted, that are known of the run
   */
  public RunPages(
      Digests digests,
      SectionLabels labels,
      @Nullable Double threshold,
      Consumer<RunFactsCollector> pairs) {
    this.digests = digests;
    this.labels = labels;
    this.threshold = threshold;
    this.pairs = pairs;
  }

  @Override
  public void report(PublishedRun staged, PublishedRuns before, Path folder) throws IOException {
    refused(staged, before, List.of(), folder);
  }

  @Override
  public void refused(PublishedRun staged, PublishedRuns before, List<GateRefusal> why, Path folder)
      throws IOException {
    Manifest manifest = staged.manifest();
    RunInfo run = new RunInfo(manifest.runId(), manifest.logicalDate(), manifest.sequence());
    RunFactsCollector collector = new RunFactsCollector(run, threshold);
    pairs.accept(collector);
    collector.addCompared(PairCounts.of(manifest.metrics()));
    staged.forEach(Dataset.LEDGER, collector::add);
    staged.forEachWith(collector.articleColumns(), Dataset.ARTICLES, collector::add);
    staged.forEachWith(collector.duplicateColumns(), Dataset.DUPLICATES, collector::add);
    staged.forEach(Dataset.REJECTS, collector::add);
    staged.forEach(Dataset.BOILERPLATE, collector::add);
    if (!manifest.options().getOrDefault(MASKING, "none").equals("none")) {
      collector.addMasked(masked(manifest));
    }
    if (manifest.options().getOrDefault("summarizer", "").equals("llm")) {
      collector.addByModel(byModel(manifest.metrics()));
    }
    String sectionModel = manifest.options().get("sectionModel");
    if (sectionModel != null) {
      collector.addSectionModel(
          sectionModel, manifest.options().getOrDefault("sectionModelSha256", ""));
    }
    RunReport.write(
        folder,
        collector.facts(RunBefore.of(manifest, before), timings(manifest)),
        labels,
        why.stream().map(GateRefusal::message).toList());
    if (digests.form().html() || manifest.hasPage(ReportHtml.FILE)) {
      ReportHtml.write(folder);
    }
  }

  @Override
  public void views(PublishedRuns published, ChangedRuns changes) throws IOException {
    digests.refresh(published, changes);
  }

  private static Map<String, Long> masked(Manifest manifest) {
    Map<String, Long> counts = new TreeMap<>();
    manifest
        .metrics()
        .forEach(
            (name, count) -> {
              if (name.startsWith(MASKED)) {
                counts.put(name.substring(MASKED.length()), count);
              }
            });
    return counts;
  }

  private static RunFacts.ByModel byModel(Map<String, Long> metrics) {
    Tally.Counter kept = new Tally.Counter();
    metrics.forEach(
        (name, count) -> {
          if (name.startsWith(KEPT)) {
            kept.add(name.substring(KEPT.length()), count);
          }
        });
    return new RunFacts.ByModel(
        metrics.getOrDefault("llm:taken", 0L),
        kept.tally(),
        metrics.getOrDefault("llm:from-cache", 0L),
        metrics.getOrDefault("llm:requests", 0L),
        metrics.getOrDefault("llm:retries", 0L),
        metrics.getOrDefault("llm:tokens", 0L));
  }

  /** Stages in the order of the flow, others after them by name. */
  private static Timings timings(Manifest manifest) {
    Comparator<Stage> flow =
        Comparator.<Stage>comparingInt(
                stage -> STAGES.contains(stage.name()) ? STAGES.indexOf(stage.name()) : 99)
            .thenComparing(Stage::name);
    List<Stage> wall =
        manifest.seconds().entrySet().stream()
            .map(stage -> new Stage(stage.getKey(), stage.getValue()))
            .sorted(flow)
            .toList();
    Stream<Stage> startUp =
        Stream.ofNullable(manifest.seconds().get("start"))
            .map(seconds -> new Stage("start-up", seconds));
    Stream<Stage> busy =
        manifest.metrics().entrySet().stream()
            .filter(metric -> metric.getKey().endsWith(StageMeter.BUSY))
            .map(
                metric ->
                    new Stage(
                        metric.getKey().replace(StageMeter.BUSY, ""), metric.getValue() / 1e6))
            .sorted(flow);
    return new Timings(wall, Stream.concat(startUp, busy).toList());
  }
}
