package io.winnow.explain;

import io.winnow.dedupe.Seniority;
import io.winnow.schema.Fingerprint;

/** Says by which key of the order one of two copies stays. */
final class WhoStays {
  private final Seniority order;

  WhoStays(Seniority order) {
    this.order = order;
  }

  boolean isFirst(Fingerprint a, Fingerprint b) {
    return order.compare(a, b) <= 0;
  }

  /**
   * Why {@code first} comes before {@code second}; they are called by the beginnings of their ids.
   */
  String reason(Fingerprint first, Fingerprint second) {
    String name = Row.brief(first.getId());
    if (first.getRunSequence() != second.getRunSequence()) {
      return name + " was published by an earlier run, and what is published stays";
    }
    for (Seniority.Key key : order.keys()) {
      if (order.compare(key, first, second) != 0) {
        return name + " " + reason(key, first, second);
      }
    }
    return name
        + " comes first by its place in the sources ("
        + first.getSourceUri()
        + "#"
        + first.getSourceOrdinal()
        + "): nothing else tells them apart";
  }

  private static String reason(Seniority.Key key, Fingerprint first, Fingerprint second) {
    return switch (key) {
      case URL -> "has a URL of its own, the other has none";
      case LONGEST ->
          "has the longer text, %s characters against %s"
              .formatted(Words.count(first.getChars()), Words.count(second.getChars()));
      case RICHEST ->
          "has more that is given rather than derived: %d against %d of title, authors, date, URL and site"
              .formatted(first.getMetadata(), second.getMetadata());
      case EARLIEST ->
          second.getPublished() == null
              ? "has a date, the other has none"
              : "is the earlier, " + first.getPublished() + " against " + second.getPublished();
      case SOURCE -> "is of a preferred source, " + first.getSourceUri();
    };
  }
}
