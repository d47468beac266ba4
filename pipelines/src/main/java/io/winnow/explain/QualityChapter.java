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
  private static final int MOST_RULES = 6;
  private static final int MOST_SIGNALS = 12;

  private final Runs runs;
  private final GivenFiles files;

  QualityChapter(Runs runs, GivenFiles files) {
    this.runs = runs;
    this.files = files;
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
      return;
    }
    GivenFiles.Known<QualityRules> rules =
        choice.isEmpty() || choice.equals("default")
            ? new GivenFiles.Known<>(QualityRules.defaults(), "")
            : GivenFiles.of(runs, row.run(), "quality", files.quality());
    if (rules.value() == null) {
      telling.say("rules", rules.missing());
    } else {
      rules(rules.value(), row, signals, telling);
    }
  }

  private static void rules(
      QualityRules rules, Row row, Map<String, Double> signals, Telling telling)
      throws IOException {
    List<Judged> nearest =
        rules.rules().stream()
            .filter(rule -> isFor(rule, row, signals))
            .map(rule -> new Judged(rule, signals))
            .filter(Judged::isNear)
            .sorted(
                Comparator.comparingInt(Judged::open)
                    .thenComparingDouble(judged -> judged.distance(judged.spared()))
                    .thenComparing(judged -> judged.rule().name()))
            .limit(MOST_RULES)
            .toList();
    if (nearest.isEmpty()) {
      telling.say("rules", "No rule that stops texts of its kind was near.");
      return;
    }
    telling.say(
        "rules",
        "None of "
            + Words.count(rules.rules().size(), "rule")
            + " stopped it. A rule needs all its conditions; these came nearest, each with what spared the text."
            + " --quality=FILE with other thresholds changes that (docs/quality.md):");
    telling.table(
        "nearest_rules",
        List.of("rule", "stops as", "holds", "spared by", "measured"),
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

    int open() {
      return (int) rule.conditions().stream().filter(condition -> !holds(condition)).count();
    }

    /** Whether something that was measured speaks for it, and something against it. */
    boolean isNear() {
      return open() > 0
          && rule.conditions().stream()
              .anyMatch(
                  condition ->
                      condition.above() && signals.getOrDefault(condition.signal(), 0.0) > 0);
    }

    /** The condition that is farthest from holding. */
    QualityRule.Condition spared() {
      return rule.conditions().stream()
          .max(Comparator.comparingDouble(this::distance))
          .orElseThrow();
    }

    /** How far a condition is from holding, as a share; 0 where it holds. */
    double distance(QualityRule.Condition condition) {
      double value = signals.getOrDefault(condition.signal(), 0.0);
      double larger = Math.max(value, condition.threshold());
      return holds(condition) || larger == 0
          ? 0
          : Math.max(1e-9, Math.abs(value - condition.threshold()) / larger);
    }

    List<JsonNode> row() {
      QualityRule.Condition spared = spared();
      int all = rule.conditions().size();
      return List.of(
          Telling.node(rule.name()),
          Telling.node(rule.reason().column()),
          Telling.node(all - open() + " of " + all),
          Telling.node(
              spared.signal()
                  + (spared.above() ? " not above " : " not below ")
                  + Words.measure(spared.threshold())),
          Telling.node(signals.getOrDefault(spared.signal(), 0.0)));
    }
  }
}
