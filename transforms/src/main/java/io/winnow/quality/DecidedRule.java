package io.winnow.quality;

import io.winnow.quality.QualityRule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the row of a reject tells of the rule that stopped it.
 *
 * @param conditions all of which held
 * @param measured value of the signal of the first
 */
record DecidedRule(String name, List<Condition> conditions, double measured) {
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+) (above|below) (\\d+(?:\\.\\d+)?(?:E-?\\d+)?)");

  DecidedRule {
    conditions = List.copyOf(conditions);
  }

  /** Reads {@link QualityRule#stop}; empty where the detail is of another kind. */
  static Optional<DecidedRule> parse(@Nullable String detail, @Nullable Double measured) {
    int colon = detail == null ? -1 : detail.indexOf(": ");
    if (colon < 0 || measured == null) {
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    for (String said : detail.substring(colon + 2).split(", ", -1)) {
      Matcher condition = CONDITION.matcher(said);
      if (!condition.matches()) {
        return Optional.empty();
      }
      conditions.add(
          new Condition(
              condition.group(1),
              condition.group(2).equals("above"),
              Double.parseDouble(condition.group(3))));
    }
    return Optional.of(new DecidedRule(detail.substring(0, colon), conditions, measured));
  }

  /** Whether {@code rule} has the same name, and all its conditions hold for certain. */
  boolean implies(QualityRule rule) {
    return rule.name().equals(name) && rule.conditions().stream().allMatch(this::holds);
  }

  private boolean holds(Condition condition) {
    return condition.signal().equals(conditions.get(0).signal())
        ? condition.holds(measured)
        : conditions.stream().anyMatch(condition::follows);
  }
}
