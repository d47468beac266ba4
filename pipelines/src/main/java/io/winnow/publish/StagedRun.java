package io.winnow.publish;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.Manifest.Page;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes a publishable folder of what a job wrote to its staging folder. */
final class StagedRun {
  private final OutputStore output;
  private final Staging staging;
  private final Clock clock;

  StagedRun(OutputStore output, Staging staging, Clock clock) {
    this.output = output;
    this.staging = staging;
    this.clock = clock;
  }

  /**
   * Checks that nothing was lost, and gathers the files.
   *
   * @return the run, complete but for its pages
   * @throws RunRefused when the ledger does not balance
   */
  PublishedRun complete(FinishedJob job) throws RunRefused, IOException {
    List<LedgerEntry> ledger = balancedLedger(job);
    Gathering gathering =
        new Gathering(
            output,
            staging.folder(),
            ParquetSpec.of(job.versions().getOrDefault("winnow", "unknown")),
            Gathering.SMALL_BYTES);
    Map<String, DatasetFacts> datasets = new TreeMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      if (dataset != Dataset.LEDGER) {
        datasets.put(dataset.name(), gathering.gather(dataset, job.files()));
      }
    }
    datasets.put(Dataset.LEDGER.name(), gathering.write(Dataset.LEDGER, ledger));
    return new PublishedRun(output, staging.folder(), manifest(job, datasets, ledger));
  }

  /** Adds the pages and the manifest, removes everything else, and waits for the disk. */
  Manifest seal(PublishedRun run, Pages pages) throws IOException {
    return seal(run, folder -> pages.report(run, PublishedRuns.read(output), folder));
  }

  /** The same for a run that is kept aside, because gates refused it. */
  void sealRefused(PublishedRun run, Pages pages, List<GateRefusal> why) throws IOException {
    seal(run, folder -> pages.refused(run, PublishedRuns.read(output), why, folder));
  }

  private Manifest seal(PublishedRun run, PageFiles.Writer report) throws IOException {
    List<Page> written = PageFiles.write(output, staging.folder(), report);
    Manifest manifest = run.manifest().finished(written, clock.instant());
    manifest.write(output, staging.folder());
    removeAllBut(manifest);
    output.sync(staging.folder());
    return manifest;
  }

  private List<LedgerEntry> balancedLedger(FinishedJob job) throws RunRefused, IOException {
    List<LedgerEntry> parts = new ArrayList<>();
    for (WrittenFile file : filesOf(Dataset.LEDGER, job)) {
      try (ParquetRows<LedgerEntry> rows =
          ParquetRows.read(Dataset.LEDGER, output, in(file.path()))) {
        rows.forEachRemaining(parts::add);
      }
    }
    return new LedgerBalance(
            tallies(Dataset.ARTICLES, job),
            tallies(Dataset.DUPLICATES, job),
            tallies(Dataset.REJECTS, job))
        .complete(parts, job.inputs());
  }

  private Map<String, Tally> tallies(Dataset<?> dataset, FinishedJob job) throws IOException {
    return Tallies.bySource(
        output, dataset, filesOf(dataset, job).stream().map(file -> in(file.path())).toList());
  }

  private static List<WrittenFile> filesOf(Dataset<?> dataset, FinishedJob job) {
    return job.files().stream().filter(file -> file.dataset().equals(dataset.name())).toList();
  }

  private Manifest manifest(
      FinishedJob job, Map<String, DatasetFacts> datasets, List<LedgerEntry> ledger) {
    Map<String, Long> counts = new TreeMap<>(LedgerCounts.of(ledger));
    datasets.forEach((name, facts) -> counts.put(name, facts.rows()));
    return new Manifest(
        Manifest.WITH_FILES,
        staging.run().id(),
        staging.run().sequence(),
        staging.run().date().toString(),
        job.history(),
        counts,
        datasets,
        Fingerprints.VERSION,
        List.of(),
        job.options(),
        job.versions(),
        job.metrics(),
        job.started().toString(),
        "",
        job.seconds(),
        List.of());
  }

  /** What given-up attempts of workers left, receipts, scratch folders: not published. */
  private void removeAllBut(Manifest manifest) throws IOException {
    for (String name : output.names(staging.folder())) {
      if (name.startsWith(".") || name.startsWith("_")) {
        output.delete(in(name));
      }
    }
    Set<String> published = new HashSet<>(Set.of(in(Manifest.PATH)));
    manifest.datasets().values().stream()
        .flatMap(facts -> facts.files().stream())
        .forEach(file -> published.add(in(file.path())));
    manifest.pages().forEach(page -> published.add(in(page.path())));
    for (String file : output.files(staging.folder())) {
      if (!published.contains(file)) {
        output.delete(file);
      }
    }
  }

  private String in(String path) {
    return staging.folder() + "/" + path;
  }
}
