package io.winnow.tag;

import io.winnow.schema.Article;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private static final double PARENT = 2;
  private static final double TAG = 0.4;

  /** Evidence that a section must have; below it the article fits none. */
  private static final double LEAST = 4;

  private final Taxonomy taxonomy;

  SectionScorer(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  Choice choose(Article article, Evidence evidence) {
    Section placed = byHeading(article.getSourcePath());
    return placed != null ? new Choice(placed.path(), BY_HEADING) : byEvidence(article, evidence);
  }

  /** The section that the headings name: the innermost that fits below the one before it. */
  private @Nullable Section byHeading(List<String> headings) {
    Section found = null;
    for (String heading : headings) {
      Section named = named(heading, found);
      found = named == null ? found : named;
    }
    return found == null || (found.parent() == null && hasChildren(found)) ? null : found;
  }

  private @Nullable Section named(String heading, @Nullable Section above) {
    String key = FoldedText.of(heading.strip()).toString();
    for (Section section : taxonomy.sections()) {
      boolean below = above == null || above.path().equals(section.parent());
      if (below && names(section).anyMatch(name -> FoldedText.of(name).toString().equals(key))) {
        return section;
      }
    }
    return null;
  }

  private static Stream<String> names(Section section) {
    return Stream.concat(Stream.of(section.zh(), section.en()), section.headings().stream());
  }

  private boolean hasChildren(Section section) {
    return taxonomy.sections().stream().anyMatch(child -> section.path().equals(child.parent()));
  }

  private Choice byEvidence(Article article, Evidence evidence) {
    double[] own = new double[taxonomy.sections().size()];
    for (int s = 0; s < own.length; s++) {
      Section section = taxonomy.sections().get(s);
      own[s] = ofTerms(evidence.terms().getOrDefault(s, Map.of()));
      if (section.kinds().contains(article.getKind())) {
        own[s] += BY_KIND;
      }
      if (article.getSite() != null && section.sites().contains(article.getSite())) {
        own[s] += BY_SITE;
      }
    }
    evidence
        .concepts()
        .forEach(
            (c, count) -> {
              int s = indexOf(taxonomy.concepts().get(c).section());
              if (s >= 0) {
                own[s] += TAG * weight(count);
              }
            });
    int best = -1;
    double bestScore = 0;
    double second = 0;
    for (int s = 0; s < own.length; s++) {
      Section section = taxonomy.sections().get(s);
      if (section.parent() == null) {
        continue;
      }
      double score = own[s] + PARENT * own[indexOf(section.parent())];
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = s;
      } else {
        second = Math.max(second, score);
      }
    }
    if (best < 0 || bestScore < LEAST) {
      return new Choice(Taxonomy.OTHER, 0);
    }
    return new Choice(
        taxonomy.sections().get(best).path(),
        Scores.round(bestScore / (bestScore + second + LEAST)));
  }

  private int indexOf(@Nullable String path) {
    for (int s = 0; s < taxonomy.sections().size(); s++) {
      if (taxonomy.sections().get(s).path().equals(path)) {
        return s;
      }
    }
    return -1;
  }

  private static double ofTerms(Map<Integer, Evidence.Count> counts) {
    double sum = 0;
    for (Evidence.Count count : counts.values()) {
      sum += weight(count);
    }
    return sum;
  }

  private static double weight(Evidence.Count count) {
    return (count.title > 0 ? TITLE : 0)
        + (count.lead > 0 ? LEAD : 0)
        + Math.log(1 + count.all) / Math.log(2);
  }
}
