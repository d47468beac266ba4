package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.quality.QualityRule;
import io.winnow.quality.QualityRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an article measured against the thresholds that would have stopped it. */
final class QualityChapter {
  private static final int MOST_RULES = 8;
  private static final int MOST_SIGNALS = 12;

  private final Runs runs;

  QualityChapter(Runs runs) {
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException {
    telling.section("quality", "How it was judged");
    Map<String, Double> signals = new LinkedHashMap<>();
    row.structs("quality")
        .forEach(signal -> signals.put(signal.text("signal"), signal.decimal("value")));
    telling.fact("signals", "signals", row.value("quality"), shown(signals));
    String choice = runs.option(row.run(), "quality");
    if (choice.equals("none")) {
      telling.say("rules", "The run had --quality=none: nothing was judged by them.");
    } else if (!choice.isEmpty() && !choice.equals("default")) {
      telling.say(
          "rules",
          "It was judged by the rules of " + choice + ", which are not part of the output.");
    } else {
      rules(row, signals, telling);
    }
  }

  private static void rules(Row row, Map<String, Double> signals, Telling telling)
      throws IOException {
    List<Judged> nearest =
        QualityRules.defaults().rules().stream()
            .filter(rule -> isFor(rule, row, signals))
            .filter(rule -> signals.getOrDefault(rule.conditions().get(0).signal(), 0.0) > 0)
            .map(rule -> new Judged(rule, signals))
            .sorted(
                Comparator.comparingDouble(Judged::distance)
                    .thenComparing(judged -> judged.rule().name()))
            .limit(MOST_RULES)
            .toList();
    if (nearest.isEmpty()) {
      telling.say("rules", "No signal of a rule that stops texts of its kind is above 0.");
      return;
    }
    telling.say(
        "rules",
        "No rule stopped it. Signals against the thresholds of this version, the nearest first:");
    telling.table(
        "nearest_rules",
        List.of("signal", "measured", "stops where", "rule", "further conditions"),
        nearest.stream().map(Judged::row).toList());
  }

  private static boolean isFor(QualityRule rule, Row row, Map<String, Double> signals) {
    boolean page = signals.keySet().stream().anyMatch(name -> name.startsWith("page_"));
    return (rule.page() == null || rule.page() == page)
        && (rule.langs().isEmpty() || rule.langs().contains(row.text("lang")))
        && (rule.kinds().isEmpty() || rule.kinds().contains(row.text("kind")))
        && !rule.otherKinds().contains(row.text("kind"));
  }

  private static String shown(Map<String, Double> signals) {
    List<String> all = new ArrayList<>();
    signals.entrySet().stream()
        .limit(MOST_SIGNALS)
        .forEach(signal -> all.add(signal.getKey() + " " + Words.measure(signal.getValue())));
    int more = signals.size() - all.size();
    return Words.joined(all)
        + (more > 0 ? ", and " + more + " more (--format=json has all)" : "")
        + (all.isEmpty() ? "none above 0" : "");
  }

  /** A rule and the signals of a text; one that is not stored is 0. */
  private record Judged(QualityRule rule, Map<String, Double> signals) {
    boolean holds(QualityRule.Condition condition) {
      double value = signals.getOrDefault(condition.signal(), 0.0);
      return condition.above() ? value > condition.threshold() : value < condition.threshold();
    }

    /** How far the first condition is from holding, as a share; 0 where it holds. */
    double distance() {
      QualityRule.Condition first = rule.conditions().get(0);
      double value = signals.getOrDefault(first.signal(), 0.0);
      double larger = Math.max(value, first.threshold());
      return holds(first) || larger == 0 ? 0 : Math.abs(value - first.threshold()) / larger;
    }

    List<JsonNode> row() {
      QualityRule.Condition first = rule.conditions().get(0);
      List<QualityRule.Condition> further = rule.conditions().subList(1, rule.conditions().size());
      return List.of(
          Telling.node(first.signal()),
          Telling.node(signals.getOrDefault(first.signal(), 0.0)),
          Telling.node((first.above() ? "above " : "below ") + Words.measure(first.threshold())),
          Telling.node(rule.name()),
          Telling.node(
              further.isEmpty()
                  ? ""
                  : further.stream().filter(this::holds).count()
                      + " of "
                      + further.size()
                      + " hold"));
    }
  }
}
