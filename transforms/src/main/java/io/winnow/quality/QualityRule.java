package io.winnow.quality;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stops a text that every condition describes. The first condition is the one whose signal and
 * threshold the reject names as measured.
 *
 * @param name kebab-case
 * @param reason of the reject
 * @param conditions at least one
 * @param langs languages that it is for; empty for all
 * @param kinds kinds of text that it is for; empty for all
 * @param otherKinds kinds of text that it is not for
 * @param page whether it is for pages only, for other texts only, or null for both
 */
public record QualityRule(
    String name,
    RejectReason reason,
    List<Condition> conditions,
    Set<String> langs,
    Set<String> kinds,
    Set<String> otherKinds,
    @Nullable Boolean page)
    implements Serializable {
  public QualityRule {
    conditions = List.copyOf(conditions);
    langs = Set.copyOf(langs);
    kinds = Set.copyOf(kinds);
    otherKinds = Set.copyOf(otherKinds);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a condition: " + name);
    }
  }

  /**
   * A bound on a signal.
   *
   * @param above whether values above the threshold fulfil it; else those below
   */
  public record Condition(String signal, boolean above, double threshold) implements Serializable {
    boolean holds(Signals signals) {
      Double value = signals.measured(signal);
      return value != null && holds(value);
    }

    boolean holds(double value) {
      return above ? value > threshold : value < threshold;
    }

    /** Whether this holds wherever {@code other} does. */
    boolean follows(Condition other) {
      return signal.equals(other.signal)
          && above == other.above
          && (above ? threshold <= other.threshold : threshold >= other.threshold);
    }

    String says() {
      return signal + (above ? " above " : " below ") + number(threshold);
    }
  }

  boolean applies(Signals signals, Subject subject) {
    return isFor(subject) && allHold(signals);
  }

  boolean isFor(Subject subject) {
    return (page == null || page == subject.isPage())
        && (langs.isEmpty() || langs.contains(subject.lang()))
        && (kinds.isEmpty() || kinds.contains(subject.kind()))
        && !otherKinds.contains(subject.kind());
  }

  boolean isForAll() {
    return page == null && langs.isEmpty() && kinds.isEmpty() && otherKinds.isEmpty();
  }

  boolean isForSame(QualityRule other) {
    return Objects.equals(page, other.page)
        && langs.equals(other.langs)
        && kinds.equals(other.kinds)
        && otherKinds.equals(other.otherKinds);
  }

  private boolean allHold(Signals signals) {
    for (Condition condition : conditions) {
      if (!condition.holds(signals)) {
        return false;
      }
    }
    return true;
  }

  Stop stop(Signals signals) {
    Condition first = conditions.get(0);
    String detail =
        name + ": " + conditions.stream().map(Condition::says).collect(Collectors.joining(", "));
    return Stop.at(reason, detail, signals.value(first.signal()).orElseThrow(), first.threshold());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
