package io.winnow.tag;

import io.winnow.schema.ScoredTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the tags of an article: the concepts that its title and lead name, or that its text names
 * often for its length.
 */
final class TagScorer {
  private static final double TITLE = 3;
  private static final double LEAD = 1.2;
  private static final double REPEATED = 2;

  /** Code points over which one more mention is expected of a tag. */
  private static final double CHARS_A_MENTION = 4000;

  private static final double SATURATION = 4;
  private static final double LEAST = 0.6;

  /**
   * Enough in a note that is over where the lead of an article would be: there is no more to name.
   */
  private static final double LEAST_OF_A_NOTE = 0.5;

  private static final int NOTE_CHARS = 400;

  private TagScorer() {}

  /** At most {@code max} tags, best first, equal ones by id. */
  static List<ScoredTag> tags(Evidence evidence, Taxonomy taxonomy, int chars, int max) {
    List<ScoredTag> tags = new ArrayList<>();
    double least = least(chars);
    evidence.concepts(
        (concept, count) -> {
          double score = Points.of(count, chars).score();
          if (score >= least) {
            tags.add(
                ScoredTag.newBuilder()
                    .setTag(taxonomy.concepts().get(concept).id())
                    .setScore(score)
                    .build());
          }
        });
    tags.sort(
        Comparator.comparingDouble(ScoredTag::getScore)
            .reversed()
            .thenComparing(ScoredTag::getTag));
    return List.copyOf(tags.subList(0, Math.min(max, tags.size())));
  }

  /** Score from which something that is named is a tag, by the length of the text. */
  static double least(int chars) {
    return chars <= NOTE_CHARS ? LEAST_OF_A_NOTE : LEAST;
  }

  /**
   * What speaks for a tag.
   *
   * @param title that the title names it
   * @param lead that the lead does
   * @param often how often the text does, for its length
   */
  record Points(double title, double lead, double often) {
    static Points of(Evidence.Count count, int chars) {
      double often = Math.min(1, count.all / (1 + chars / CHARS_A_MENTION));
      return new Points(
          count.title > 0 ? TITLE : 0,
          count.lead > 0 ? LEAD : 0,
          REPEATED * often * Math.log(1 + count.all) / Math.log(2));
    }

    /** 0 to 1. */
    double score() {
      return Scores.round(1 - Math.exp(-(title + lead + often) / SATURATION));
    }
  }
}
