package io.winnow.split;

import io.winnow.read.Dump;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads one file, dump by dump, and splits each as it comes, so that no more than one is held; or
 * one window of a large file.
 */
final class ReadAndSplitFn extends DoFn<ReadTask, List<Piece>> {
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
  public void process(@Element ReadTask task, MultiOutputReceiver out) throws IOException {
    Stopwatch watch = new Stopwatch();
    if (task.window() != null) {
      Dump dump = reader.read(task.window(), opener);
      watch.wasReading();
      emit(splitter.split(dump, task.ranks()), out);
      watch.wasSplitting();
      read.elements(task.window().last() ? 1 : 0, watch.since);
      return;
    }
    Optional<String> unchanged = unchanged(task.file());
    if (unchanged.isPresent()) {
      out.get(SplitDumps.LEDGER).output(Unchanged.ledger(run, task.file(), unchanged.get()));
    } else {
      EqualRecords records = new EqualRecords();
      reader.read(
          task.file(),
          opener,
          dump -> {
            watch.wasReading();
            emit(splitter.split(dump, ranks(dump, records)), out);
            watch.wasSplitting();
          });
    }
    read.element(watch.since);
  }

  /** A dump that comes whole has nothing before it. */
  private static @Nullable Ranks ranks(Dump dump, EqualRecords records) {
    boolean whole = dump.last() && dump.text().firstLine() == 1;
    return whole ? Ranks.NONE : records.next(dump.text()).orElse(null);
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

  /** Tells time spent on reading from that spent on splitting. */
  private final class Stopwatch {
    private long since = System.nanoTime();

    void wasReading() {
      read.busySince(since);
      since = System.nanoTime();
    }

    void wasSplitting() {
      split.element(since);
      since = System.nanoTime();
    }
  }
}
