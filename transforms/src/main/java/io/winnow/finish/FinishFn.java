package io.winnow.finish;

import io.winnow.learn.LearnBoilerplate;
import io.winnow.prepare.Prepared;
import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of each article of a bucket, and finishes the articles in the order of their
 * ids. They wait encoded, so that no more than one text is in memory as characters.
 */
final class FinishFn extends DoFn<KV<Integer, Iterable<RawUnionValue>>, Outcome> {
  private static final long serialVersionUID = 1;

  private final ArticleFinisher finisher;
  private final ArticleSteps steps;
  private final StageMeter finish = StageMeter.of("finish");

  FinishFn(ArticleFinisher finisher, ArticleSteps steps) {
    this.finisher = finisher;
    this.steps = steps;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<RawUnionValue>> bucket, OutputReceiver<Outcome> out) {
    TreeMap<String, Parts> articles = new TreeMap<>();
    Map<Long, Learned> sites = new HashMap<>();
    for (RawUnionValue value : bucket.getValue()) {
      Part part = Part.at(value.getUnionTag());
      if (part == Part.LEARNED) {
        Learned lines = (Learned) value.getValue();
        sites.put(lines.getSite(), lines);
        continue;
      }
      articles.computeIfAbsent(part.id(value.getValue()), Parts::new).add(part, value.getValue());
    }
    while (!articles.isEmpty()) {
      out.output(outcome(articles.pollFirstEntry().getValue(), sites));
    }
  }

  private Outcome outcome(Parts parts, Map<Long, Learned> sites) {
    long start = System.nanoTime();
    if (parts.reject != null) {
      finish.element(start);
      return Outcome.of(parts.reject);
    }
    Prepared prepared = parts.prepared();
    Draft draft = prepared.draft().record();
    Finished finished =
        finisher.finish(
            draft,
            parts.verdict(),
            learned(draft, sites),
            prepared.keys().record(),
            prepared.signed().record(),
            parts.story);
    finish.element(start);
    if (finished.article() == null) {
      return Outcome.of(finished, null, List.of());
    }
    Article told = steps.told(finished.article());
    return Outcome.of(finished, told, steps.terms(told));
  }

  private static @Nullable Learned learned(Draft draft, Map<Long, Learned> sites) {
    String site = draft.getLearningSite();
    return site == null ? null : sites.get(LearnBoilerplate.site(site));
  }

  /**
   * The parts of one article; a missing or second one is a fault of the pipeline and fails the run.
   */
  private static final class Parts {
    private final String id;
    private @Nullable Prepared prepared;
    private @Nullable Verdict verdict;
    private @Nullable Reject reject;
    private @Nullable StoryMark story;

    Parts(String id) {
      this.id = id;
    }

    void add(Part part, Object record) {
      switch (part) {
        case PREPARED -> prepared = only(prepared, (Prepared) record);
        case VERDICT -> verdict = only(verdict, (Verdict) record);
        case REJECT -> reject = only(reject, (Reject) record);
        case STORY -> story = only(story, (StoryMark) record);
        case LEARNED -> throw new IllegalArgumentException("not about one article");
      }
    }

    Prepared prepared() {
      return present(prepared, Part.PREPARED);
    }

    Verdict verdict() {
      return present(verdict, Part.VERDICT);
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
