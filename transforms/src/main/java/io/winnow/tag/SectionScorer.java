package io.winnow.tag;

import io.winnow.schema.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Chooses the section of an article: the heading an editor put it under if that names one, else the
 * section its words, tags, form and host speak for.
 */
final class SectionScorer {
  /** A section and how sure it is, 0 to 1. */
  record Choice(String path, double score) {}

  private static final double BY_HEADING = 0.95;
  private static final double TITLE = 2.5;
  private static final double LEAD = 1;
  private static final double BY_KIND = 12;
  private static final double BY_SITE = 14;
  static final double PARENT = 2;
  private static final double TAG = 0.4;

  /** Evidence that a section must have; below it the article fits none. */
  static final double LEAST = 4;

  private static final int NONE = -1;

  private final Vocabulary vocabulary;
  private final List<Section> sections;

  /** By the number of a section: that of the one above; none on the upper level. */
  private final int[] parents;

  /** By the number of a concept: that of the section it speaks for. */
  private final int[] ofConcepts;

  /** Sections by their folded headings, in the order of the file. */
  private final Map<String, List<Integer>> byHeading = new HashMap<>();

  private final boolean[] hasChildren;

  SectionScorer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.sections = vocabulary.taxonomy().sections();
    Map<String, Integer> numbers = new HashMap<>();
    this.parents = new int[sections.size()];
    this.hasChildren = new boolean[sections.size()];
    for (int s = 0; s < parents.length; s++) {
      Section section = sections.get(s);
      numbers.put(section.path(), s);
      parents[s] = numbers.getOrDefault(section.parent(), NONE);
      if (parents[s] != NONE) {
        hasChildren[parents[s]] = true;
      }
      int number = s;
      Stream.concat(Stream.of(section.zh(), section.en()), section.headings().stream())
          .map(SectionScorer::folded)
          .distinct()
          .forEach(key -> byHeading.computeIfAbsent(key, k -> new ArrayList<>()).add(number));
    }
    this.ofConcepts =
        vocabulary.taxonomy().concepts().stream()
            .mapToInt(concept -> numbers.getOrDefault(concept.section(), NONE))
            .toArray();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Choice choose(Article article, Evidence evidence) {
    int placed = byHeading(article.getSourcePath());
    return placed != NONE
        ? new Choice(sections.get(placed).path(), BY_HEADING)
        : byEvidence(article, evidence);
  }

  /** Whether the headings that an article stood under name a section. */
  boolean isByHeading(Article article) {
    return byHeading(article.getSourcePath()) != NONE;
  }

  /** The section that the headings name: the innermost that fits below the one before it. */
  private int byHeading(List<String> headings) {
    int found = NONE;
    for (String heading : headings) {
      for (int named : byHeading.getOrDefault(folded(heading), List.of())) {
        if (found == NONE || parents[named] == found) {
          found = named;
          break;
        }
      }
    }
    return found == NONE || hasChildren[found] ? NONE : found;
  }

  private static String folded(String heading) {
    return FoldedText.of(heading.strip()).toString();
  }

  private Choice byEvidence(Article article, Evidence evidence) {
    double[] own = own(article, evidence);
    int best = NONE;
    double bestScore = 0;
    double second = 0;
    for (int s = 0; s < own.length; s++) {
      if (parents[s] == NONE) {
        continue;
      }
      double score = own[s] + PARENT * own[parents[s]];
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = s;
      } else {
        second = Math.max(second, score);
      }
    }
    if (best == NONE || bestScore < LEAST) {
      return new Choice(Taxonomy.OTHER, 0);
    }
    return new Choice(
        sections.get(best).path(), Scores.round(bestScore / (bestScore + second + LEAST)));
  }

  /** What speaks for each section itself, without the one above it. */
  private double[] own(Article article, Evidence evidence) {
    double[] own = new double[parents.length];
    evidence.terms((term, count) -> own[vocabulary.terms().get(term).section()] += weight(count));
    for (int s = 0; s < own.length; s++) {
      own[s] += byKind(article, s);
      own[s] += bySite(article, s);
    }
    evidence.concepts(
        (concept, count) -> {
          if (ofConcepts[concept] != NONE) {
            own[ofConcepts[concept]] += TAG * weight(count);
          }
        });
    return own;
  }

  private double byKind(Article article, int section) {
    return sections.get(section).kinds().contains(article.getKind()) ? BY_KIND : 0;
  }

  private double bySite(Article article, int section) {
    String site = article.getSite();
    return site != null && sections.get(section).sites().contains(site) ? BY_SITE : 0;
  }

  /** Points of each section of the lower level that has some, the most first. */
  List<Rated> rated(Article article, Evidence evidence) {
    double[] own = own(article, evidence);
    List<Rated> rated = new ArrayList<>();
    for (int s = 0; s < own.length; s++) {
      if (parents[s] != NONE && own[s] + own[parents[s]] > 0) {
        rated.add(
            new Rated(
                sections.get(s).path(),
                own[s] + PARENT * own[parents[s]],
                byKind(article, s) + PARENT * byKind(article, parents[s]),
                bySite(article, s) + PARENT * bySite(article, parents[s])));
      }
    }
    rated.sort(Comparator.comparingDouble(Rated::points).reversed());
    return rated;
  }

  /**
   * A section and what speaks for it.
   *
   * @param points with twice those of the section above it
   * @param byKind those that the form of the text brings
   * @param bySite those that its host brings
   */
  record Rated(String path, double points, double byKind, double bySite) {}

  /** What a mention of a tag brings the section that it speaks for. */
  static double ofTag(Evidence.Count count) {
    return TAG * weight(count);
  }

  /** What mentions of a term bring its section. */
  static double weight(Evidence.Count count) {
    return (count.title > 0 ? TITLE : 0)
        + (count.lead > 0 ? LEAD : 0)
        + Math.log(1 + count.all) / Math.log(2);
  }
}
