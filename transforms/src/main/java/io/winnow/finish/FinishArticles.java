package io.winnow.finish;

import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Draft;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Brings each article together with what was decided about it, in the one shuffle that carries
 * text.
 *
 * <p>Takes {@link #DRAFTS}, {@link #VERDICTS}, {@link #LEARNED}, {@link #KEYS}, {@link #SIGNED} and
 * {@link #STORIES}; drafts, verdicts and keys have each article exactly once, signatures and
 * stories at most once. Every draft leaves once, on {@link #ARTICLES} or on {@link #DUPLICATES},
 * without the lines that were learned to be boilerplate. {@link #FINGERPRINTS} has a row for each
 * of them, {@link #BOILERPLATE} a row for each learned line and article that lost it.
 */
public final class FinishArticles extends PTransform<PCollectionTuple, PCollectionTuple> {
  public static final TupleTag<Draft> DRAFTS = new TupleTag<>() {};
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>() {};
  public static final TupleTag<Learned> LEARNED = new TupleTag<>() {};
  public static final TupleTag<Fingerprint> KEYS = new TupleTag<>() {};
  public static final TupleTag<Reject> STOPPED = new TupleTag<>() {};
  public static final TupleTag<StoryMark> SIGNED = new TupleTag<>() {};
  public static final TupleTag<StoryMark> STORIES = new TupleTag<>() {};

  public static final TupleTag<Article> ARTICLES = new TupleTag<>() {};
  public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};
  public static final TupleTag<Fingerprint> FINGERPRINTS = new TupleTag<>() {};
  public static final TupleTag<Boilerplate> BOILERPLATE = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ArticleFinisher finisher;
  private final int buckets;

  private FinishArticles(ArticleFinisher finisher, int buckets) {
    this.finisher = finisher;
    this.buckets = buckets;
  }

  /**
   * Finishes articles in as many groups as {@code buckets} says; one group at a time is held in
   * memory by each worker.
   */
  public static FinishArticles with(ArticleFinisher finisher, int buckets) {
    return new FinishArticles(finisher, buckets);
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple in) {
    List<Coder<?>> coders =
        List.of(
            AvroCoder.of(Draft.class),
            AvroCoder.of(Verdict.class),
            AvroCoder.of(Learned.class),
            AvroCoder.of(Fingerprint.class),
            AvroCoder.of(Reject.class),
            AvroCoder.of(StoryMark.class),
            AvroCoder.of(StoryMark.class));
    Coder<KV<Integer, RawUnionValue>> coder =
        KvCoder.of(BigEndianIntegerCoder.of(), UnionCoder.of(new ArrayList<>(coders)));
    PCollectionTuple finished =
        PCollectionList.of(keyed(in, DRAFTS, Part.DRAFT, coder))
            .and(keyed(in, VERDICTS, Part.VERDICT, coder))
            .and(keyed(in, LEARNED, Part.LEARNED, coder))
            .and(keyed(in, KEYS, Part.KEYS, coder))
            .and(keyed(in, STOPPED, Part.REJECT, coder))
            .and(keyed(in, SIGNED, Part.SIGNED, coder))
            .and(keyed(in, STORIES, Part.STORY, coder))
            .apply("AllParts", Flatten.pCollections())
            .apply("GroupByArticle", GroupByKey.create())
            .apply(
                "Finish",
                ParDo.of(new FinishFn(finisher))
                    .withOutputTags(
                        ARTICLES,
                        TupleTagList.of(DUPLICATES)
                            .and(REJECTS)
                            .and(FINGERPRINTS)
                            .and(BOILERPLATE)));
    finished.get(ARTICLES).setCoder(AvroCoder.of(Article.class));
    finished.get(DUPLICATES).setCoder(AvroCoder.of(Duplicate.class));
    finished.get(REJECTS).setCoder(AvroCoder.of(Reject.class));
    finished.get(FINGERPRINTS).setCoder(AvroCoder.of(Fingerprint.class));
    finished.get(BOILERPLATE).setCoder(AvroCoder.of(Boilerplate.class));
    return finished;
  }

  private <T extends SpecificRecord> PCollection<KV<Integer, RawUnionValue>> keyed(
      PCollectionTuple in, TupleTag<T> tag, Part part, Coder<KV<Integer, RawUnionValue>> coder) {
    return in.get(tag)
        .apply("Key" + part.label(), ParDo.of(new KeyByBucketFn<T>(part, buckets)))
        .setCoder(coder);
  }
}
