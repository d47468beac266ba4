package io.winnow.publish;

import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.Manifest.Page;
import io.winnow.publish.Manifest.Rewrite;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.run.RunInfo;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetSpec;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives a published run other rows in some of its datasets, in one step.
 *
 * <p>The order: {@link #replace} what changes; {@link #seal}, which takes every other file over as
 * it is (on a disk as a hard link; out of a pack by writing its rows), counts the ledger anew and
 * checks that nothing was lost; {@link #publish}, or {@link #join} and the step of all. Until that
 * last step readers see the run as it was; killed before, what is staged is removed by the next
 * command. Id, sequence, date and history of the run stay. The caller holds the lease of the
 * output.
 */
public final class RunRewrite implements Closeable {
  private final OutputStore output;
  private final PublishedRun before;
  private final String winnowVersion;
  private final Staging staging;
  private final Gathering gathering;
  private final Map<String, DatasetFacts> replaced = new TreeMap<>();
  private int fingerprintVersion;
  private UnaryOperator<LedgerEntry> ledgerChange = UnaryOperator.identity();
  private @Nullable Manifest sealed;

  private RunRewrite(
      OutputStore output, PublishedRun before, String winnowVersion, Staging staging) {
    this.output = output;
    this.before = before;
    this.winnowVersion = winnowVersion;
    this.staging = staging;
    this.fingerprintVersion = before.manifest().fingerprintVersion();
    this.gathering =
        new Gathering(
            output, staging.folder(), ParquetSpec.of(winnowVersion), Gathering.SMALL_BYTES);
  }

  /**
   * Begins with a folder beside the run.
   *
   * @param winnowVersion of the program that rewrites
   * @throws OutputUnusable when a run of that id cannot be swapped here
   */
  public static RunRewrite begin(OutputStore output, PublishedRun run, String winnowVersion)
      throws OutputUnusable, IOException {
    Manifest manifest = run.manifest();
    output.requireReplaceable(manifest.runId());
    RunInfo info = new RunInfo(manifest.runId(), manifest.logicalDate(), manifest.sequence());
    return new RunRewrite(output, run, winnowVersion, Staging.beside(output, info));
  }

  /** Writes the rows that a dataset has from now on, instead of all it had. */
  public <T extends SpecificRecord> void replace(Dataset<T> dataset, Parts<T> rows)
      throws RunRefused, IOException {
    replaced.put(dataset.name(), gathering.write(dataset, rows));
  }

  /** Says of which version the replaced fingerprints are. */
  public void fingerprintVersion(int version) {
    fingerprintVersion = version;
  }

  /** Changes what the ledger says of sources, before it is counted anew. */
  public void ledger(UnaryOperator<LedgerEntry> change) {
    ledgerChange = change;
  }

  /**
   * Completes what is staged.
   *
   * @param reason of the change, for people
   * @param pages of the run as it is now; null keeps those it has
   * @throws RunRefused when pieces or lines were lost or invented
   */
  public void seal(String reason, @Nullable Pages pages) throws RunRefused, IOException {
    boolean recounts =
        replaced.containsKey(Dataset.ARTICLES.name())
            || replaced.containsKey(Dataset.DUPLICATES.name())
            || replaced.containsKey(Dataset.REJECTS.name());
    Map<String, DatasetFacts> datasets = new HashMap<>(before.manifest().datasets());
    for (String name : before.manifest().datasets().keySet()) {
      if (!replaced.containsKey(name) && !(recounts && name.equals(Dataset.LEDGER.name()))) {
        datasets.put(name, takeOver(name));
      }
    }
    datasets.putAll(replaced);
    Map<String, Long> sourceCounts = Map.of();
    if (recounts) {
      List<LedgerEntry> rows = ledger(datasets);
      sourceCounts = LedgerCounts.of(rows);
      DatasetFacts ledger = gathering.write(Dataset.LEDGER, rows);
      replaced.put(Dataset.LEDGER.name(), ledger);
      datasets.put(Dataset.LEDGER.name(), ledger);
    }
    List<Page> pagesBefore = takePagesOver();
    Manifest manifest = manifest(datasets, sourceCounts, reason, pagesBefore);
    if (pages != null) {
      for (Page page : pagesBefore) {
        output.delete(in(page.path()));
      }
      PublishedRun now = new PublishedRun(output, staging.folder(), manifest);
      PublishedRuns published = PublishedRuns.read(output);
      List<Page> written =
          PageFiles.write(output, staging.folder(), folder -> pages.report(now, published, folder));
      manifest = manifest(datasets, sourceCounts, reason, written);
    }
    manifest.write(output, staging.folder());
    output.sync(staging.folder());
    sealed = manifest;
  }

  /** The run as it will be, once it is sealed. */
  public PublishedRun staged() {
    if (sealed == null) {
      throw new IllegalStateException("not sealed: " + before.manifest().runId());
    }
    return new PublishedRun(output, staging.folder(), sealed);
  }

  /**
   * Lets readers see the run as it is now. The files of before stay until what is not published is
   * removed.
   *
   * @throws LeaseLost when {@code lease} is no longer ours; nothing was published
   */
  public Manifest publish(Lease lease) throws LeaseLost, IOException {
    Switch alone = new Switch();
    join(alone);
    alone.publish(output, lease);
    return staged().manifest();
  }

  /** Has the run change together with others. */
  public void join(Switch others) {
    others.to(staged().manifest().runId(), staging.folder());
  }

  /** Removes what is staged, unless it was published. */
  @Override
  public void close() throws IOException {
    staging.close();
  }

  private DatasetFacts takeOver(String name) throws RunRefused, IOException {
    DatasetFacts facts = before.manifest().datasets().get(name);
    if (before.isPacked()) {
      return takeOutOfPack(Dataset.named(name), facts);
    }
    for (Manifest.DataFile file : facts.files()) {
      output.copy(before.path(file), in(file.path()));
    }
    return facts;
  }

  private <T extends SpecificRecord> DatasetFacts takeOutOfPack(
      Dataset<T> dataset, DatasetFacts facts) throws RunRefused, IOException {
    List<Manifest.DataFile> files = before.dataFiles(dataset);
    DatasetFacts taken =
        gathering.write(dataset, Parts.of(files, file -> before.rows(dataset, file)));
    boolean sameHash =
        facts.schemaVersion() != Dataset.SCHEMA_VERSION
            || taken.rowsHash().equals(facts.rowsHash());
    if (taken.rows() != facts.rows() || !sameHash) {
      throw new IOException(
          "the rows of %s of run %s in its pack are not those of its manifest"
              .formatted(dataset, before.manifest().runId()));
    }
    // As it was written now: older rows have got the columns of today.
    return taken;
  }

  private List<Page> takePagesOver() throws IOException {
    if (before.isPacked()) {
      try (PackedPages pages = new PackedPages(output)) {
        return pages.restore(before, staging.folder());
      }
    }
    for (Page page : before.manifest().pages()) {
      output.copy(before.folder() + "/" + page.path(), in(page.path()));
    }
    return before.manifest().pages();
  }

  private Manifest manifest(
      Map<String, DatasetFacts> datasets,
      Map<String, Long> sourceCounts,
      String reason,
      List<Page> newPages)
      throws IOException {
    Map<String, Long> counts = new TreeMap<>(before.manifest().counts());
    counts.putAll(sourceCounts);
    replaced.forEach((name, facts) -> counts.put(name, facts.rows()));
    return before
        .manifest()
        .rewritten(
            counts,
            datasets,
            fingerprintVersion,
            newPages,
            new Rewrite(
                Instant.now().toString(),
                winnowVersion,
                reason,
                List.copyOf(new TreeSet<>(replaced.keySet()))));
  }

  /** The rows of the ledger with the counts of the files as they are now. */
  private List<LedgerEntry> ledger(Map<String, DatasetFacts> datasets)
      throws RunRefused, IOException {
    List<LedgerEntry> rows = new ArrayList<>();
    before.forEach(Dataset.LEDGER, row -> rows.add(ledgerChange.apply(row)));
    return new LedgerBalance(
            tallies(Dataset.ARTICLES, datasets),
            tallies(Dataset.DUPLICATES, datasets),
            tallies(Dataset.REJECTS, datasets))
        .complete(rows, List.of());
  }

  private Map<String, Tally> tallies(Dataset<?> dataset, Map<String, DatasetFacts> datasets)
      throws IOException {
    DatasetFacts facts = datasets.get(dataset.name());
    List<String> files = facts.files().stream().map(file -> in(file.path())).toList();
    return Tallies.bySource(output, dataset, files);
  }

  private String in(String path) {
    return staging.folder() + "/" + path;
  }
}
