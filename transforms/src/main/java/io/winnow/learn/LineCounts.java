package io.winnow.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts in how many distinct articles each line of each site was seen. */
final class LineCounts {
  private static final Comparator<Sighting> BY_LINE =
      Comparator.comparingLong(Sighting::site)
          .thenComparingLong(Sighting::line)
          .thenComparingLong(Sighting::content)
          .thenComparingLong(Sighting::idHigh)
          .thenComparingLong(Sighting::idLow);

  private LineCounts() {}

  /**
   * The sightings of lines that at least {@code min} distinct articles of a site have, each with
   * that number; in the order of site, line, content and id.
   */
  static List<Sighting> recurring(Iterable<Sighting> sightings, int min) {
    List<Sighting> sorted = new ArrayList<>();
    sightings.forEach(sorted::add);
    sorted.sort(BY_LINE);
    List<Sighting> recurring = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sameLine(sorted.get(from), sorted.get(to))) {
        to++;
      }
      int distinct = distinctContents(sorted.subList(from, to));
      if (distinct >= min) {
        sorted.subList(from, to).forEach(sighting -> recurring.add(sighting.counted(distinct)));
      }
      from = to;
    }
    return recurring;
  }

  /** Distinct contents among sightings that are sorted by them. */
  static int distinctContents(List<Sighting> sorted) {
    int distinct = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (i == 0 || sorted.get(i).content() != sorted.get(i - 1).content()) {
        distinct++;
      }
    }
    return distinct;
  }

  /** All sightings, in the order that {@link #recurring} uses. */
  static List<Sighting> sorted(Iterable<Sighting> sightings) {
    return recurring(sightings, 0);
  }

  private static boolean sameLine(Sighting a, Sighting b) {
    return a.site() == b.site() && a.line() == b.line();
  }
}
