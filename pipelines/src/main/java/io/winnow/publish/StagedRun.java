package io.winnow.publish;

import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.Manifest.Page;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

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

  private interface Report {
    void write(Path folder) throws IOException;
  }

  private Manifest seal(PublishedRun run, Report report) throws IOException {
    List<Page> written = writePages(report);
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
    Map<String, Tally> bySource = new HashMap<>();
    for (WrittenFile file : filesOf(dataset, job)) {
      try (ParquetRows<GenericRecord> rows =
          ParquetRows.project(dataset, output, in(file.path()), "source_uri", "lines")) {
        while (rows.hasNext()) {
          GenericRecord row = rows.next();
          bySource.merge(
              row.get("source_uri").toString(),
              new Tally(1, (Integer) row.get("lines")),
              Tally::plus);
        }
      }
    }
    return bySource;
  }

  private static List<WrittenFile> filesOf(Dataset<?> dataset, FinishedJob job) {
    return job.files().stream().filter(file -> file.dataset().equals(dataset.name())).toList();
  }

  private Manifest manifest(
      FinishedJob job, Map<String, DatasetFacts> datasets, List<LedgerEntry> ledger) {
    Map<String, Long> counts = new TreeMap<>(LedgerCounts.of(ledger));
    datasets.forEach((name, facts) -> counts.put(name, facts.rows()));
    return new Manifest(
        Manifest.VERSION,
        staging.run().id(),
        staging.run().sequence(),
        staging.run().date().toString(),
        job.history(),
        counts,
        datasets,
        List.of(),
        job.options(),
        job.versions(),
        job.metrics(),
        job.started().toString(),
        "",
        job.seconds());
  }

  private List<Page> writePages(Report report) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.make("winnow-pages")) {
      Path folder = scratch.path();
      report.write(folder);
      List<Page> written = new ArrayList<>();
      for (Path file : filesBelow(folder)) {
        written.add(copy(file, folder.relativize(file).toString()));
      }
      return written;
    }
  }

  private Page copy(Path file, String path) throws IOException {
    output.delete(in(path));
    try (OutputStream out = output.create(in(path))) {
      Files.copy(file, out);
    }
    return new Page(path, output.size(in(path)), Checksum.sha256(output, in(path)));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
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
