package io.winnow.split;

import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Piece;
import java.io.IOException;
import java.util.List;
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

  ReadAndSplitFn(DumpReader reader, FileOpener opener, Splitter splitter, RunInfo run) {
    this.reader = reader;
    this.opener = opener;
    this.splitter = splitter;
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
    if (task.unchanged() != null) {
      out.get(SplitDumps.LEDGER).output(Unchanged.ledger(run, task.file(), task.unchanged()));
    } else {
      Earlier earlier = new Earlier();
      reader.read(
          task.file(),
          opener,
          dump -> {
            watch.wasReading();
            emit(splitter.split(dump, earlier.ranks(dump)), out);
            watch.wasSplitting();
          });
    }
    read.element(watch.since);
  }

  private static void emit(SplitDump split, MultiOutputReceiver out) {
    out.get(SplitDumps.PIECES).output(split.pieces());
    split.rejects().forEach(out.get(SplitDumps.REJECTS)::output);
    out.get(SplitDumps.LEDGER).output(split.ledger());
  }

  /** What came before the windows of the dump that is being read; an archive has several dumps. */
  private static final class Earlier {
    private EqualRecords records = new EqualRecords();

    @Nullable Ranks ranks(Dump dump) {
      boolean first = dump.text().firstLine() == 1 && dump.text().firstOrdinal() == 0;
      if (first && dump.last()) {
        return Ranks.NONE;
      }
      records = first ? new EqualRecords() : records;
      return records.next(dump).orElse(null);
    }
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
