package io.winnow.split;

import io.winnow.split.stream.Boundaries;
import io.winnow.split.stream.Boundary;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a stream of posts glued together with no delimiter, where heads, tails, language, vocabulary
 * and templates change.
 *
 * <p>A title whose post is not there, alone between two posts, is no article.
 */
final class StreamDetector implements Detector {
  /** The highest score: boundaries that are inferred are never as sure as boundaries printed. */
  private static final double CEILING = 0.85;

  /**
   * Log-odds against a text being a stream at all, before it is looked at: most texts are one
   * article, and every gap of them is a chance to be misled.
   */
  private static final double PRIOR_AGAINST = 5;

  private static final int MAX_ORPHAN_LINES = 2;
  private static final int MAX_ORPHAN_LETTERS = 80;

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public double ceiling() {
    return CEILING;
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse()) {
      return Optional.empty();
    }
    List<Boundary> boundaries = Boundaries.find(lines::line, lines.first(), lines.last());
    double logOdds = boundaries.stream().mapToDouble(Boundary::logOdds).sum();
    if (logOdds < PRIOR_AGAINST) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    add(lines, layout, lines.first(), end(lines, boundaries, -1), List.of());
    for (int i = 0; i < boundaries.size(); i++) {
      Boundary boundary = boundaries.get(i);
      List<Cue> cues =
          boundary.reasons().stream().map(r -> new Cue(r.feature(), r.weight())).toList();
      add(lines, layout, boundary.line(), end(lines, boundaries, i), cues);
    }
    double evidence =
        boundaries.stream().mapToDouble(Boundary::probability).average().orElseThrow();
    return Optional.of(layout.build(CEILING * Score.of(1, evidence, boundaries.size() + 1)));
  }

  private static int end(Lines lines, List<Boundary> boundaries, int i) {
    return i + 1 < boundaries.size() ? boundaries.get(i + 1).line() - 1 : lines.last();
  }

  private static void add(Lines lines, LayoutBuilder layout, int from, int to, List<Cue> cues) {
    int first = lines.nextNonBlank(from);
    if (isOrphanTitle(lines, first, to)) {
      layout.notAnArticle(from, to, "orphan-title");
    } else {
      layout.article(from, to, cues, piece -> {});
    }
  }

  private static boolean isOrphanTitle(Lines lines, int from, int to) {
    return lines.count(from, to) <= MAX_ORPHAN_LINES
        && Prose.letters(lines, from, to) <= MAX_ORPHAN_LETTERS
        && !Prose.endsSentence(lines.line(lines.previousNonBlank(to)));
  }
}
