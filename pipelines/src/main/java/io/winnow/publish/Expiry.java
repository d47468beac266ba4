package io.winnow.publish;

import io.winnow.publish.ExpiredRuns.RowsFile;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.run.RunInfo;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetSpec;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Removes published runs but for their fingerprints and what they read, all in one step.
 *
 * <p>Full files of what was remembered before are taken over as they are; the last one of each kind
 * is written anew with the rows that come, so that many small removals make few files. Of the
 * ledger the rows of files that were read are kept, so that these files are still skipped.
 */
public final class Expiry implements Closeable {
  /** Rows of a full file: about 100 MB of fingerprints. */
  static final int FULL_ROWS = 100_000;

  private static final String UNCHANGED = "unchanged";

  private final OutputStore output;
  private final ExpiredRuns before;
  private final List<PublishedRun> leaving;
  private final ParquetSpec spec;
  private final int fullRows;
  private final Staging staging;
  private final List<RowsFile> files = new ArrayList<>();

  private Expiry(
      OutputStore output,
      PublishedRuns published,
      List<PublishedRun> leaving,
      String winnowVersion,
      int fullRows)
      throws IOException {
    this.output = output;
    this.before = published.expired();
    this.leaving = List.copyOf(leaving);
    this.spec = ParquetSpec.of(winnowVersion);
    this.fullRows = fullRows;
    this.staging =
        Staging.beside(
            output,
            new RunInfo(ExpiredRuns.NAME, leaving.get(0).manifest().logicalDate(), leaving.size()));
  }

  /**
   * Stages the removal.
   *
   * @param leaving some of {@code published}, at least one
   * @param at the time that is remembered of it
   * @param winnowVersion of the program that removes
   */
  static Expiry stage(
      OutputStore output,
      PublishedRuns published,
      List<PublishedRun> leaving,
      Instant at,
      String winnowVersion)
      throws IOException {
    return stage(output, published, leaving, at, winnowVersion, FULL_ROWS);
  }

  static Expiry stage(
      OutputStore output,
      PublishedRuns published,
      List<PublishedRun> leaving,
      Instant at,
      String winnowVersion,
      int fullRows)
      throws IOException {
    Expiry expiry = new Expiry(output, published, leaving, winnowVersion, fullRows);
    try {
      expiry.write(at);
      return expiry;
    } catch (IOException | RuntimeException e) {
      expiry.close();
      throw e;
    }
  }

  /**
   * Removes runs, in one step.
   *
   * @throws LeaseLost when {@code lease} is no longer ours; nothing was removed
   */
  public static void remove(
      OutputStore output,
      Lease lease,
      PublishedRuns published,
      List<PublishedRun> leaving,
      Instant at,
      String winnowVersion)
      throws LeaseLost, OutputUnusable, IOException {
    for (PublishedRun run : leaving) {
      output.requireReplaceable(run.manifest().runId());
    }
    try (Expiry expiry = stage(output, published, leaving, at, winnowVersion)) {
      Switch all = new Switch();
      expiry.join(all);
      all.publish(output, lease);
    }
    if (!output.keepsReplaced()) {
      Staging.clear(output, lease);
    }
  }

  /** Removes refused runs that were kept before a day. */
  public static void forgetRefused(OutputStore output, Lease lease, LocalDate firstKept)
      throws LeaseLost, IOException {
    lease.guard(() -> new RefusedRuns(output).forgetBefore(firstKept));
  }

  /** Has the runs go together with other changes. */
  void join(Switch others) {
    leaving.forEach(run -> others.without(run.manifest().runId()));
    others.to(ExpiredRuns.NAME, staging.folder());
  }

  /** Removes what is staged, unless it was published. */
  @Override
  public void close() throws IOException {
    staging.close();
  }

  private void write(Instant at) throws IOException {
    append(Dataset.FINGERPRINTS, row -> true);
    append(Dataset.LEDGER, (LedgerEntry row) -> !row.getStatus().equals(UNCHANGED));
    List<ExpiredRun> runs = new ArrayList<>(before.all());
    leaving.forEach(run -> runs.add(ExpiredRun.of(run.manifest(), at.toString())));
    runs.sort(Comparator.comparingLong(ExpiredRun::sequence).thenComparing(ExpiredRun::runId));
    ExpiredRuns.write(output, staging.folder(), runs, files);
    output.sync(staging.folder());
  }

  private <T extends SpecificRecord> void append(Dataset<T> dataset, Predicate<T> isKept)
      throws IOException {
    try (RowFiles<T> rows = new RowFiles<>(dataset)) {
      for (RowsFile file : before.files()) {
        if (file.dataset().equals(dataset.name())) {
          if (file.rows() >= fullRows) {
            rows.takeOver(file);
          } else {
            before.forEach(dataset, file, row -> rows.add(row, file.fingerprintVersion()));
          }
        }
      }
      for (PublishedRun run : leaving) {
        long[] count = new long[1];
        run.forEach(
            dataset,
            row -> {
              count[0]++;
              if (isKept.test(row)) {
                rows.add(row, run.manifest().fingerprintVersion());
              }
            });
        if (count[0] != run.manifest().count(dataset.name())) {
          throw new IOException(
              "run %s has %d rows of %s, but its manifest says %d"
                  .formatted(
                      run.manifest().runId(),
                      count[0],
                      dataset,
                      run.manifest().count(dataset.name())));
        }
      }
    }
  }

  /** The files of a dataset that are being written, one after another. */
  private final class RowFiles<T extends SpecificRecord> implements Closeable {
    private final Dataset<T> dataset;
    private @Nullable ParquetRowWriter<T> writer;
    private String path = "";
    private int version;
    private int number;

    RowFiles(Dataset<T> dataset) {
      this.dataset = dataset;
    }

    void takeOver(RowsFile file) throws IOException {
      String newPath = nextPath();
      output.copy(before.path(file), in(newPath));
      files.add(file.at(newPath));
    }

    void add(T row, int fingerprintVersion) throws IOException {
      int rowVersion = dataset == Dataset.FINGERPRINTS ? fingerprintVersion : 0;
      if (writer != null && (writer.rows() >= fullRows || version != rowVersion)) {
        close();
      }
      if (writer == null) {
        path = nextPath();
        version = rowVersion;
        writer = new ParquetRowWriter<>(dataset, spec, output.create(in(path)));
      }
      writer.write(row);
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
        files.add(
            new RowsFile(
                dataset.name(),
                version,
                path,
                writer.rows(),
                writer.rowsHash().toString(),
                output.size(in(path)),
                Checksum.sha256(output, in(path))));
        writer = null;
      }
    }

    private String nextPath() {
      return "%s/part-%05d.parquet".formatted(dataset, number++);
    }

    private String in(String file) {
      return staging.folder() + "/" + file;
    }
  }
}
