package io.winnow.split;

import io.winnow.privacy.MaskTally;
import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.LedgerEntry;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Reads one file, dump by dump, and splits each as it comes, so that no more than one is held; or
 * one window of a large file.
 */
final class ReadAndSplitFn extends DoFn<ReadTask, SplitDump> {
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
  public void process(@Element ReadTask task, OutputReceiver<SplitDump> out) throws IOException {
    Stopwatch watch = new Stopwatch();
    if (task.window() != null) {
      Dump dump = reader.read(task.window(), opener);
      watch.wasReading();
      split(tally -> splitter.split(dump, task.ranks(), tally), watch, out);
      read.elements(task.window().last() ? 1 : 0, watch.since);
      return;
    }
    if (task.unchanged() != null) {
      LedgerEntry ledger = Unchanged.ledger(run, task.file(), task.unchanged());
      out.output(new SplitDump(List.of(), List.of(), ledger));
    } else {
      dumps.read(
          task.file(),
          dump -> {
            watch.wasReading();
            split(dump, watch, out);
          });
    }
    read.element(watch.since);
  }

  /** What becomes of the parts in later steps, at once, does not count as splitting. */
  private void split(
      Function<MaskTally, SplitDump> dump, Stopwatch watch, OutputReceiver<SplitDump> out) {
    MaskTally tally = new MaskTally();
    SplitDump parts = dump.apply(tally);
    tally.counts().forEach((kind, count) -> mask.count(kind.column(), count));
    watch.wasSplitting();
    out.output(parts);
    watch.restart();
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
    }

    void restart() {
      since = System.nanoTime();
    }
  }
}
