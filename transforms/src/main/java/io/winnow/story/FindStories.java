package io.winnow.story;

import io.winnow.run.RecordCoder;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * Tells the articles of this run their stories, from {@link #SIGNED}, what earlier runs remember
 * ({@link #HISTORY}), and {@link #VERDICTS}: a duplicate has no story.
 *
 * <p>An article of no story gets no mark. First it is counted how common each term is, then those
 * that share a name meet in buckets and are compared, and what is linked comes together in one
 * worker ({@link Stories}), whose memory grows with the linked articles. Only signatures travel,
 * and of them only what another article has too.
 */
public final class FindStories extends PTransform<PCollectionTuple, PCollection<StoryMark>> {
  public static final TupleTag<StoryMark> SIGNED = new TupleTag<>() {};
  public static final TupleTag<Fingerprint> HISTORY = new TupleTag<>() {};
  public static final TupleTag<Verdict> VERDICTS = new TupleTag<>() {};

  private static final Coder<KV<Integer, byte[]>> PARTS =
      KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
  private static final Coder<KV<Integer, Posted>> POSTS =
      KvCoder.of(VarIntCoder.of(), PostedCoder.INSTANCE);
  private static final long serialVersionUID = 1;

  private final RunInfo run;
  private final int buckets;
  private final int counters;

  private FindStories(RunInfo run, int buckets, int counters) {
    this.run = run;
    this.buckets = buckets;
    this.counters = counters;
  }

  /**
   * @param buckets that articles are compared in; their number changes no story
   * @param expected about how many articles there are
   */
  public static FindStories of(RunInfo run, int buckets, long expected) {
    return new FindStories(run, buckets, TermCounts.sizeFor(expected));
  }

  @Override
  public PCollection<StoryMark> expand(PCollectionTuple in) {
    PCollection<Candidate> today =
        in.get(SIGNED).apply("Today", ParDo.of(new TodayFn())).setCoder(CandidateCoder.INSTANCE);
    PCollection<Candidate> earlier =
        in.get(HISTORY)
            .apply("LastFortnight", ParDo.of(new EarlierFn((int) run.date().toEpochDay())))
            .setCoder(CandidateCoder.INSTANCE);
    PCollection<Candidate> articles =
        PCollectionList.of(today).and(earlier).apply("TodayAndEarlier", Flatten.pCollections());
    PCollectionView<Iterable<KV<Integer, byte[]>>> counts =
        articles
            .apply("CountTerms", ParDo.of(new CountFn(counters)))
            .setCoder(PARTS)
            .apply("GroupCounts", GroupByKey.create())
            .apply("SumCounts", ParDo.of(new SumFn()))
            .setCoder(PARTS)
            .apply("AsView", View.asIterable());
    PCollection<Evidence> links =
        articles
            .apply("Post", ParDo.of(new PostFn(buckets, counters, counts)).withSideInputs(counts))
            .setCoder(POSTS)
            .apply("GroupByName", GroupByKey.create())
            .apply("Link", ParDo.of(new LinkFn()))
            .setCoder(EvidenceCoder.INSTANCE);
    PCollection<Evidence> duplicates =
        in.get(VERDICTS)
            .apply("Duplicates", ParDo.of(new DuplicatesFn()))
            .setCoder(EvidenceCoder.INSTANCE);
    PCollection<Evidence> told =
        in.get(HISTORY)
            .apply("EarlierStories", ParDo.of(new EarlierStoriesFn((int) run.date().toEpochDay())))
            .setCoder(EvidenceCoder.INSTANCE);
    return PCollectionList.of(links)
        .and(duplicates)
        .and(told)
        .apply("Evidence", Flatten.pCollections())
        .apply("OneKey", WithKeys.of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), EvidenceCoder.INSTANCE))
        .apply("Gather", GroupByKey.create())
        .apply("Tell", ParDo.of(new TellFn()))
        .setCoder(RecordCoder.of(StoryMark.class));
  }

  private static final class TodayFn extends DoFn<StoryMark, Candidate> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element StoryMark mark, OutputReceiver<Candidate> out) {
      SignatureBytes.read(mark.getId(), mark.getSignature())
          .ifPresent(signature -> out.output(Candidate.today(signature)));
    }
  }

  /** Those of the last fortnight that were published. */
  private static final class EarlierFn extends DoFn<Fingerprint, Candidate> {
    private static final long serialVersionUID = 1;

    private final int day;

    EarlierFn(int day) {
      this.day = day;
    }

    @ProcessElement
    public void process(@Element Fingerprint article, OutputReceiver<Candidate> out) {
      if (isNear(article, day)) {
        SignatureBytes.read(article.getId(), article.getStorySignature())
            .ifPresent(
                signature ->
                    out.output(
                        new Candidate(
                            signature, true, article.getStoryId(), article.getStoryLabel())));
      }
    }
  }

  /** Whether a run of the last fortnight published it; of all of history hardly one is read. */
  private static boolean isNear(Fingerprint article, int day) {
    ByteBuffer signature = article.getStorySignature();
    return article.getKept()
        && signature != null
        && SignatureBytes.firstSeen(signature).stream()
            .anyMatch(seen -> Math.abs(seen - day) <= StorySignature.FORTNIGHT);
  }

  /** One sketch a bundle, part by part. */
  private static final class CountFn extends DoFn<Candidate, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final int counters;
    private transient TermCounts counts;

    CountFn(int counters) {
      this.counters = counters;
    }

    @StartBundle
    public void start() {
      counts = TermCounts.ofSize(counters);
    }

    @ProcessElement
    public void process(@Element Candidate article) {
      counts.add(article.signature());
    }

    @FinishBundle
    public void finish(FinishBundleContext out) {
      for (int part = 0; part < counts.parts(); part++) {
        out.output(
            KV.of(part, counts.part(part)),
            GlobalWindow.INSTANCE.maxTimestamp(),
            GlobalWindow.INSTANCE);
      }
    }
  }

  private static final class SumFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> parts, OutputReceiver<KV<Integer, byte[]>> out) {
      out.output(KV.of(parts.getKey(), TermCounts.sum(parts.getValue())));
    }
  }

  /** Sends an article to the buckets of the names that another article has too. */
  private static final class PostFn extends DoFn<Candidate, KV<Integer, Posted>> {
    private static final long serialVersionUID = 1;

    private final StageMeter stories = StageMeter.of("stories");
    private final int buckets;
    private final int counters;
    private final PCollectionView<Iterable<KV<Integer, byte[]>>> view;
    private transient @Nullable TermCounts counts;

    PostFn(int buckets, int counters, PCollectionView<Iterable<KV<Integer, byte[]>>> view) {
      this.buckets = buckets;
      this.counters = counters;
      this.view = view;
    }

    @StartBundle
    public void start() {
      counts = null;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long start = System.nanoTime();
      if (counts == null) {
        counts = TermCounts.ofSize(counters);
        for (KV<Integer, byte[]> part : context.sideInput(view)) {
          counts.merge(part.getKey(), part.getValue());
        }
      }
      List<KV<Integer, Posted>> posts = new ArrayList<>();
      Posted.of(context.element(), counts)
          .byBucket(buckets)
          .forEach((bucket, posted) -> posts.add(KV.of(bucket, posted)));
      stories.busySince(start);
      posts.forEach(context::output);
    }
  }

  private static final class LinkFn extends DoFn<KV<Integer, Iterable<Posted>>, Evidence> {
    private static final long serialVersionUID = 1;

    private final StageMeter stories = StageMeter.of("stories");
    private final Distribution largest =
        Metrics.distribution(StageMeter.NAMESPACE, "stories:articles-of-one-name");

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Posted>> articles, OutputReceiver<Evidence> out) {
      long start = System.nanoTime();
      Bucket bucket = new Bucket();
      for (Posted article : articles.getValue()) {
        for (int place : article.places()) {
          bucket.add(place, article);
        }
      }
      List<StoryLink> links = new ArrayList<>();
      bucket.link(links::add);
      largest.update(bucket.largest());
      stories.busySince(start);
      links.forEach(link -> out.output(Evidence.of(link)));
    }
  }

  private static final class DuplicatesFn extends DoFn<Verdict, Evidence> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element Verdict verdict, OutputReceiver<Evidence> out) {
      if (verdict.getDuplicateOf() != null) {
        out.output(Evidence.ofDuplicate(verdict.getId()));
      }
    }
  }

  /** Articles that a run of the last fortnight brought into a story, with the first of it. */
  private static final class EarlierStoriesFn extends DoFn<Fingerprint, Evidence> {
    private static final long serialVersionUID = 1;

    private final int day;

    EarlierStoriesFn(int day) {
      this.day = day;
    }

    @ProcessElement
    public void process(@Element Fingerprint article, OutputReceiver<Evidence> out) {
      String story = article.getStoryId();
      if (story == null || !isNear(article, day)) {
        return;
      }
      out.output(Evidence.ofEarlier(story, story, article.getStoryLabel()));
      for (String id : article.getStoryEarlier()) {
        out.output(Evidence.ofEarlier(id, story, article.getStoryLabel()));
      }
    }
  }

  private static final class TellFn extends DoFn<KV<Integer, Iterable<Evidence>>, StoryMark> {
    private static final long serialVersionUID = 1;

    private final StageMeter stories = StageMeter.of("stories");

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<Evidence>> all, OutputReceiver<StoryMark> out) {
      long start = System.nanoTime();
      List<StoryLink> links = new ArrayList<>();
      Set<String> duplicates = new HashSet<>();
      List<Evidence> told = new ArrayList<>();
      for (Evidence evidence : all.getValue()) {
        if (evidence.link() != null) {
          links.add(evidence.link());
        } else if (evidence.story() != null) {
          told.add(evidence);
        } else {
          duplicates.add(evidence.id());
        }
      }
      List<StoryMark> marks = new ArrayList<>();
      for (Stories.Membership article : Stories.of(links, duplicates, told)) {
        marks.add(
            StoryMark.newBuilder()
                .setId(article.id())
                .setStoryId(article.story())
                .setStoryLabel(article.label())
                .setStoryEarlier(article.earlier())
                .build());
      }
      stories.busySince(start);
      marks.forEach(out::output);
    }
  }
}
