package io.winnow.pipeline;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.CleanPieces;
import io.winnow.dedupe.DedupeArticles;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.KeepAllArticles;
import io.winnow.dedupe.MeasureRecall;
import io.winnow.dedupe.NearbyHistory;
import io.winnow.finish.ArticleFinisher;
import io.winnow.finish.ArticleSteps;
import io.winnow.finish.AskModel;
import io.winnow.finish.FinishArticles;
import io.winnow.finish.Outcome;
import io.winnow.finish.WriteOutcomes;
import io.winnow.learn.LearnBoilerplate;
import io.winnow.learn.SumBoilerplate;
import io.winnow.prepare.PrepareArticles;
import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.SourceFile;
import io.winnow.replay.Superseded;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import io.winnow.split.SplitDumps;
import io.winnow.story.FindStories;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.llm.LlmSpec;
import io.winnow.tag.KnownNames;
import io.winnow.tag.Tagger;
import io.winnow.tag.unknown.CountUnknownTerms;
import io.winnow.tag.unknown.TermFinder;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.ReadRows;
import io.winnow.write.SortRows;
import io.winnow.write.WriteAside;
import io.winnow.write.WriteReceipt;
import io.winnow.write.WriteRows;
import io.winnow.write.WrittenFile;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * The whole line, from files to the rows of every dataset, written into a staging folder.
 *
 * <p>Text is shuffled once, in {@link FinishArticles}; everything that is decided by comparing
 * articles travels as keys and hashes. Beside the datasets, small files go to the driver: the
 * receipt of what was written, the pairs that deduplication compared near its threshold, and the
 * like.
 */
final class CuratePipeline {
  /** Below the staging folder: pairs of articles near the threshold of deduplication. */
  static final String PAIRS = "_job/pairs";

  /** Below the staging folder: what a few articles compared with all others have shown. */
  static final String RECALL = "_job/recall";

  /** Below the staging folder: what articles name and the taxonomy does not know. */
  static final String UNKNOWN_TERMS = "_job/unknown-terms";

  private CuratePipeline() {}

