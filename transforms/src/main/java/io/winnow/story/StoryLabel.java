package io.winnow.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names a story as its articles do: {@code OpenClaw / Moltbot}. */
final class StoryLabel {
  private static final int MAX_NAMES = 2;
  private static final int MAX_CHARS = 60;

  private static final class Tally {
    final Map<String, Integer> surfaces = new TreeMap<>();
    final String key;
    int articles;
    int strength;

    Tally(String key) {
      this.key = key;
    }

    String surface() {
      return surfaces.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .orElseThrow()
          .getKey();
    }
  }

  private StoryLabel() {}

  /** The name that most of the articles are about, and one more where it has another name. */
  static String of(List<StorySignature> articles, Map<String, Set<String>> aliases) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (StorySignature article : articles) {
      for (Subject subject : article.subjects()) {
        Tally tally = tallies.computeIfAbsent(subject.key(), Tally::new);
        tally.articles++;
        tally.strength += subject.strength();
        tally.surfaces.merge(subject.surface(), 1, Integer::sum);
      }
    }
    List<Tally> ranked = new ArrayList<>(tallies.values());
    ranked.sort(
        Comparator.comparingInt((Tally tally) -> tally.strength)
            .thenComparingInt(tally -> tally.key.length())
            .reversed()
            .thenComparing(tally -> tally.key));
    Tally first = ranked.get(0);
    StringBuilder label = new StringBuilder(first.surface());
    int names = 1;
    for (Tally tally : ranked.subList(1, ranked.size())) {
      boolean other = aliases.getOrDefault(first.key, Set.of()).contains(tally.key);
      boolean apart = !tally.key.contains(first.key) && !first.key.contains(tally.key);
      if (other
          && apart
          && names < MAX_NAMES
          && label.length() + tally.surface().length() < MAX_CHARS) {
        label.append(" / ").append(tally.surface());
        names++;
      }
    }
    return label.toString();
  }
}
