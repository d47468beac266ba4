package io.winnow.split;

import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.SourceFile;
import io.winnow.run.StageMeter;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Cuts a large plain file of one record a line into windows, so that all workers can read it; every
 * other file is a task as it is.
 */
final class PlanFn extends DoFn<SourceFile, ReadTask> {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final StageMeter plan = StageMeter.of("plan");

  PlanFn(DumpReader reader, FileOpener opener) {
    this.reader = reader;
    this.opener = opener;
  }

  @ProcessElement
  public void process(@Element SourceFile file, OutputReceiver<ReadTask> out) throws IOException {
    long start = System.nanoTime();
    EqualRecords records = new EqualRecords();
    boolean windowed =
        !isUnchanged(file)
            && reader.windows(
                file,
                opener,
                (window, dump) ->
                    out.output(new ReadTask(file, window, records.next(dump.text()).orElse(null))));
    if (!windowed) {
      out.output(ReadTask.whole(file));
    }
    plan.element(start);
  }

  private boolean isUnchanged(SourceFile file) throws IOException {
    Optional<String> sha256 =
        file.knownSha256().isEmpty() ? Optional.empty() : reader.sha256(file, opener);
    return sha256.filter(file.knownSha256()::contains).isPresent();
  }
}
