package io.winnow.split;

import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Piece;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads one file, dump by dump, and splits each as it comes, so that no more than one is held. */
final class ReadAndSplitFn extends DoFn<SourceFile, List<Piece>> {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final Splitter splitter;
  private final RunInfo run;
  private final StageMeter read = StageMeter.of("read");
  private final StageMeter split = StageMeter.of("split");

  ReadAndSplitFn(DumpReader reader, FileOpener opener, RunInfo run) {
    this.reader = reader;
    this.opener = opener;
    this.splitter = new Splitter(run);
    this.run = run;
  }

  @ProcessElement
  public void process(@Element SourceFile file, MultiOutputReceiver out) throws IOException {
    long[] since = {System.nanoTime()};
    Optional<String> unchanged = unchanged(file);
    if (unchanged.isPresent()) {
      out.get(SplitDumps.LEDGER).output(Unchanged.ledger(run, file, unchanged.get()));
    } else {
      reader.read(
          file,
          opener,
          dump -> {
            read.busySince(since[0]);
            since[0] = System.nanoTime();
            emit(splitter.split(dump), out);
            split.element(since[0]);
            since[0] = System.nanoTime();
          });
    }
    read.element(since[0]);
  }

  /** SHA-256 of a file that an earlier run read with the same content. */
  private Optional<String> unchanged(SourceFile file) throws IOException {
    return file.knownSha256().isEmpty()
        ? Optional.empty()
        : reader.sha256(file, opener).filter(file.knownSha256()::contains);
  }

  private static void emit(SplitDump split, MultiOutputReceiver out) {
    out.get(SplitDumps.PIECES).output(split.pieces());
    split.rejects().forEach(out.get(SplitDumps.REJECTS)::output);
    out.get(SplitDumps.LEDGER).output(split.ledger());
  }
}
