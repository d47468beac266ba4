package io.winnow.finish;

import io.winnow.run.RecordCoder;
import io.winnow.run.StageMeter;
import io.winnow.schema.Boilerplate;
import io.winnow.tag.unknown.TermSums;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.tag.unknown.UnknownTermCoder;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import io.winnow.write.WrittenFileCoder;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of outcomes, each dataset into Parquet files of its own, and tells what was
 * written ({@link #WRITTEN}). What is still to be added up over all articles goes on: {@link
 * #BOILERPLATE} and {@link #TERMS}.
 *
 * <p>A worker goes on with its files as long as outcomes come in the order of ids and the bundle
 * lasts. Names are unique to an attempt: only the files named in the output count, so a worker that
 * is given up, or tried again, doubles nothing. An empty input writes no file.
 */
public final class WriteOutcomes extends PTransform<PCollection<Outcome>, PCollectionTuple> {
  public static final TupleTag<WrittenFile> WRITTEN = new TupleTag<>() {};
  public static final TupleTag<Boilerplate> BOILERPLATE = new TupleTag<>() {};
  public static final TupleTag<UnknownTerm> TERMS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final BeamStore staging;
  private final ParquetSpec spec;

  private WriteOutcomes(BeamStore staging, ParquetSpec spec) {
    this.staging = staging;
    this.spec = spec;
  }

  /** Writes into the datasets' folders below {@code staging}. */
  public static WriteOutcomes to(BeamStore staging, ParquetSpec spec) {
    return new WriteOutcomes(staging, spec);
  }

  @Override
  public PCollectionTuple expand(PCollection<Outcome> outcomes) {
    PCollectionTuple written =
        outcomes.apply(
            "Write",
            ParDo.of(new WriteFn(staging, spec))
                .withOutputTags(WRITTEN, TupleTagList.of(BOILERPLATE).and(TERMS)));
    written.get(WRITTEN).setCoder(WrittenFileCoder.of());
    written.get(BOILERPLATE).setCoder(RecordCoder.of(Boilerplate.class));
    written.get(TERMS).setCoder(UnknownTermCoder.INSTANCE);
    return written;
  }

  private static final class WriteFn extends DoFn<Outcome, WrittenFile> {
    private static final long serialVersionUID = 1;

    private final BeamStore staging;
    private final ParquetSpec spec;
    private final StageMeter write = StageMeter.of("write");
    private transient @Nullable DatasetFiles files;
    private transient TermSums terms;
    private transient String last;

    WriteFn(BeamStore staging, ParquetSpec spec) {
      this.staging = staging;
      this.spec = spec;
    }

    @StartBundle
    public void start() {
      files = null;
      terms = new TermSums();
      last = "";
    }

    @ProcessElement
    public void process(@Element Outcome outcome, MultiOutputReceiver out) throws IOException {
      String id = id(outcome);
      if (files != null && last.compareTo(id) > 0) {
        files.finish().forEach(out.get(WRITTEN)::output);
        files = null;
      }
      if (files == null) {
        files = new DatasetFiles(staging, spec, "part");
      }
      last = id;
      write(Dataset.ARTICLES, outcome.article());
      write(Dataset.DUPLICATES, outcome.duplicate());
      write(Dataset.REJECTS, outcome.reject());
      write(Dataset.FINGERPRINTS, outcome.fingerprint());
      outcome.boilerplate().forEach(out.get(BOILERPLATE)::output);
      terms.add(outcome.terms(), out.get(TERMS)::output);
    }

    private <T extends SpecificRecord> void write(Dataset<T> dataset, @Nullable T row)
        throws IOException {
      if (row != null && files != null) {
        long start = System.nanoTime();
        files.write(dataset, row);
        write.element(start);
      }
    }

    private static String id(Outcome outcome) {
      if (outcome.article() != null) {
        return outcome.article().getId();
      }
      if (outcome.duplicate() != null) {
        return outcome.duplicate().getId();
      }
      if (outcome.reject() != null) {
        return outcome.reject().getId();
      }
      if (outcome.fingerprint() != null) {
        return outcome.fingerprint().getId();
      }
      throw new IllegalArgumentException("an outcome without a row");
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) throws IOException {
      if (files != null) {
        long start = System.nanoTime();
        for (WrittenFile file : files.finish()) {
          out.output(WRITTEN, file, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
        }
        files = null;
        write.busySince(start);
      }
      terms.flush(
          term ->
              out.output(TERMS, term, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
    }
  }
}
