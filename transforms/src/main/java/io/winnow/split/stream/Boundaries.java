package io.winnow.split.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * Finds the boundaries of a stream, in two rounds: by what can be seen at each gap, then once more
 * with the templates that the first round's likely boundaries teach.
 */
public final class Boundaries {
  private static final LineCues CUES = LineCues.defaults();
  private static final BoundaryModel MODEL = BoundaryModel.defaults();
  private static final int MAX_REASONS = 6;
  private static final int WINDOW_LINES = 40_000;
  private static final long WINDOW_CHARACTERS = 8_000_000;

  /** Log-odds that a title apart from a text without its words is not its title. */
  private static final double FOREIGN_TITLE = 2;

  private final Stream stream;
  private final Features features;

  private Boundaries(Stream stream) {
    this.stream = stream;
    this.features = new Features(stream, CUES);
  }

  /**
   * The boundaries inside a text, in order; empty where it is one text. A text of more than {@value
   * #WINDOW_LINES} lines is gone through in windows, each of which begins where the last sure
   * boundary of the one before lies.
   *
   * @param line gives a line, blank or not, by its number
   * @param first number of the first line
   * @param last number of the last line
   */
  public static List<Boundary> find(IntFunction<String> line, int first, int last) {
    List<Boundary> all = new ArrayList<>();
    int from = first;
    while (from <= last) {
      int to = windowEnd(line, from, last);
      boolean end = to > last;
      Stream stream = new Stream(line, from, to);
      // What lies close to the end of a window is looked at again in the next one.
      int sure = end ? to : to - (to - from) / 4;
      int next = end ? to : sure;
      if (stream.size() >= 2) {
        for (Boundary boundary : new Boundaries(stream).find()) {
          if (boundary.line() < sure) {
            all.add(boundary);
            next = end ? to : Math.max(from + (to - from) / 4, boundary.line());
          }
        }
      }
      from = next;
    }
    return all;
  }

  private static int windowEnd(IntFunction<String> line, int from, int last) {
    long letters = 0;
    int to = from;
    while (to <= last && to - from < WINDOW_LINES && letters < WINDOW_CHARACTERS) {
      letters += line.apply(to).length();
      to++;
    }
    return to;
  }

  private List<Boundary> find() {
    double[] likely = new double[stream.size()];
    double[] logOdds = new double[stream.size()];
    for (int i = 1; i < likely.length; i++) {
      int gap = i;
      features.at(
          i,
          (name, value) -> {
            likely[gap] += MODEL.first().getOrDefault(name, 0.0) * value;
            logOdds[gap] += MODEL.second().getOrDefault(name, 0.0) * value;
          });
      likely[i] = BoundaryModel.probability(likely[i]);
    }
    Templates templates = Templates.of(stream, features.keys(), likely);
    for (int i = 1; i < likely.length; i++) {
      int gap = i;
      features.at(
          i,
          templates,
          (name, value) -> logOdds[gap] += MODEL.second().getOrDefault(name, 0.0) * value);
    }
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

  private List<Boundary.Reason> reasons(int gap, Templates templates) {
    List<Boundary.Reason> reasons = new ArrayList<>();
    BiConsumer<String, Double> add =
        (name, value) -> {
          double weight = MODEL.second().getOrDefault(name, 0.0) * value;
          if (weight > 0) {
            reasons.add(new Boundary.Reason(name, weight));
          }
        };
    features.at(gap, add);
    features.at(gap, templates, add);
    reasons.sort(Comparator.comparingDouble(Boundary.Reason::weight).reversed());
    return reasons.subList(0, Math.min(MAX_REASONS, reasons.size()));
  }
}
