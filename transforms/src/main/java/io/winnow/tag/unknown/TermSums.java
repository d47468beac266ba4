package io.winnow.tag.unknown;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Adds up the terms of the articles that one worker sees, as many terms as it may hold. */
public final class TermSums {
  private static final int MOST = 50_000;

  private final Map<String, UnknownTerm> sums = new HashMap<>();

  /** Adds the terms of an article; hands over all sums when there are too many. */
  public void add(Collection<UnknownTerm> terms, Consumer<UnknownTerm> out) {
    terms.forEach(term -> sums.merge(term.key(), term, UnknownTerm::plus));
    if (sums.size() > MOST) {
      flush(out);
    }
  }

  /** Hands over what is left. */
  public void flush(Consumer<UnknownTerm> out) {
    sums.values().forEach(out);
    sums.clear();
  }
}
