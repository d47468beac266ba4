package io.winnow.split;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.SourceFile;
import io.winnow.run.StageMeter;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Cuts a large plain file of one record a line into windows, so that all workers can read it; every
 * other file is a task as it is. Files that an earlier run read with the same content are told
 * here, and not read again.
 */
final class PlanFn extends DoFn<SourceFile, ReadTask> {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final PersonalDataMasker masker;
  private final StageMeter plan = StageMeter.of("plan");

  PlanFn(DumpReader reader, FileOpener opener, PersonalDataMasker masker) {
    this.reader = reader;
    this.opener = opener;
    this.masker = masker;
  }

  @ProcessElement
  public void process(@Element SourceFile file, OutputReceiver<ReadTask> out) throws IOException {
    long start = System.nanoTime();
    Optional<String> unchanged = unchanged(file);
    if (unchanged.isPresent()) {
      out.output(ReadTask.unchanged(file, unchanged.get()));
    } else if (!windows(file, out)) {
      out.output(ReadTask.whole(file));
    }
    plan.element(start);
  }

  /** SHA-256 of a file that an earlier run read with the same content. */
  private Optional<String> unchanged(SourceFile file) throws IOException {
    return file.knownSha256().isEmpty()
        ? Optional.empty()
        : reader.sha256(file, opener).filter(file.knownSha256()::contains);
  }

  private boolean windows(SourceFile file, OutputReceiver<ReadTask> out) throws IOException {
    EqualRecords records = new EqualRecords(masker);
    return reader.windows(
        file,
        opener,
        (window, dump) ->
            out.output(ReadTask.window(file, window, records.next(dump).orElse(null))));
  }
}
