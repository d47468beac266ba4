package io.winnow.finish;

import io.winnow.prepare.Prepared;
import io.winnow.prepare.PreparedCoder;
import io.winnow.run.RecordCoder;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.util.List;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
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

/**
 * Brings each article together with what was decided about it, in the one shuffle that carries
 * text, and does everything that is left to do with it.
 *
 * <p>Takes {@link #PREPARED}, {@link #VERDICTS}, {@link #LEARNED}, {@link #STOPPED} and {@link
 * #STORIES}; articles and verdicts have each article exactly once, stories at most once. Every
 * piece gives one {@link Outcome}, in the order of ids within a group: a reject, or an article
 * without the lines that were learned to be boilerplate, or a duplicate.
 */
public final class FinishArticles extends PTransform<PCollectionTuple, PCollection<Outcome>> {
  public static final TupleTag<Prepared> PREPARED = new TupleTag<>() {};
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>() {};
  public static final TupleTag<Learned> LEARNED = new TupleTag<>() {};
  public static final TupleTag<Reject> STOPPED = new TupleTag<>() {};
  public static final TupleTag<StoryMark> STORIES = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ArticleFinisher finisher;
  private final ArticleSteps steps;
  private final int buckets;

  private FinishArticles(ArticleFinisher finisher, ArticleSteps steps, int buckets) {
    this.finisher = finisher;
    this.steps = steps;
    this.buckets = buckets;
  }

  /**
   * Finishes articles in as many groups as {@code buckets} says; one group at a time is held in
   * memory by each worker.
   *
   * @param steps what is done with those that are published
   */
  public static FinishArticles with(ArticleFinisher finisher, ArticleSteps steps, int buckets) {
    return new FinishArticles(finisher, steps, buckets);
  }

  @Override
  public PCollection<Outcome> expand(PCollectionTuple in) {
    Coder<KV<Integer, RawUnionValue>> coder =
        KvCoder.of(
            BigEndianIntegerCoder.of(),
            UnionCoder.of(
                List.of(
                    PreparedCoder.of(),
                    RecordCoder.of(Verdict.class),
                    RecordCoder.of(Learned.class),
                    RecordCoder.of(Reject.class),
                    RecordCoder.of(StoryMark.class))));
    return PCollectionList.of(keyed(in, PREPARED, Part.PREPARED, coder))
        .and(keyed(in, VERDICTS, Part.VERDICT, coder))
        .and(keyed(in, LEARNED, Part.LEARNED, coder))
        .and(keyed(in, STOPPED, Part.REJECT, coder))
        .and(keyed(in, STORIES, Part.STORY, coder))
        .apply("AllParts", Flatten.pCollections())
        .apply("GroupByArticle", GroupByKey.create())
        .apply("Finish", ParDo.of(new FinishFn(finisher, steps)))
        .setCoder(OutcomeCoder.INSTANCE);
  }

  private <T> PCollection<KV<Integer, RawUnionValue>> keyed(
      PCollectionTuple in, TupleTag<T> tag, Part part, Coder<KV<Integer, RawUnionValue>> coder) {
    return in.get(tag)
        .apply("Key" + part.label(), ParDo.of(new KeyByBucketFn<T>(part, buckets)))
        .setCoder(coder);
  }
}
