package io.winnow.clean;

import io.winnow.privacy.MaskTally;
import io.winnow.run.StageMeter;
import io.winnow.schema.Draft;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Turns pieces into articles: text without markup and boilerplate, metadata, language, kind.
 *
 * <p>Takes the pieces of each dump together, because parts of a series are told by their
 * neighbours. Every piece leaves exactly once: on {@link #DRAFTS}, or on {@link #REJECTS} with a
 * reason. Lines that recur over a site's articles are still in it.
 */
public final class CleanPieces extends PTransform<PCollection<List<Piece>>, PCollectionTuple> {
  public static final TupleTag<Draft> DRAFTS = new TupleTag<>() {};
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ArticleCleaner cleaner;

  private CleanPieces(ArticleCleaner cleaner) {
    this.cleaner = cleaner;
  }

  public static CleanPieces with(ArticleCleaner cleaner) {
    return new CleanPieces(cleaner);
  }

  @Override
  public PCollectionTuple expand(PCollection<List<Piece>> pieces) {
    PCollectionTuple cleaned =
        pieces.apply(
            "Clean",
            ParDo.of(new CleanFn(cleaner)).withOutputTags(DRAFTS, TupleTagList.of(REJECTS)));
    cleaned.get(DRAFTS).setCoder(AvroCoder.of(Draft.class));
    cleaned.get(REJECTS).setCoder(AvroCoder.of(Reject.class));
    return cleaned;
  }

  private static final class CleanFn extends DoFn<List<Piece>, Draft> {
    private static final long serialVersionUID = 1;

    private final ArticleCleaner cleaner;
    private final StageMeter clean = StageMeter.of("clean");
    private final StageMeter mask = StageMeter.of("mask");

    CleanFn(ArticleCleaner cleaner) {
      this.cleaner = cleaner;
    }

    @ProcessElement
    public void process(@Element List<Piece> dump, MultiOutputReceiver out) {
      long start = System.nanoTime();
      MaskTally tally = new MaskTally();
      for (Cleaned cleaned : cleaner.cleanAll(dump, tally)) {
        if (cleaned instanceof Cleaned.Kept kept) {
          out.get(DRAFTS).output(kept.draft());
        } else if (cleaned instanceof Cleaned.Dropped dropped) {
          out.get(REJECTS).output(dropped.reject());
        }
      }
      tally.counts().forEach((kind, count) -> mask.count(kind.column(), count));
      clean.elements(dump.size(), start);
    }
  }
}
