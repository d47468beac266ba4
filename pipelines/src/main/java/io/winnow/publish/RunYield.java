package io.winnow.publish;

import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the input of a run yields: articles and duplicates of the files it read, and of the
 * files that it skipped as unchanged what they yielded when a published run last read them.
 *
 * <p>Duplicates count because it depends on the runs before, not on the input, which of the two an
 * article becomes.
 */
final class RunYield {
  private final PublishedRuns published;

  /** By file and content, once an unchanged file was met. */
  private @Nullable Map<FileVersion, Long> read;

  RunYield(PublishedRuns published) {
    this.published = published;
  }

  private record FileVersion(String uri, String sha256) {
    static FileVersion of(LedgerEntry row) {
      return new FileVersion(Sources.file(row), row.getFileSha256());
    }
  }

  /** Pieces of the run's input that are articles or copies of one. */
  long of(PublishedRun run) throws IOException {
    long[] sum = {0};
    run.forEach(
        Dataset.LEDGER,
        row ->
            sum[0] +=
                isUnchanged(row)
                    ? read().getOrDefault(FileVersion.of(row), 0L)
                    : row.getPublished() + row.getDuplicates());
    return sum[0];
  }

  private Map<FileVersion, Long> read() throws IOException {
    if (read == null) {
      read = yields();
    }
    return read;
  }

  /** What the last run that read a file got of it, and what replays got since. */
  private Map<FileVersion, Long> yields() throws IOException {
    Map<FileVersion, Long> yields = new HashMap<>();
    for (PublishedRun run : published.all()) {
      yields.putAll(by(run, Sources::isRead));
      by(run, row -> row.getStatus().equals("replayed"))
          .forEach((file, kept) -> yields.merge(file, kept, Long::sum));
    }
    return yields;
  }

  /** An archive has a row for each member. */
  private static Map<FileVersion, Long> by(PublishedRun run, Predicate<LedgerEntry> rows)
      throws IOException {
    Map<FileVersion, Long> yields = new HashMap<>();
    run.forEach(
        Dataset.LEDGER,
        row -> {
          if (rows.test(row)) {
            long kept = row.getPublished() + row.getDuplicates();
            yields.merge(FileVersion.of(row), kept, Long::sum);
          }
        });
    return yields;
  }

  private static boolean isUnchanged(LedgerEntry row) {
    return row.getStatus().equals("unchanged");
  }
}
