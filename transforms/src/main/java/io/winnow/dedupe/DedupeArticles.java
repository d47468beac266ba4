package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.run.EncodedCoder;
import io.winnow.run.RecordCoder;
import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Decides for every article of this run whether it repeats an earlier one.
 *
 * <p>In go the fingerprints of this run and of the earlier ones together, in the global window and
 * any order. {@link #VERDICTS} gets exactly one verdict for each fingerprint of this run (its
 * {@code run_sequence} is the run's), also for those that repeat nothing; earlier ones get none and
 * stay what they are. {@link #BORDERLINE} gets a bounded sample of compared pairs near the
 * threshold. What repeats what, and which stays, is defined by {@link Clusters}; the steps here
 * only find the sets for it, and neither their number of buckets nor the runner changes a verdict.
 *
 * <p>Only fingerprints travel. Every grouping has few keys, and its values are read once.
 */
public final class DedupeArticles extends PTransform<PCollection<Fingerprint>, PCollectionTuple> {
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>() {};
  public static final TupleTag<BorderlinePair> BORDERLINE = new TupleTag<>() {};

  private static final Coder<Fingerprint> FINGERPRINTS = RecordCoder.of(Fingerprint.class);
  private static final Coder<Verdict> DECISIONS = RecordCoder.of(Verdict.class);
  private static final Coder<KV<Integer, Parcel>> PARCELS =
      KvCoder.of(VarIntCoder.of(), ParcelCoder.INSTANCE);
  private static final Coder<KV<Integer, Follow>> FOLLOWS =
      KvCoder.of(VarIntCoder.of(), FollowCoder.INSTANCE);

  private final DedupeSpec spec;
  private final RunInfo run;

  private DedupeArticles(DedupeSpec spec, RunInfo run) {
    this.spec = spec;
    this.run = run;
  }

  public static DedupeArticles of(DedupeSpec spec, RunInfo run) {
    return new DedupeArticles(spec, run);
  }

  @Override
  public PCollectionTuple expand(PCollection<Fingerprint> articles) {
    PCollectionTuple texts = oneOfEachText(articles);
    PCollectionTuple shared = shareKeys(texts.get(OneOfEachFn.TEXTS), articles);
    PCollectionTuple verified = verify(texts.get(OneOfEachFn.TEXTS), shared);
    PCollection<KV<Integer, Parcel>> components =
        components(shared.get(ShareBucketFn.LINKS), verified.get(VerifyFn.LINKS));
    return PCollectionTuple.of(VERDICTS, decide(texts, components))
        .and(BORDERLINE, sample(verified.get(VerifyFn.BORDERLINE)));
  }

  private PCollectionTuple oneOfEachText(PCollection<Fingerprint> articles) {
    int buckets = spec.buckets();
    PCollectionTuple texts =
        articles
            .apply(
                "KeyByText",
                WithKeys.<Integer, Fingerprint>of(
                        article -> Mix.bucket(Keys.text(article), buckets))
                    .withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), FINGERPRINTS))
            .apply("GroupTexts", GroupByKey.create())
            .apply(
                "OneOfEach",
                ParDo.of(new OneOfEachFn(spec, run.sequence()))
                    .withOutputTags(
                        OneOfEachFn.TEXTS,
                        TupleTagList.of(OneOfEachFn.COPIES).and(OneOfEachFn.FOLLOWERS)));
    texts.get(OneOfEachFn.TEXTS).setCoder(EncodedCoder.of(Fingerprint.class));
    texts.get(OneOfEachFn.COPIES).setCoder(PARCELS);
    texts.get(OneOfEachFn.FOLLOWERS).setCoder(FOLLOWS);
    return texts;
  }

  /** Bands of each text, but the own URLs of all articles: copies of a text may have several. */
  private PCollectionTuple shareKeys(
      PCollection<Encoded<Fingerprint>> texts, PCollection<Fingerprint> articles) {
    Keys keys = new Keys(spec);
    PCollection<KV<Integer, Parcel>> bands =
        parcels(
            texts, "PostBands", new PostFn<>(Encoded::record, keys::bands, spec.postingBuckets()));
    PCollection<KV<Integer, Parcel>> urls =
        parcels(
            articles,
            "PostUrls",
            new PostFn<>(article -> article, Keys::url, spec.postingBuckets()));
    PCollectionTuple shared =
        together("Postings", List.of(bands, urls))
            .apply(
                "ShareBuckets",
                ParDo.of(new ShareBucketFn(spec))
                    .withOutputTags(
                        ShareBucketFn.GROUPS,
                        TupleTagList.of(ShareBucketFn.ASKS).and(ShareBucketFn.LINKS)));
    shared.get(ShareBucketFn.GROUPS).setCoder(PARCELS);
    shared.get(ShareBucketFn.ASKS).setCoder(PARCELS);
    shared.get(ShareBucketFn.LINKS).setCoder(PARCELS);
    return shared;
  }

  private PCollectionTuple verify(
      PCollection<Encoded<Fingerprint>> texts, PCollectionTuple shared) {
    PCollection<KV<Integer, Parcel>> sketches =
        parcels(
            together("Asks", List.of(atHome(texts, "TextsAsked"), shared.get(ShareBucketFn.ASKS))),
            "SendSketches",
            new SendSketchesFn());
    PCollectionTuple verified =
        together("Groups", List.of(sketches, shared.get(ShareBucketFn.GROUPS)))
            .apply(
                "Verify",
                ParDo.of(new VerifyFn(spec))
                    .withOutputTags(VerifyFn.LINKS, TupleTagList.of(VerifyFn.BORDERLINE)));
    verified.get(VerifyFn.LINKS).setCoder(PARCELS);
    verified.get(VerifyFn.BORDERLINE).setCoder(BorderlinePairCoder.INSTANCE);
    return verified;
  }

  private PCollection<KV<Integer, Parcel>> components(
      PCollection<KV<Integer, Parcel>> ofUrls, PCollection<KV<Integer, Parcel>> ofBands) {
    return parcels(
        together("Links", List.of(ofUrls, ofBands)),
        "Components",
        new ComponentsFn(spec.buckets()));
  }

  private PCollection<Verdict> decide(
      PCollectionTuple texts, PCollection<KV<Integer, Parcel>> components) {
    Clusters clusters = new Clusters(spec, run.sequence());
    PCollectionTuple gathered =
        together(
                "Articles",
                List.of(
                    atHome(texts.get(OneOfEachFn.TEXTS), "TextsGathered"),
                    texts.get(OneOfEachFn.COPIES),
                    components))
            .apply(
                "Gather",
                ParDo.of(new GatherFn(clusters, spec.buckets()))
                    .withOutputTags(
                        GatherFn.ALONE, TupleTagList.of(GatherFn.LINKED).and(DecideFn.ANSWERS)));
    gathered.get(GatherFn.LINKED).setCoder(PARCELS);
    PCollectionTuple linked =
        together("Components", List.of(gathered.get(GatherFn.LINKED)))
            .apply(
                "Decide",
                ParDo.of(new DecideFn(clusters, spec.buckets()))
                    .withOutputTags(DecideFn.VERDICTS, TupleTagList.of(DecideFn.ANSWERS)));
    return PCollectionList.of(gathered.get(GatherFn.ALONE).setCoder(DECISIONS))
        .and(linked.get(DecideFn.VERDICTS).setCoder(DECISIONS))
        .and(
            follow(
                texts.get(OneOfEachFn.FOLLOWERS),
                gathered.get(DecideFn.ANSWERS).setCoder(FOLLOWS),
                linked.get(DecideFn.ANSWERS).setCoder(FOLLOWS)))
        .apply("Verdicts", Flatten.pCollections());
  }

  private static PCollection<Verdict> follow(
      PCollection<KV<Integer, Follow>> copies,
      PCollection<KV<Integer, Follow>> answers,
      PCollection<KV<Integer, Follow>> moreAnswers) {
    return PCollectionList.of(copies)
        .and(answers)
        .and(moreAnswers)
        .apply("CopiesAndAnswers", Flatten.pCollections())
        .apply("GroupFollowers", GroupByKey.create())
        .apply("Follow", ParDo.of(new FollowFn()))
        .setCoder(DECISIONS);
  }

  private static PCollection<BorderlinePair> sample(PCollection<BorderlinePair> pairs) {
    return pairs
        .apply(
            "KeyPairs",
            WithKeys.<Integer, BorderlinePair>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("GroupPairs", GroupByKey.create())
        .apply("Sample", ParDo.of(new SampleFn()))
        .setCoder(BorderlinePairCoder.INSTANCE);
  }

  /** Articles at the bucket of their text, where asks and answers about it come. */
  private PCollection<KV<Integer, Parcel>> atHome(
      PCollection<Encoded<Fingerprint>> articles, String name) {
    return parcels(articles, name, new SendHomeFn(spec.buckets()));
  }

  private static <T> PCollection<KV<Integer, Parcel>> parcels(
      PCollection<T> input, String name, DoFn<T, KV<Integer, Parcel>> fn) {
    return input.apply(name, ParDo.of(fn)).setCoder(PARCELS);
  }

  /** One grouping of several inputs instead of a join: read once, in one pass. */
  private static PCollection<KV<Integer, Iterable<Parcel>>> together(
      String name, List<PCollection<KV<Integer, Parcel>>> inputs) {
    return PCollectionList.of(inputs)
        .apply("Flatten" + name, Flatten.pCollections())
        .apply("Group" + name, GroupByKey.create());
  }
}
