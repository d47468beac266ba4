package io.winnow.pipeline;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.CleanPieces;
import io.winnow.dedupe.DedupeArticles;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.FingerprintArticles;
import io.winnow.dedupe.KeepAllArticles;
import io.winnow.dedupe.MeasureRecall;
import io.winnow.dedupe.NearbyHistory;
import io.winnow.finish.ArticleFinisher;
import io.winnow.finish.FinishArticles;
import io.winnow.learn.LearnBoilerplate;
import io.winnow.learn.SumBoilerplate;
import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.SourceFile;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.split.SplitDumps;
import io.winnow.story.FindStories;
import io.winnow.story.SignArticles;
import io.winnow.summarize.SummarizeArticles;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.llm.LlmSpec;
import io.winnow.summarize.llm.LlmSummaries;
import io.winnow.tag.TagArticles;
import io.winnow.tag.Tagger;
import io.winnow.tag.unknown.CountUnknownTerms;
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
   * @param history files of fingerprints that earlier runs published
   * @param specs how each step works
   * @param staging folder to write into
   */
  static void build(
      Pipeline pipeline,
      List<SourceFile> files,
      List<String> history,
      CurateSpecs specs,
      BeamStore staging) {
    PCollectionTuple split =
        pipeline
            .apply("Files", Create.of(files).withCoder(SerializableCoder.of(SourceFile.class)))
            .apply(
                "Split",
                SplitDumps.with(
                    new DumpReader(specs.read(), specs.mapping()),
                    new BeamFiles(),
                    specs.run(),
                    specs.mapping(),
                    specs.masker()));
    PCollectionTuple cleaned =
        split
            .get(SplitDumps.PIECES)
            .apply(
                "Clean",
                CleanPieces.with(new ArticleCleaner(specs.clean(), specs.run(), specs.masker())));
    PCollection<Draft> drafts = cleaned.get(CleanPieces.DRAFTS);
    PCollection<Reject> rejects =
        PCollectionList.of(split.get(SplitDumps.REJECTS))
            .and(cleaned.get(CleanPieces.REJECTS))
            .apply("Rejects", Flatten.pCollections());

    PCollection<Fingerprint> keys =
        drafts.apply("Fingerprint", FingerprintArticles.of(specs.run()));
    PCollection<Fingerprint> earlier =
        pipeline
            .apply("History", Create.of(history).withCoder(StringUtf8Coder.of()))
            .apply("ReadHistory", ReadRows.of(Dataset.FINGERPRINTS, "history"));
    PCollectionTuple decided = decide(keys, earlier, history.isEmpty(), specs, staging);
    PCollection<StoryMark> signed = drafts.apply("Sign", SignArticles.all());
    PCollection<StoryMark> stories =
        PCollectionTuple.of(FindStories.SIGNED, signed)
            .and(FindStories.HISTORY, earlier)
            .and(FindStories.VERDICTS, decided.get(DedupeArticles.VERDICTS))
            .apply(
                "Stories", FindStories.of(specs.run(), specs.buckets(), specs.expectedArticles()));

    PCollectionTuple finished =
        PCollectionTuple.of(FinishArticles.DRAFTS, drafts)
            .and(FinishArticles.VERDICTS, decided.get(DedupeArticles.VERDICTS))
            .and(
                FinishArticles.LEARNED,
                drafts.apply("Learn", LearnBoilerplate.with(specs.learn(), specs.buckets())))
            .and(FinishArticles.KEYS, keys)
            .and(FinishArticles.STOPPED, rejects)
            .and(FinishArticles.SIGNED, signed)
            .and(FinishArticles.STORIES, stories)
            .apply(
                "Finish",
                FinishArticles.with(
                    new ArticleFinisher(specs.clean().keepBoilerplate()), specs.buckets()));

    PCollection<Article> tagged =
        finished
            .get(FinishArticles.ARTICLES)
            .apply("Tag", TagArticles.with(new Tagger(specs.tag())));
    tagged
        .apply("UnknownTerms", CountUnknownTerms.to(specs.tag().taxonomy()))
        .apply("TellUnknownTerms", WriteAside.to(staging, UNKNOWN_TERMS));
    PCollection<Article> summarized =
        tagged.apply("Summarize", SummarizeArticles.with(new Summarizer(specs.summary())));
    LlmSpec llm = specs.llm();
    PCollectionList.of(
            (llm == null
                    ? summarized
                    : summarized.apply("AskModel", LlmSummaries.with(llm, specs.summary())))
                .apply("WriteArticles", write(Dataset.ARTICLES, specs, staging)))
        .and(
            finished
                .get(FinishArticles.DUPLICATES)
                .apply("WriteDuplicates", write(Dataset.DUPLICATES, specs, staging)))
        .and(
            finished
                .get(FinishArticles.REJECTS)
                .apply("WriteRejects", write(Dataset.REJECTS, specs, staging)))
        .and(
            finished
                .get(FinishArticles.FINGERPRINTS)
                .apply("WriteFingerprints", write(Dataset.FINGERPRINTS, specs, staging)))
        .and(
            finished
                .get(FinishArticles.BOILERPLATE)
                .apply("SumBoilerplate", SumBoilerplate.in(specs.buckets()))
                .apply("WriteBoilerplate", write(Dataset.BOILERPLATE, specs, staging)))
        .and(
            split
                .get(SplitDumps.LEDGER)
                .apply("SortLedger", SortRows.of(Dataset.LEDGER, specs.buckets()))
                .apply("WriteLedger", write(Dataset.LEDGER, specs, staging)))
        .apply("Written", Flatten.<WrittenFile>pCollections())
        .apply("TellWritten", WriteReceipt.to(staging));
  }

  /** What to publish, by comparison with each other and with what was published before. */
  private static PCollectionTuple decide(
      PCollection<Fingerprint> keys,
      PCollection<Fingerprint> earlier,
      boolean first,
      CurateSpecs specs,
      BeamStore staging) {
    DedupeSpec dedupe = specs.dedupe();
    if (dedupe == null) {
      return keys.apply("Dedupe", KeepAllArticles.of(specs.run()));
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
    return decided;
  }

  private static <T extends SpecificRecord> WriteRows<T> write(
      Dataset<T> dataset, CurateSpecs specs, BeamStore staging) {
    return WriteRows.of(dataset, staging, specs.parquet());
  }
}
