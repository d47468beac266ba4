package io.winnow.summarize.llm;

import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notices a model that goes in circles. */
final class Repetition {
  private static final int RUN = 4;
  private static final int LEAST_RUNS = 8;
  private static final double MOST_REPEATED = 0.35;

  private Repetition() {}

  /** A sentence twice, or more than a third of all runs of four words (characters) repeated. */
  static boolean isIn(List<String> sentences) {
    List<String> keys = sentences.stream().map(Folding::key).toList();
    if (new HashSet<>(keys).size() < keys.size()) {
      return true;
    }
    List<String> units = units(String.join(" ", sentences));
    int runs = units.size() - RUN + 1;
    Set<List<String>> distinct = new HashSet<>();
    for (int i = 0; i < runs; i++) {
      distinct.add(units.subList(i, i + RUN));
    }
    return runs >= LEAST_RUNS && distinct.size() < runs * (1 - MOST_REPEATED);
  }

  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    for (String word : Folding.words(text).split(" ")) {
      if (word.codePoints().anyMatch(io.winnow.text.Scripts::isCjk)) {
        word.codePoints().mapToObj(Character::toString).forEach(units::add);
      } else if (!word.isEmpty()) {
        units.add(word);
      }
    }
    return units;
  }
}
