package io.winnow.publish;

import io.winnow.publish.ExpiredRuns.RowsFile;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetSpec;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes fingerprints out of what is remembered of removed runs, in the step of other changes. Files
 * that have none of them are taken over as they are.
 */
public final class ExpiredRewrite implements Closeable {
  private final OutputStore output;
  private final ExpiredRuns before;
  private final ParquetSpec spec;
  private final Staging staging;

  private ExpiredRewrite(OutputStore output, ExpiredRuns before, LocalDate date, ParquetSpec spec)
      throws IOException {
    this.output = output;
    this.before = before;
    this.spec = spec;
    this.staging = Staging.beside(output, new RunInfo(ExpiredRuns.NAME, date, 0));
  }

  /**
   * Stages it; to be joined and closed by the caller, who holds the lease.
   *
   * @param ids of the pieces that are forgotten
   * @param date logical date of the change
   * @param winnowVersion of the program that rewrites
   */
  public static ExpiredRewrite stage(
      OutputStore output,
      PublishedRuns published,
      Set<String> ids,
      LocalDate date,
      String winnowVersion)
      throws OutputUnusable, IOException {
    output.requireReplaceable(ExpiredRuns.NAME);
    ExpiredRewrite rewrite =
        new ExpiredRewrite(output, published.expired(), date, ParquetSpec.of(winnowVersion));
    try {
      rewrite.write(ids);
      return rewrite;
    } catch (IOException | RuntimeException e) {
      rewrite.close();
      throw e;
    }
  }

  /** Has it change together with others. */
  public void join(Switch others) {
    others.to(ExpiredRuns.NAME, staging.folder());
  }

  /** Removes what is staged, unless it was published. */
  @Override
  public void close() throws IOException {
    staging.close();
  }

  private void write(Set<String> ids) throws IOException {
    List<RowsFile> files = new ArrayList<>();
    for (RowsFile file : before.files()) {
      files.add(
          file.dataset().equals(Dataset.FINGERPRINTS.name()) && hasAny(file, ids)
              ? without(ids, file)
              : takenOver(file));
    }
    ExpiredRuns.write(output, staging.folder(), before.all(), files);
    output.sync(staging.folder());
  }

  private boolean hasAny(RowsFile file, Set<String> ids) throws IOException {
    boolean[] any = {false};
    before.forEach(Dataset.FINGERPRINTS, file, row -> any[0] |= ids.contains(row.getId()));
    return any[0];
  }

  private RowsFile takenOver(RowsFile file) throws IOException {
    output.copy(before.path(file), in(file));
    return file;
  }

  private RowsFile without(Set<String> ids, RowsFile file) throws IOException {
    ParquetRowWriter<Fingerprint> writer =
        new ParquetRowWriter<>(Dataset.FINGERPRINTS, spec, output.create(in(file)));
    try (writer) {
      before.forEach(
          Dataset.FINGERPRINTS,
          file,
          row -> {
            if (!ids.contains(row.getId())) {
              writer.write(row);
            }
          });
    }
    return new RowsFile(
        file.dataset(),
        file.fingerprintVersion(),
        file.path(),
        writer.rows(),
        writer.rowsHash().toString(),
        output.size(in(file)),
        Checksum.sha256(output, in(file)));
  }

  private String in(RowsFile file) {
    return staging.folder() + "/" + file.path();
  }
}