  /**
   * Adds the steps to a pipeline.
   *
   * @param files what to read
   * @param history files of fingerprints that earlier runs published, perhaps together with later
   *     ones, which are left out
   * @param specs how each step works
   * @param staging folder to write into
   */
  static void build(
      Pipeline pipeline,
      List<SourceFile> files,
      List<String> history,
      CurateSpecs specs,
      BeamStore staging) {
    PCollectionTuple prepared =
        pipeline
            .apply("Files", Create.of(files).withCoder(SerializableCoder.of(SourceFile.class)))
            .apply(
                "Split",
                SplitDumps.with(
                    new DumpReader(specs.read(), specs.mapping()),
                    new BeamFiles(),
                    specs.run(),
                    specs.mapping(),
                    specs.masker()))
            .apply(
                "Clean",
                CleanPieces.with(
                    new ArticleCleaner(specs.clean(), specs.run(), specs.masker()),
                    specs.selection()))
            .apply(
                "Prepare",
                PrepareArticles.of(specs.run(), specs.buckets()).without(specs.keepOut()));

    PCollection<Fingerprint> keys = prepared.get(PrepareArticles.KEYS);
    long sequence = specs.run().sequence();
    Superseded superseded = specs.superseded();
    PCollection<Fingerprint> earlier =
        pipeline
            .apply("History", Create.of(history).withCoder(StringUtf8Coder.of()))
            .apply("ReadHistory", ReadRows.of(Dataset.FINGERPRINTS, "history"))
            .apply(
                "OnlyEarlier",
                Filter.by(
                    row ->
                        row.getRunSequence() < sequence
                            && !superseded.has(row.getRunId(), row.getSourceUri())));
    PCollection<Verdict> verdicts = decide(keys, earlier, history.isEmpty(), specs, staging);
    PCollection<StoryMark> stories =
        PCollectionTuple.of(FindStories.SIGNED, prepared.get(PrepareArticles.SIGNED))
            .and(FindStories.HISTORY, earlier)
            .and(FindStories.VERDICTS, verdicts)
            .apply(
                "Stories", FindStories.of(specs.run(), specs.buckets(), specs.expectedArticles()));

    PCollection<Outcome> finished =
        PCollectionTuple.of(FinishArticles.PREPARED, prepared.get(PrepareArticles.ARTICLES))
            .and(FinishArticles.VERDICTS, verdicts)
            .and(
                FinishArticles.LEARNED,
                prepared.apply("Learn", LearnBoilerplate.with(specs.learn(), specs.buckets())))
            .and(FinishArticles.STOPPED, prepared.get(PrepareArticles.STOPPED))
            .and(FinishArticles.STORIES, stories)
            .apply(
                "Finish",
                FinishArticles.with(
                    new ArticleFinisher(specs.clean().keepBoilerplate()),
                    steps(specs),
                    specs.buckets()));
    LlmSpec llm = specs.llm();
    PCollectionTuple written =
        (llm == null ? finished : finished.apply("AskModel", AskModel.with(llm, specs.summary())))
            .apply("Write", WriteOutcomes.to(staging, specs.parquet()));
    written
        .get(WriteOutcomes.TERMS)
        .apply("UnknownTerms", CountUnknownTerms.all())
        .apply("TellUnknownTerms", WriteAside.to(staging, UNKNOWN_TERMS));
    PCollectionList.of(written.get(WriteOutcomes.WRITTEN))
        .and(
            written
                .get(WriteOutcomes.BOILERPLATE)
                .apply("SumBoilerplate", SumBoilerplate.in(specs.buckets()))
                .apply("WriteBoilerplate", write(Dataset.BOILERPLATE, specs, staging)))
        .and(
            prepared
                .get(PrepareArticles.LEDGER)
                .apply("SortLedger", SortRows.of(Dataset.LEDGER, specs.buckets()))
                .apply("WriteLedger", write(Dataset.LEDGER, specs, staging)))
        .apply("Written", Flatten.<WrittenFile>pCollections())
        .apply("TellWritten", WriteReceipt.to(staging));
  }

  private static ArticleSteps steps(CurateSpecs specs) {
    return new ArticleSteps(
        new Tagger(specs.tag()),
        new Summarizer(specs.summary()),
        new TermFinder(new KnownNames(specs.tag().taxonomy())));
  }

  /** What to publish, by comparison with each other and with what was published before. */
  private static PCollection<Verdict> decide(
      PCollection<Fingerprint> keys,
      PCollection<Fingerprint> earlier,
      boolean first,
      CurateSpecs specs,
      BeamStore staging) {
    DedupeSpec dedupe = specs.dedupe();
    if (dedupe == null) {
      return keys.apply("Dedupe", KeepAllArticles.of(specs.run())).get(DedupeArticles.VERDICTS);
    }
    PCollection<Fingerprint> nearby =
        first
            ? earlier
            : earlier.apply(
                "NearbyHistory", NearbyHistory.of(keys, dedupe, specs.expectedArticles()));
    PCollectionTuple decided =
        PCollectionList.of(keys)
            .and(nearby)
            .apply("TodayAndHistory", Flatten.pCollections())
            .apply("Dedupe", DedupeArticles.of(dedupe, specs.run()));
    decided.get(DedupeArticles.BORDERLINE).apply("TellPairs", WriteAside.to(staging, PAIRS));
    earlier
        .apply("MeasureRecall", MeasureRecall.of(keys, dedupe))
        .apply("TellRecall", WriteAside.to(staging, RECALL));
    return decided.get(DedupeArticles.VERDICTS);
  }

  private static <T extends SpecificRecord> WriteRows<T> write(
      Dataset<T> dataset, CurateSpecs specs, BeamStore staging) {
    return WriteRows.of(dataset, staging, specs.parquet());
  }
}
