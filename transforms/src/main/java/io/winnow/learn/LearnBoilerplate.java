package io.winnow.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.run.RecordCoder;
import io.winnow.schema.Learned;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Tells each group of articles which lines recur over the distinct articles of their sites.
 *
 * <p>Takes what {@link SeenLines} noted of the articles, {@link #LINES} and {@link #ARTICLES}.
 * Copies count once; an article without a known site neither teaches nor loses anything. A group
 * without an article of a site that has such lines hears nothing of it. Only hashes are shuffled:
 * 28 bytes for each line that may be boilerplate, and for each article; no worker holds the lines
 * or articles of a site.
 */
public final class LearnBoilerplate extends PTransform<PCollectionTuple, PCollection<Learned>> {
  public static final TupleTag<KV<Integer, byte[]>> LINES = new TupleTag<>() {};
  public static final TupleTag<KV<Integer, byte[]>> ARTICLES = new TupleTag<>() {};

  private static final KvCoder<Integer, byte[]> BLOCKS =
      KvCoder.of(BigEndianIntegerCoder.of(), ByteArrayCoder.of());
  private static final long serialVersionUID = 1;

  private final LearnSpec spec;
  private final int buckets;

  private LearnBoilerplate(LearnSpec spec, int buckets) {
    this.spec = spec;
    this.buckets = buckets;
  }

  /**
   * Learns by {@code spec}, in as many parts as {@code buckets} says; so many groups of articles
   * are told, by {@link ArticleGroups}.
   */
  public static LearnBoilerplate with(LearnSpec spec, int buckets) {
    return new LearnBoilerplate(spec, buckets);
  }

  @Override
  public PCollection<Learned> expand(PCollectionTuple seen) {
    PCollection<KV<Integer, byte[]>> recurring =
        seen.get(LINES)
            .apply("GroupByLine", GroupByKey.create())
            .apply("CountArticles", ParDo.of(new CountArticlesFn(spec.minArticles(), buckets)))
            .setCoder(BLOCKS);
    return PCollectionList.of(recurring)
        .and(seen.get(ARTICLES))
        .apply("LinesAndArticles", Flatten.pCollections())
        .apply("GroupBySite", GroupByKey.create())
        .apply("DecideLines", ParDo.of(new DecideLinesFn(spec)))
        .setCoder(RecordCoder.of(Learned.class));
  }

  /** What {@link Learned} calls a site. */
  public static long site(String learningSite) {
    return Hashing.komihash5_0().hashCharsToLong(learningSite);
  }

  private static final class CountArticlesFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final int minArticles;
    private final int buckets;

    CountArticlesFn(int minArticles, int buckets) {
      this.minArticles = minArticles;
      this.buckets = buckets;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> lines, OutputReceiver<KV<Integer, byte[]>> out) {
      LineCounts counts = new LineCounts();
      lines.getValue().forEach(block -> SightingBlocks.read(block, counts::add));
      SightingBlocks recurring = new SightingBlocks();
      for (Sighting line : counts.recurring(minArticles)) {
        int bucket = SeenLines.bucket(line.site(), buckets);
        recurring.add(bucket, line, (to, block) -> out.output(KV.of(to, block)));
      }
      recurring.flush((to, block) -> out.output(KV.of(to, block)));
    }
  }

  private static final class DecideLinesFn extends DoFn<KV<Integer, Iterable<byte[]>>, Learned> {
    private static final long serialVersionUID = 1;

    private final LearnSpec spec;

    DecideLinesFn(LearnSpec spec) {
      this.spec = spec;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<Learned> out) {
      SiteLines sites = new SiteLines(spec);
      bucket.getValue().forEach(block -> SightingBlocks.read(block, sites::add));
      sites.learned(out::output);
    }
  }
}
