package io.winnow.quality;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page shows around its article.
 *
 * @param text the beginning of all that it says outside of links, its article or not
 * @param measures numbers by name, without the prefix {@code page_}
 */
public record PageEvidence(String text, SortedMap<String, Double> measures) {
  public PageEvidence {
    measures = new TreeMap<>(measures);
  }

  void putInto(Signals signals) {
    measures.forEach((name, value) -> signals.put("page_" + name, value));
  }
}
