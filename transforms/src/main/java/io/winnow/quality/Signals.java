package io.winnow.quality;

import io.winnow.schema.Signal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one text, by name. A signal that is 0 is left out of the rows; a signal that
 * could not be measured, as those of pages for a text, is absent.
 */
public final class Signals {
  private static final double DIGITS = 1e6;

  private final SortedMap<String, Double> values = new TreeMap<>();

  Signals() {}

  void put(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is no number: " + value);
    }
    values.put(name, Math.rint(value * DIGITS) / DIGITS);
  }

  /** Puts {@code part / whole}; 0 of nothing. */
  void putShare(String name, double part, double whole) {
    put(name, whole <= 0 ? 0 : part / whole);
  }

  /** The names of what was measured. */
  Set<String> names() {
    return values.keySet();
  }

  /** The value of a signal, rounded to 1e-6; empty where it was not measured. */
  public Optional<Double> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Nullable Double measured(String name) {
    return values.get(name);
  }

  /** The rows of the column {@code quality}, by name; signals that are 0 are left out. */
  public List<Signal> rows() {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> new Signal(entry.getKey(), entry.getValue()))
        .toList();
  }
}
