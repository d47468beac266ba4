package io.winnow.prepare;

import io.winnow.clean.CleanedDump;
import io.winnow.forget.KeepOut;
import io.winnow.learn.LearnBoilerplate;
import io.winnow.run.RecordBytes;
import io.winnow.run.RecordCoder;
import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Takes of every article what is decided by: its fingerprint ({@link #KEYS}), its signature for
 * stories ({@link #SIGNED}), and the lines that may recur over its site ({@link
 * LearnBoilerplate#LINES}, {@link LearnBoilerplate#ARTICLES}). The article itself goes on with them
 * ({@link #ARTICLES}); what stopped before goes to {@link #STOPPED}, the rows of the ledger to
 * {@link #LEDGER}.
 *
 * <p>All of it in one step, where the text is at hand. Whoever reads one output of a step is sent
 * all of them by Flink; so everything but the article is small and lies in one output, which is
 * taken apart in a second step that the text does not reach.
 */
public final class PrepareArticles extends PTransform<PCollection<CleanedDump>, PCollectionTuple> {
  public static final TupleTag<Prepared> ARTICLES = new TupleTag<>() {};
  public static final TupleTag<Reject> STOPPED = new TupleTag<>() {};
  public static final TupleTag<Fingerprint> KEYS = new TupleTag<>() {};
  public static final TupleTag<StoryMark> SIGNED = new TupleTag<>() {};
  public static final TupleTag<LedgerEntry> LEDGER = new TupleTag<>() {};

  /** Counts pieces that were taken down before. */
  static final String KEPT_OUT = "kept-out";

  static final TupleTag<Note> NOTES = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final RunInfo run;
  private final int buckets;
  private final KeepOut keepOut;

  private PrepareArticles(RunInfo run, int buckets, KeepOut keepOut) {
    this.run = run;
    this.buckets = buckets;
    this.keepOut = keepOut;
  }

  /**
   * @param buckets of {@link LearnBoilerplate}
   */
  public static PrepareArticles of(RunInfo run, int buckets) {
    return new PrepareArticles(run, buckets, KeepOut.NOTHING);
  }

  /**
   * The same without what was taken down: of such a piece nothing is taken, and it stops with an
   * empty row.
   */
  public PrepareArticles without(KeepOut forgotten) {
    return new PrepareArticles(run, buckets, forgotten);
  }

  @Override
  public PCollectionTuple expand(PCollection<CleanedDump> dumps) {
    PCollectionTuple prepared =
        dumps.apply(
            "Prepare",
            ParDo.of(new PrepareFn(run, buckets, keepOut))
                .withOutputTags(ARTICLES, TupleTagList.of(STOPPED).and(NOTES)));
    PCollection<Note> notes = prepared.get(NOTES).setCoder(NoteCoder.INSTANCE);
    return PCollectionTuple.of(ARTICLES, prepared.get(ARTICLES).setCoder(PreparedCoder.of()))
        .and(STOPPED, prepared.get(STOPPED).setCoder(RecordCoder.of(Reject.class)))
        .and(KEYS, records(notes, Note.Kind.KEYS, Fingerprint.class))
        .and(SIGNED, records(notes, Note.Kind.SIGNED, StoryMark.class))
        .and(LEDGER, records(notes, Note.Kind.LEDGER, LedgerEntry.class))
        .and(LearnBoilerplate.LINES, blocks(notes, Note.Kind.LINES))
        .and(LearnBoilerplate.ARTICLES, blocks(notes, Note.Kind.ARTICLES));
  }

  private static <T extends SpecificRecord> PCollection<T> records(
      PCollection<Note> notes, Note.Kind kind, Class<T> type) {
    return notes
        .apply("Take-" + kind, ParDo.of(new TakeRecordsFn<T>(kind, type)))
        .setCoder(RecordCoder.of(type));
  }

  private static PCollection<KV<Integer, byte[]>> blocks(PCollection<Note> notes, Note.Kind kind) {
    return notes
        .apply("Take-" + kind, ParDo.of(new TakeBlocksFn(kind)))
        .setCoder(KvCoder.of(BigEndianIntegerCoder.of(), ByteArrayCoder.of()));
  }

  private static final class TakeRecordsFn<T extends SpecificRecord> extends DoFn<Note, T> {
    private static final long serialVersionUID = 1;

    private final Note.Kind kind;
    private final Class<T> type;
    private transient @Nullable RecordBytes<T> bytes;

    TakeRecordsFn(Note.Kind kind, Class<T> type) {
      this.kind = kind;
      this.type = type;
    }

    @ProcessElement
    public void process(@Element Note note, OutputReceiver<T> out) throws IOException {
      if (note.kind() == kind) {
        if (bytes == null) {
          bytes = new RecordBytes<>(type);
        }
        out.output(bytes.decode(note.bytes()));
      }
    }
  }

  private static final class TakeBlocksFn extends DoFn<Note, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final Note.Kind kind;

    TakeBlocksFn(Note.Kind kind) {
      this.kind = kind;
    }

    @ProcessElement
    public void process(@Element Note note, OutputReceiver<KV<Integer, byte[]>> out) {
      if (note.kind() == kind) {
        out.output(KV.of(note.bucket(), note.bytes()));
      }
    }
  }
}
