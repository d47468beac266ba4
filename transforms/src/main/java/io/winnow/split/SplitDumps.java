package io.winnow.split;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.SourceFile;
import io.winnow.record.JsonMapping;
import io.winnow.run.RunInfo;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads files and cuts them into pieces.
 *
 * <p>Every part of every file leaves once: in {@link #PIECES}, the pieces of one dump together, or
 * in {@link #REJECTS} with its reason. {@link #LEDGER} has a row for each file or archive member
 * (several for one that is read in windows), with what was counted while it was split. A file that
 * an earlier run read with the same content gives its row alone.
 */
public final class SplitDumps extends PTransform<PCollection<SourceFile>, PCollectionTuple> {
  public static final TupleTag<List<Piece>> PIECES = new TupleTag<>() {};
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};
  public static final TupleTag<LedgerEntry> LEDGER = new TupleTag<>() {};

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
  public PCollectionTuple expand(PCollection<SourceFile> files) {
    PCollectionTuple split =
        files
            .apply("SpreadFiles", Reshuffle.viaRandomKey())
            .apply("Plan", ParDo.of(new PlanFn(reader, opener, splitter.masker())))
            .setCoder(SerializableCoder.of(ReadTask.class))
            .apply("SpreadOverWorkers", Reshuffle.viaRandomKey())
            .apply(
                "ReadAndSplit",
                ParDo.of(new ReadAndSplitFn(reader, opener, splitter, run))
                    .withOutputTags(PIECES, TupleTagList.of(REJECTS).and(LEDGER)));
    split.get(PIECES).setCoder(ListCoder.of(AvroCoder.of(Piece.class)));
    split.get(REJECTS).setCoder(AvroCoder.of(Reject.class));
    split.get(LEDGER).setCoder(AvroCoder.of(LedgerEntry.class));
    return split;
  }
}
