package io.winnow.page;

import io.winnow.page.RunFacts.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses pairs that show where the threshold lies, in whatever order they come: the nearest to it
 * first, and of texts that were not there yet before more of the same.
 */
final class NearPairs {
  private static final int MAX = 20;
  private static final int CANDIDATES = 200;

  private final Top<Pair> nearest =
      new Top<>(
          CANDIDATES,
          Comparator.<Pair>comparingDouble(pair -> Math.abs(pair.margin()))
              .thenComparing(pair -> pair.one().id())
              .thenComparing(pair -> pair.other().id()));

  void add(Pair pair) {
    nearest.add(pair);
  }

  List<Pair> chosen() {
    List<Pair> chosen = new ArrayList<>();
    List<Pair> repeating = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (Pair pair : nearest.list()) {
      boolean isNew = shown.add(pair.one().id()) & shown.add(pair.other().id());
      (isNew ? chosen : repeating).add(pair);
    }
    chosen.addAll(repeating);
    return chosen.stream().limit(MAX).toList();
  }
}
