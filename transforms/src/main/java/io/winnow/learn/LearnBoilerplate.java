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
 * Tells each article which of its lines recur over the distinct articles of its site.
 *
 * <p>Copies count once; an article without a known site neither teaches nor loses anything.
 * Articles without such a line get no element. Only hashes are shuffled: 44 bytes for each line
 * that may be boilerplate.
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

  /** Learns by {@code spec}, in as many groups as {@code buckets} says. */
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
      long site = Hashing.komihash5_0().hashCharsToLong(draft.getLearningSite());
      String id = draft.getArticle().getId();
      Sighting article =
          new Sighting(
              site,
              0,
              Long.parseUnsignedLong(draft.getArticle().getContentSha256(), 0, 16, 16),
              Long.parseUnsignedLong(id, 0, 16, 16),
              Long.parseUnsignedLong(id, 16, 32, 16),
              0);
      out.get(ARTICLES).output(KV.of(bucket(site, buckets), article));
      for (long line : LearnedLines.keys(draft)) {
        out.get(LINES)
            .output(
                KV.of(
                    bucket(site ^ line, buckets),
                    new Sighting(
                        site, line, article.content(), article.idHigh(), article.idLow(), 0)));
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
      for (Sighting sighting : LineCounts.recurring(lines.getValue(), minArticles)) {
        out.output(KV.of(bucket(sighting.site(), buckets), sighting));
      }
    }
  }

  private static final class DecideLinesFn extends DoFn<KV<Integer, Iterable<Sighting>>, Learned> {
    private static final long serialVersionUID = 1;

    private final SiteLines sites;

    DecideLinesFn(LearnSpec spec) {
      this.sites = new SiteLines(spec);
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Sighting>> site, OutputReceiver<Learned> out) {
      sites.learned(site.getValue()).forEach(out::output);
    }
  }
}
