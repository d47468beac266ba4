package io.winnow.publish;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Duplicate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Publishes {@link SampleRun}s for the tests of other packages. */
public final class SampleOutput {
  private SampleOutput() {}

  /** Two articles, a duplicate and a reject of each source. */
  public static void publish(LocalOutput output, String runId, long sequence, String... sources)
      throws Exception {
    SampleRun.of(runId, sources).withSequence(sequence).publish(output);
  }

  /** The same, but the duplicate repeats {@code original}, which {@code originalRun} published. */
  public static void publishCopyOf(
      LocalOutput output,
      String runId,
      long sequence,
      String source,
      String original,
      String originalRun)
      throws Exception {
    RunInfo run = new RunInfo(runId, LocalDate.of(2026, 2, 16), sequence);
    new SampleRun(run, List.of(source), original, originalRun).publish(output);
  }

  /** These rows, and the ledger of their sources. */
  public static void publish(
      LocalOutput output,
      RunInfo run,
      List<Article> articles,
      List<Duplicate> duplicates,
      List<Reject> rejects)
      throws Exception {
    output.prepare();
    try (Lease lease = Lease.acquire(output, run.id(), Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run)) {
      TreeMap<String, Integer> split = new TreeMap<>();
      articles.forEach(row -> split.merge(row.getSourceUri(), 1, Integer::sum));
      duplicates.forEach(row -> split.merge(row.getSourceUri(), 1, Integer::sum));
      rejects.forEach(row -> split.merge(row.getSourceUri(), 1, Integer::sum));
      SampleRun sample = new SampleRun(run, List.copyOf(split.keySet()));
      try (DatasetFiles files =
          new DatasetFiles(
              new BeamStore(staging.location()), ParquetSpec.of("test"), "part-00000")) {
        write(files, Dataset.ARTICLES, articles);
        write(files, Dataset.DUPLICATES, duplicates);
        write(files, Dataset.REJECTS, rejects);
        for (String source : split.keySet()) {
          files.write(
              Dataset.LEDGER,
              LedgerEntry.newBuilder(sample.ledger(source))
                  .setSplit(split.get(source))
                  .setLines(split.get(source))
                  .setLinesFrame(0)
                  .build());
        }
        new Publisher(output, lease, List.of(), Pages.none())
            .publish(staging, sample.finished(files.finish()));
      }
    }
  }

  private static <T extends SpecificRecord> void write(
      DatasetFiles files, Dataset<T> dataset, List<T> rows) throws IOException {
    for (T row : rows.stream().sorted(dataset.order()).toList()) {
      files.write(dataset, row);
    }
  }
}
