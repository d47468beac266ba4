package io.winnow.quality;

import io.winnow.quality.QualityRule.Condition;
import io.winnow.schema.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges texts again by other rules, from what is stored of them, without the texts.
 *
 * <p>Where all signals of a text are stored and known, the answer is that of {@link Quality#judge}.
 * A rule that asks for what is not known is never taken to be false: then the answer is {@link
 * Side#UNKNOWN}, unless another rule stops the text for certain.
 */
public final class Rejudge {
  private final List<QualityRule> rules;
  private final @Nullable QualityRules before;
  private final Set<String> ofShort;
  private final Set<String> unknown;

  /** On which side of the rules a text is. */
  public enum Side {
    /** No rule stops it. */
    KEPT,
    /** A rule stops it. */
    STOPPED,
    /** It depends on what is not stored. */
    UNKNOWN
  }

  /**
   * The answer for one text.
   *
   * @param rule that stops it for certain; of several the first. Else null
   * @param measured value of the rule's first signal; null where there is no rule
   */
  public record Verdict(Side side, @Nullable QualityRule rule, @Nullable Double measured) {
    static final Verdict KEPT = new Verdict(Side.KEPT, null, null);
    static final Verdict UNKNOWN = new Verdict(Side.UNKNOWN, null, null);
  }

  /**
   * @param rules by which to judge
   * @param before by which the texts were measured and judged; null where nobody knows
   */
  public Rejudge(QualityRules rules, @Nullable QualityRules before) {
    this.rules = rules.rules();
    this.before = before;
    this.ofShort = SignalNames.ofShort(rules.notices().names());
    this.unknown =
        SignalNames.ofNotices(rules.notices().unlike(before == null ? null : before.notices()));
  }

  /**
   * Judges a text of which all signals are stored, those that are 0 left out; unknown of one of
   * which none is.
   *
   * @param lang code of its language
   * @param kind form of it
   */
  public Verdict of(List<Signal> stored, String lang, String kind) {
    if (stored.isEmpty()) {
      return rules.isEmpty() ? Verdict.KEPT : Verdict.UNKNOWN;
    }
    Map<String, Double> values = new HashMap<>();
    stored.forEach(signal -> values.put(signal.getSignal(), signal.getValue()));
    boolean isPage = values.keySet().stream().anyMatch(SignalNames::isOfPages);
    boolean isShort = values.getOrDefault("words", 0.0) <= Notices.MAX_WORDS;
    Subject subject = new Subject(lang, kind, isPage);
    boolean doubtful = false;
    for (QualityRule rule : rules) {
      if (!rule.isFor(subject)) {
        continue;
      }
      Optional<Boolean> stops = stops(rule, values, isPage, isShort);
      if (stops.isEmpty()) {
        doubtful = true;
      } else if (stops.get()) {
        Double measured = values.getOrDefault(rule.conditions().get(0).signal(), 0.0);
        return new Verdict(Side.STOPPED, rule, measured);
      }
    }
    return doubtful ? Verdict.UNKNOWN : Verdict.KEPT;
  }

  /**
   * Judges a reject of which no more is stored than the rule that stopped it: its first signal has
   * a value, the others are known to be within their bounds. What other rules would say is unknown.
   *
   * @param detail the column of that name, which tells the rule
   */
  public Verdict ofDecided(@Nullable String detail, @Nullable Double measured) {
    if (rules.isEmpty()) {
      return Verdict.KEPT;
    }
    Optional<DecidedRule> decided = DecidedRule.parse(detail, measured);
    for (QualityRule rule : rules) {
      if (decided.isPresent()
          && decided.get().implies(rule)
          && isScopeKept(rule)
          && rule.conditions().stream().noneMatch(each -> unknown.contains(each.signal()))) {
        return new Verdict(Side.STOPPED, rule, decided.get().measured());
      }
    }
    return Verdict.UNKNOWN;
  }

  /** Whether the rule is for all texts that the one of its name was for. */
  private boolean isScopeKept(QualityRule rule) {
    return rule.isForAll()
        || before != null
            && before.rules().stream()
                .anyMatch(old -> old.name().equals(rule.name()) && rule.isForSame(old));
  }

  /** Whether all conditions hold; empty where that is not known. */
  private Optional<Boolean> stops(
      QualityRule rule, Map<String, Double> values, boolean isPage, boolean isShort) {
    boolean known = true;
    for (Condition condition : rule.conditions()) {
      String signal = condition.signal();
      if (unknown.contains(signal)) {
        known = false;
      } else if (!holds(condition, values, isMeasured(signal, isPage, isShort))) {
        return Optional.of(false);
      }
    }
    return known ? Optional.of(true) : Optional.empty();
  }

  private static boolean holds(
      Condition condition, Map<String, Double> values, boolean isMeasured) {
    Double value = values.get(condition.signal());
    return value != null ? condition.holds(value) : isMeasured && condition.holds(0);
  }

  private boolean isMeasured(String signal, boolean isPage, boolean isShort) {
    return (isPage || !SignalNames.isOfPages(signal)) && (isShort || !ofShort.contains(signal));
  }
}
