package io.winnow.clean;

import io.winnow.privacy.MaskTally;
import io.winnow.run.StageMeter;
import io.winnow.schema.Draft;
import io.winnow.schema.Reject;
import io.winnow.split.SplitDump;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Turns pieces into articles: text without markup and boilerplate, metadata, language, kind.
 *
 * <p>Takes the pieces of each dump together, because parts of a series are told by their
 * neighbours. Every piece leaves exactly once, as a draft or as a reject with a reason. Lines that
 * recur over a site's articles are still in it.
 */
public final class CleanPieces
    extends PTransform<PCollection<SplitDump>, PCollection<CleanedDump>> {
  private static final long serialVersionUID = 1;

  private final ArticleCleaner cleaner;
  private final @Nullable Selection selection;

  private CleanPieces(ArticleCleaner cleaner, @Nullable Selection selection) {
    this.cleaner = cleaner;
    this.selection = selection;
  }

  /**
   * Cleans by {@code cleaner}.
   *
   * @param selection of the pieces that go on; null for all
   */
  public static CleanPieces with(ArticleCleaner cleaner, @Nullable Selection selection) {
    return new CleanPieces(cleaner, selection);
  }

  @Override
  public PCollection<CleanedDump> expand(PCollection<SplitDump> dumps) {
    return dumps
        .apply("Clean", ParDo.of(new CleanFn(cleaner, selection)))
        .setCoder(CleanedDumpCoder.INSTANCE);
  }

  private static final class CleanFn extends DoFn<SplitDump, CleanedDump> {
    private static final long serialVersionUID = 1;

    private final ArticleCleaner cleaner;
    private final @Nullable Selection selection;
    private final StageMeter clean = StageMeter.of("clean");
    private final StageMeter mask = StageMeter.of("mask");

    CleanFn(ArticleCleaner cleaner, @Nullable Selection selection) {
      this.cleaner = cleaner;
      this.selection = selection;
    }

    @ProcessElement
    public void process(@Element SplitDump dump, OutputReceiver<CleanedDump> out) {
      long start = System.nanoTime();
      MaskTally tally = new MaskTally();
      List<Draft> drafts = new ArrayList<>();
      List<Reject> rejects = new ArrayList<>(dump.rejects());
      for (Cleaned cleaned : cleaner.cleanAll(dump.pieces(), tally)) {
        if (cleaned instanceof Cleaned.Kept kept) {
          drafts.add(kept.draft());
        } else if (cleaned instanceof Cleaned.Dropped dropped) {
          rejects.add(dropped.reject());
        }
      }
      tally.counts().forEach((kind, count) -> mask.count(kind.column(), count));
      clean.elements(dump.pieces().size(), start);
      out.output(
          selection == null
              ? new CleanedDump(drafts, rejects, dump.ledger())
              : selection.of(dump, drafts, rejects));
    }
  }
}
