package io.winnow.split;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.SourceFile;
import io.winnow.record.JsonMapping;
import io.winnow.run.RunInfo;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads files and cuts them into pieces.
 *
 * <p>Every part of every file leaves once, as a piece or as a reject with its reason, together with
 * the other parts of its dump. There is one {@link SplitDump} for each file or archive member
 * (several for one that is read in windows), and its row of the ledger has what was counted while
 * it was split. A file that an earlier run read with the same content gives its row alone.
 */
public final class SplitDumps extends PTransform<PCollection<SourceFile>, PCollection<SplitDump>> {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final Splitter splitter;
  private final RunInfo run;

  private SplitDumps(DumpReader reader, FileOpener opener, Splitter splitter, RunInfo run) {
    this.reader = reader;
    this.opener = opener;
    this.splitter = splitter;
    this.run = run;
  }

  public static SplitDumps with(DumpReader reader, FileOpener opener, RunInfo run) {
    return new SplitDumps(reader, opener, new Splitter(run), run);
  }

  /** The same with field names of one's own, and masked. */
  public static SplitDumps with(
      DumpReader reader,
      FileOpener opener,
      RunInfo run,
      JsonMapping mapping,
      PersonalDataMasker masker) {
    return new SplitDumps(reader, opener, new Splitter(run, mapping, masker), run);
  }

  @Override
  public PCollection<SplitDump> expand(PCollection<SourceFile> files) {
    return files
        .apply("SpreadFiles", Reshuffle.viaRandomKey())
        .apply("Plan", ParDo.of(new PlanFn(reader, opener, splitter.masker())))
        .setCoder(SerializableCoder.of(ReadTask.class))
        .apply("SpreadOverWorkers", Reshuffle.viaRandomKey())
        .apply("ReadAndSplit", ParDo.of(new ReadAndSplitFn(reader, opener, splitter, run)))
        .setCoder(SplitDumpCoder.INSTANCE);
  }
}
