package io.winnow.split;

import io.winnow.privacy.MaskTally;
import io.winnow.privacy.MaskedNames;
import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.Origin;
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
  private final StageMeter mask = StageMeter.of("mask");

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
      split(dump, task.ranks(), out);
      watch.wasSplitting();
      read.elements(task.window().last() ? 1 : 0, watch.since);
      return;
    }
    if (task.unchanged() != null) {
      out.get(SplitDumps.LEDGER).output(Unchanged.ledger(run, task.file(), task.unchanged()));
    } else {
      Earlier earlier = new Earlier();
      MaskedNames names = new MaskedNames(splitter.masker());
      reader.read(
          task.file(),
          opener,
          dump -> {
            watch.wasReading();
            split(masked(dump, names), earlier.ranks(dump), out);
            watch.wasSplitting();
          });
    }
    read.element(watch.since);
  }

  private void split(Dump dump, @Nullable Ranks ranks, MultiOutputReceiver out) {
    MaskTally tally = new MaskTally();
    emit(splitter.split(dump, ranks, tally), out);
    tally.counts().forEach((kind, count) -> mask.count(kind.column(), count));
  }

  /** The name of the file was masked before; that of a member is known only now. */
  private static Dump masked(Dump dump, MaskedNames names) {
    Origin origin = dump.origin();
    String uri = names.of(origin.uri());
    return uri.equals(origin.uri())
        ? dump
        : new Dump(
            origin.withUri(uri), dump.text(), dump.records(), dump.unreadable(), dump.last());
  }

  private static void emit(SplitDump split, MultiOutputReceiver out) {
    out.get(SplitDumps.PIECES).output(split.pieces());
    split.rejects().forEach(out.get(SplitDumps.REJECTS)::output);
    out.get(SplitDumps.LEDGER).output(split.ledger());
  }

  /** What came before the windows of the dump that is being read; an archive has several dumps. */
  private final class Earlier {
    private EqualRecords records = new EqualRecords(splitter.masker());

    @Nullable Ranks ranks(Dump dump) {
      boolean first = dump.text().firstLine() == 1 && dump.text().firstOrdinal() == 0;
      if (first && dump.last()) {
        return Ranks.NONE;
      }
      records = first ? new EqualRecords(splitter.masker()) : records;
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
