package io.winnow.quality;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.quality.QualityRule.Condition;
import io.winnow.reject.RejectReason;
import io.winnow.text.GatedPattern;
import io.winnow.text.RegexBranches;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads quality rules from YAML; every problem of the file is reported at once. */
final class QualityRulesFile {
  /** Reasons that a rule may give. */
  static final Set<RejectReason> REASONS =
      EnumSet.range(RejectReason.REPETITIVE, RejectReason.LOW_QUALITY);

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
  private static final Pattern NOTICE = Pattern.compile("[a-z][a-z0-9_]{0,30}");
  private static final Pattern BOUND = Pattern.compile("(above|below) (\\d{1,9}(?:\\.\\d{1,6})?)");

  private final YamlFile file;

  QualityRulesFile(String name, String content) {
    this.file = YamlFile.parse(name, content);
  }

  /**
   * The rules.
   *
   * @param builtIn what notices are where the file has none
   */
  QualityRules read(Notices builtIn) {
    YamlMap root = file.root().allow("rules", "notices");
    Notices own = notices(root.map("notices"));
    Notices notices = own.names().isEmpty() ? builtIn : own;
    Set<String> signals = SignalNames.all(notices.names());
    Set<String> names = new HashSet<>();
    List<QualityRule> rules = new ArrayList<>();
    for (YamlMap map : root.maps("rules")) {
      QualityRule rule = rule(map, signals);
      if (rule != null) {
        rules.add(rule);
        if (!names.add(rule.name())) {
          file.problem(map.line(), "rule '" + rule.name() + "' is given twice");
        }
      }
    }
    file.check();
    return new QualityRules(rules, notices);
  }

  private Notices notices(YamlMap map) {
    Map<String, List<Pattern>> notices = new LinkedHashMap<>();
    for (String name : map.keys()) {
      List<YamlMap.Text> wordings = map.texts(name);
      if (!NOTICE.matcher(name).matches()) {
        file.problem(map.line(), "notice '" + name + "' must be named in a-z, 0-9 and _");
      }
      wordings.forEach(this::check);
      String any = wordings.stream().map(YamlMap.Text::value).collect(Collectors.joining("|"));
      try {
        GatedPattern.compile(any, FLAGS);
        notices.put(name, patterns(wordings));
      } catch (IllegalArgumentException e) {
        file.problem(
            wordings.isEmpty() ? map.line() : wordings.get(0).line(),
            "notice '" + name + "' cannot be searched for: " + firstLine(e));
      }
    }
    return new Notices(notices);
  }

  /** Their alternatives, each by itself: of each are other words required. */
  private static List<Pattern> patterns(List<YamlMap.Text> wordings) {
    return wordings.stream()
        .flatMap(wording -> RegexBranches.of(wording.value()).stream())
        .map(branch -> Pattern.compile(branch, FLAGS))
        .toList();
  }

  private void check(YamlMap.Text wording) {
    try {
      Pattern.compile(wording.value(), FLAGS);
    } catch (PatternSyntaxException e) {
      file.problem(wording.line(), "no regular expression: " + e.getDescription());
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private @Nullable QualityRule rule(YamlMap map, Set<String> signals) {
    map.allow("rule", "reason", "when", "lang", "kind", "not_kind", "of");
    YamlMap.Text name = map.required("rule");
    if (!NAME.matcher(name.value()).matches()) {
      file.problem(name.line(), "a rule is named in kebab-case; was: " + name.value());
    }
    RejectReason reason = reason(map.required("reason"));
    List<Condition> conditions = conditions(map.map("when"), signals);
    if (conditions.isEmpty()) {
      file.problem(map.line(), "rule '" + name.value() + "' has no condition under 'when'");
    }
    Boolean page = map.text("of").map(this::page).orElse(null);
    return reason == null || conditions.isEmpty()
        ? null
        : new QualityRule(
            name.value(),
            reason,
            conditions,
            values(map, "lang"),
            values(map, "kind"),
            values(map, "not_kind"),
            page);
  }

  private static Set<String> values(YamlMap map, String key) {
    return map.texts(key).stream().map(YamlMap.Text::value).collect(Collectors.toSet());
  }

  private @Nullable Boolean page(YamlMap.Text text) {
    switch (text.value()) {
      case "pages":
        return true;
      case "texts":
        return false;
      default:
        file.problem(text.line(), "'of' must be pages or texts; was: " + text.value());
        return null;
    }
  }

  private @Nullable RejectReason reason(YamlMap.Text text) {
    for (RejectReason reason : REASONS) {
      if (reason.column().equals(text.value())) {
        return reason;
      }
    }
    if (!text.value().isEmpty()) {
      file.problem(
          text.line(),
          "'"
              + text.value()
              + "' is no reason; allowed: "
              + REASONS.stream().map(RejectReason::column).collect(Collectors.joining(", ")));
    }
    return null;
  }

  private List<Condition> conditions(YamlMap map, Set<String> signals) {
    List<Condition> conditions = new ArrayList<>();
    for (String signal : map.keys()) {
      map.text(signal)
          .ifPresent(
              bound -> {
                Matcher matcher = BOUND.matcher(bound.value());
                if (!signals.contains(signal)) {
                  file.problem(
                      bound.line(),
                      "unknown signal '" + signal + "'; allowed: " + String.join(", ", signals));
                } else if (!matcher.matches()) {
                  file.problem(
                      bound.line(),
                      "'"
                          + signal
                          + "' needs a bound such as 'above 0.3' or 'below 20'; was: "
                          + bound.value());
                } else {
                  conditions.add(
                      new Condition(
                          signal,
                          matcher.group(1).equals("above"),
                          Double.parseDouble(matcher.group(2))));
                }
              });
    }
    return conditions;
  }
}
