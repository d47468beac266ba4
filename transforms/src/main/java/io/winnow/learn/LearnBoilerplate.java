package io.winnow.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.clean.LearnedLines;
import io.winnow.schema.Draft;
import io.winnow.schema.Learned;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Tells each group of articles which lines recur over the distinct articles of their sites.
 *
 * <p>Copies count once; an article without a known site neither teaches nor loses anything. A group
 * without an article of a site that has such lines hears nothing of it. Only hashes are shuffled:
 * 28 bytes for each line that may be boilerplate, and for each article; no worker holds the lines
 * or articles of a site.
 */
public final class LearnBoilerplate extends PTransform<PCollection<Draft>, PCollection<Learned>> {
  private static final TupleTag<KV<Integer, Sighting>> LINES = new TupleTag<>() {};
  private static final TupleTag<KV<Integer, Sighting>> ARTICLES = new TupleTag<>() {};
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
  public PCollection<Learned> expand(PCollection<Draft> drafts) {
    KvCoder<Integer, Sighting> coder = KvCoder.of(BigEndianIntegerCoder.of(), Sighting.CODER);
    PCollectionTuple seen =
        drafts.apply(
            "SeeLines",
            ParDo.of(new SeeLinesFn(buckets)).withOutputTags(LINES, TupleTagList.of(ARTICLES)));
    PCollection<KV<Integer, Sighting>> recurring =
        seen.get(LINES)
            .setCoder(coder)
            .apply("GroupByLine", GroupByKey.create())
            .apply("CountArticles", ParDo.of(new CountArticlesFn(spec.minArticles(), buckets)))
            .setCoder(coder);
    return PCollectionList.of(recurring)
        .and(seen.get(ARTICLES).setCoder(coder))
        .apply("LinesAndArticles", Flatten.pCollections())
        .apply("GroupBySite", GroupByKey.create())
        .apply("DecideLines", ParDo.of(new DecideLinesFn(spec)))
        .setCoder(AvroCoder.of(Learned.class));
  }

  /** What {@link Learned} calls a site. */
  public static long site(String learningSite) {
    return Hashing.komihash5_0().hashCharsToLong(learningSite);
  }

  private static int bucket(long hash, int buckets) {
    return (int) Long.remainderUnsigned(hash * 0x9E3779B97F4A7C15L >>> 20, buckets);
  }

  private static final class SeeLinesFn extends DoFn<Draft, KV<Integer, Sighting>> {
    private static final long serialVersionUID = 1;

    private final int buckets;

    SeeLinesFn(int buckets) {
      this.buckets = buckets;
    }

    @ProcessElement
    public void process(@Element Draft draft, MultiOutputReceiver out) {
      if (draft.getLearningSite() == null) {
        return;
      }
      long site = site(draft.getLearningSite());
      long content = Long.parseUnsignedLong(draft.getArticle().getContentSha256(), 0, 16, 16);
      int group = ArticleGroups.group(draft.getArticle().getId(), buckets);
      out.get(ARTICLES)
          .output(KV.of(bucket(site, buckets), Sighting.ofArticle(site, content, group)));
      for (long line : LearnedLines.keys(draft)) {
        out.get(LINES)
            .output(KV.of(bucket(site ^ line, buckets), Sighting.ofLine(site, line, content)));
      }
    }
  }

  private static final class CountArticlesFn
      extends DoFn<KV<Integer, Iterable<Sighting>>, KV<Integer, Sighting>> {
    private static final long serialVersionUID = 1;

    private final int minArticles;
    private final int buckets;

    CountArticlesFn(int minArticles, int buckets) {
      this.minArticles = minArticles;
      this.buckets = buckets;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Sighting>> lines, OutputReceiver<KV<Integer, Sighting>> out) {
      LineCounts counts = new LineCounts();
      lines.getValue().forEach(counts::add);
      for (Sighting line : counts.recurring(minArticles)) {
        out.output(KV.of(bucket(line.site(), buckets), line));
      }
    }
  }

  private static final class DecideLinesFn extends DoFn<KV<Integer, Iterable<Sighting>>, Learned> {
    private static final long serialVersionUID = 1;

    private final LearnSpec spec;

    DecideLinesFn(LearnSpec spec) {
      this.spec = spec;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Sighting>> bucket, OutputReceiver<Learned> out) {
      SiteLines sites = new SiteLines(spec);
      bucket.getValue().forEach(sites::add);
      sites.learned(out::output);
    }
  }
}
