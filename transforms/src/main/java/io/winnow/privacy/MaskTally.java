package io.winnow.privacy;

import java.util.EnumMap;
import java.util.Map;

/** Counts what was masked, by kind. Not safe for use by several threads. */
public final class MaskTally {
  private final Map<PersonalDataKind, Integer> counts = new EnumMap<>(PersonalDataKind.class);

  void add(PersonalDataKind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Kinds of which something was masked, with how often. */
  public Map<PersonalDataKind, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** How often anything was masked. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
