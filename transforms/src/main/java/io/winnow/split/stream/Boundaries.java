package io.winnow.split.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the boundaries of a stream, in two rounds: by what can be seen at each gap, then once more
 * with the templates that the first round's likely boundaries teach.
 */
public final class Boundaries {
  private static final LineCues CUES = LineCues.defaults();
  private static final BoundaryModel MODEL = BoundaryModel.defaults();
  private static final int MAX_REASONS = 6;

  /** Log-odds that a title apart from a text without its words is not its title. */
  private static final double FOREIGN_TITLE = 2;

  private final Stream stream;
  private final Features features;

  private Boundaries(Stream stream) {
    this.stream = stream;
    this.features = new Features(stream, CUES);
  }

  /**
   * The boundaries inside a text, in order; empty where it is one text.
   *
   * @param lines every line, blank ones included
   * @param first number of the first line
   */
  public static List<Boundary> find(List<String> lines, int first) {
    Stream stream = new Stream(lines, first);
    return stream.size() < 2 ? List.of() : new Boundaries(stream).find();
  }

  private List<Boundary> find() {
    double[] likely = logOdds(MODEL.first(), null);
    for (int i = 1; i < likely.length; i++) {
      likely[i] = BoundaryModel.probability(likely[i]);
    }
    Templates templates = Templates.of(stream, likely);
    double[] logOdds = logOdds(MODEL.second(), templates);
    List<Boundary> boundaries = new ArrayList<>();
    for (int gap : Cuts.of(stream, logOdds)) {
      boundaries.add(new Boundary(stream.number(gap), logOdds[gap], reasons(gap, templates)));
      addForeignTitle(gap, boundaries);
    }
    if (!boundaries.isEmpty()) {
      addForeignTitle(0, boundaries);
      boundaries.sort(Comparator.comparingInt(Boundary::line));
    }
    return boundaries;
  }

  /** A title at the head of a text that is not the title of it ends where it stands. */
  private void addForeignTitle(int head, List<Boundary> boundaries) {
    if (features.isForeignTitle(head)) {
      boundaries.add(
          new Boundary(
              stream.number(head + 1),
              FOREIGN_TITLE,
              List.of(new Boundary.Reason("foreign-title", FOREIGN_TITLE))));
    }
  }

  private double[] logOdds(Map<String, Double> weights, @Nullable Templates templates) {
    double[] sums = new double[stream.size()];
    for (int i = 1; i < sums.length; i++) {
      int gap = i;
      features.at(
          i, templates, (name, value) -> sums[gap] += weights.getOrDefault(name, 0.0) * value);
    }
    return sums;
  }

  private List<Boundary.Reason> reasons(int gap, Templates templates) {
    List<Boundary.Reason> reasons = new ArrayList<>();
    features.at(
        gap,
        templates,
        (name, value) -> {
          double weight = MODEL.second().getOrDefault(name, 0.0) * value;
          if (weight > 0) {
            reasons.add(new Boundary.Reason(name, weight));
          }
        });
    reasons.sort(Comparator.comparingDouble(Boundary.Reason::weight).reversed());
    return reasons.subList(0, Math.min(MAX_REASONS, reasons.size()));
  }
}
