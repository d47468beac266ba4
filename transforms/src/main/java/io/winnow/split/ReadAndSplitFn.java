package io.winnow.split;

import io.winnow.privacy.MaskTally;
import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Piece;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Reads one file, dump by dump, and splits each as it comes, so that no more than one is held; or
 * one window of a large file.
 */
final class ReadAndSplitFn extends DoFn<ReadTask, List<Piece>> {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final Splitter splitter;
  private final DumpSplits dumps;
  private final RunInfo run;
  private final StageMeter read = StageMeter.of("read");
  private final StageMeter split = StageMeter.of("split");
  private final StageMeter mask = StageMeter.of("mask");

  ReadAndSplitFn(DumpReader reader, FileOpener opener, Splitter splitter, RunInfo run) {
    this.reader = reader;
    this.opener = opener;
    this.splitter = splitter;
    this.dumps = new DumpSplits(reader, opener, splitter);
    this.run = run;
  }

  @ProcessElement
  public void process(@Element ReadTask task, MultiOutputReceiver out) throws IOException {
    Stopwatch watch = new Stopwatch();
    if (task.window() != null) {
      Dump dump = reader.read(task.window(), opener);
      watch.wasReading();
      split(tally -> splitter.split(dump, task.ranks(), tally), out);
      watch.wasSplitting();
      read.elements(task.window().last() ? 1 : 0, watch.since);
      return;
    }
    if (task.unchanged() != null) {
      out.get(SplitDumps.LEDGER).output(Unchanged.ledger(run, task.file(), task.unchanged()));
    } else {
      dumps.read(
          task.file(),
          dump -> {
            watch.wasReading();
            split(dump, out);
            watch.wasSplitting();
          });
    }
    read.element(watch.since);
  }

  private void split(Function<MaskTally, SplitDump> dump, MultiOutputReceiver out) {
    MaskTally tally = new MaskTally();
    emit(dump.apply(tally), out);
    tally.counts().forEach((kind, count) -> mask.count(kind.column(), count));
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
