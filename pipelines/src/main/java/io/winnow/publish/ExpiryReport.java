package io.winnow.publish;

import io.winnow.write.Dataset;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What goes with some runs, told from their manifests alone.
 *
 * @param runs by sequence
 */
public record ExpiryReport(List<Leaving> runs) {
  public ExpiryReport {
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param bytes of its Parquet files
   * @param keptBytes about as many of them are kept
   */
  public record Leaving(
      String id,
      String date,
      long articles,
      long duplicates,
      long rejects,
      long bytes,
      long keptBytes) {}

  public static ExpiryReport of(List<PublishedRun> runs) {
    return new ExpiryReport(runs.stream().map(ExpiryReport::leaving).toList());
  }

  private static Leaving leaving(PublishedRun run) {
    Manifest manifest = run.manifest();
    return new Leaving(
        manifest.runId(),
        manifest.date(),
        manifest.count(Dataset.ARTICLES.name()),
        manifest.count(Dataset.DUPLICATES.name()),
        manifest.count(Dataset.REJECTS.name()),
        Dataset.all().stream().mapToLong(run::bytes).sum(),
        run.bytes(Dataset.FINGERPRINTS) + run.bytes(Dataset.LEDGER));
  }

  public long articles() {
    return sum(Leaving::articles);
  }

  public long duplicates() {
    return sum(Leaving::duplicates);
  }

  public long rejects() {
    return sum(Leaving::rejects);
  }

  public long bytes() {
    return sum(Leaving::bytes);
  }

  /** About as many bytes are kept. */
  public long keptBytes() {
    return sum(Leaving::keptBytes);
  }

  private long sum(ToLongFunction<Leaving> figure) {
    return runs.stream().mapToLong(figure).sum();
  }
}
