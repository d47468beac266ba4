package io.winnow.finish;

import io.winnow.learn.LearnBoilerplate;
import io.winnow.run.StageMeter;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of each article of a bucket, and finishes the articles in the order of their
 * ids.
 */
final class FinishFn extends DoFn<KV<Integer, Iterable<RawUnionValue>>, io.winnow.schema.Article> {
  private static final long serialVersionUID = 1;

  private final ArticleFinisher finisher;
  private final StageMeter finish = StageMeter.of("finish");

  FinishFn(ArticleFinisher finisher) {
    this.finisher = finisher;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<RawUnionValue>> bucket, MultiOutputReceiver out) {
    Map<String, Parts> articles = new TreeMap<>();
    Map<Long, Learned> sites = new HashMap<>();
    for (RawUnionValue value : bucket.getValue()) {
      Part part = Part.values()[value.getUnionTag()];
      if (part == Part.LEARNED) {
        Learned lines = (Learned) value.getValue();
        sites.put(lines.getSite(), lines);
        continue;
      }
      articles.computeIfAbsent(part.id(value.getValue()), Parts::new).add(part, value.getValue());
    }
    for (Parts parts : articles.values()) {
      long start = System.nanoTime();
      if (parts.reject != null) {
        out.get(FinishArticles.REJECTS).output(parts.reject);
      } else {
        Learned learned = learned(parts.draft(), sites);
        emit(
            finisher.finish(
                parts.draft(), parts.verdict(), learned, parts.keys(), parts.signed, parts.story),
            out);
      }
      finish.element(start);
    }
  }

  private static @Nullable Learned learned(Draft draft, Map<Long, Learned> sites) {
    String site = draft.getLearningSite();
    return site == null ? null : sites.get(LearnBoilerplate.site(site));
  }

  private static void emit(Finished finished, MultiOutputReceiver out) {
    if (finished.article() != null) {
      out.get(FinishArticles.ARTICLES).output(finished.article());
    }
    if (finished.duplicate() != null) {
      out.get(FinishArticles.DUPLICATES).output(finished.duplicate());
    }
    out.get(FinishArticles.FINGERPRINTS).output(finished.fingerprint());
    finished.boilerplate().forEach(out.get(FinishArticles.BOILERPLATE)::output);
  }

  /**
   * The parts of one article; a missing or second one is a fault of the pipeline and fails the run.
   */
  private static final class Parts {
    private final String id;
    private @Nullable Draft draft;
    private @Nullable Verdict verdict;
    private @Nullable Fingerprint keys;
    private @Nullable Reject reject;
    private @Nullable StoryMark signed;
    private @Nullable StoryMark story;

    Parts(String id) {
      this.id = id;
    }

    void add(Part part, Object record) {
      switch (part) {
        case DRAFT -> draft = only(draft, (Draft) record);
        case VERDICT -> verdict = only(verdict, (Verdict) record);
        case KEYS -> keys = only(keys, (Fingerprint) record);
        case REJECT -> reject = only(reject, (Reject) record);
        case SIGNED -> signed = only(signed, (StoryMark) record);
        case STORY -> story = only(story, (StoryMark) record);
        case LEARNED -> throw new IllegalArgumentException("not about one article");
      }
    }

    Draft draft() {
      return present(draft, Part.DRAFT);
    }

    Verdict verdict() {
      return present(verdict, Part.VERDICT);
    }

    Fingerprint keys() {
      return present(keys, Part.KEYS);
    }

    private <T> T only(@Nullable T before, T now) {
      if (before != null) {
        throw new IllegalStateException(
            "piece " + id + " came twice as " + now.getClass().getSimpleName());
      }
      return now;
    }

    private <T> T present(@Nullable T record, Part part) {
      if (record == null) {
        throw new IllegalStateException("piece " + id + " has no part " + part);
      }
      return record;
    }
  }
}
