package io.winnow.tag.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Why a model gave an article its section: how likely it found each, and what spoke for the first
 * rather than the second. For people; it decides nothing.
 *
 * @param labels the likeliest first
 * @param evidence what spoke for the first label against the second, positive, and what for the
 *     second, negative; the strongest first
 */
public record SectionReasons(List<Prediction> labels, List<Spoken> evidence) {
  public SectionReasons {
    labels = List.copyOf(labels);
    evidence = List.copyOf(evidence);
  }

  /**
   * A word or another feature.
   *
   * @param what the word, host or form; empty for the shape of the text
   * @param where the parts of the article that have it: text, title, lead, shape, site, kind, links
   * @param weight how much it spoke for the first label, together in all its forms
   */
  public record Spoken(String what, Set<String> where, double weight) {}

  /** Sums what features add by what people see in them. */
  static final class Sums {
    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, Set<String>> zones = new TreeMap<>();

    void add(FeatureName name, double weight) {
      weights.merge(name.text(), weight, Double::sum);
      zones
          .computeIfAbsent(name.text(), key -> new TreeSet<>())
          .add(name.group().zone.name().toLowerCase(Locale.ROOT));
    }

    List<Spoken> strongest() {
      List<Spoken> all = new ArrayList<>();
      weights.forEach((text, weight) -> all.add(new Spoken(text, zones.get(text), weight)));
      all.sort(
          Comparator.comparingDouble((Spoken spoken) -> -Math.abs(spoken.weight()))
              .thenComparing(Spoken::what));
      return all;
    }
  }
}
