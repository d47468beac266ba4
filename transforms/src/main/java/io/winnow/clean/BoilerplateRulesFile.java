package io.winnow.clean;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.text.AnyOf;
import io.winnow.text.Sieve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads boilerplate rules from YAML. Everything wrong with a file is reported at once, by line. */
final class BoilerplateRulesFile {
  private static final int DEFAULT_MAX_CHARS = 400;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final YamlFile file;

  /** The patterns of all rules. */
  private final List<Pattern> sifted = new ArrayList<>();

  /**
   * A file.
   *
   * @param name what problems call it
   */
  BoilerplateRulesFile(String name, String content) {
    this.file = YamlFile.parse(name, content);
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException with every problem, one a line as {@code file:line: problem}
   */
  BoilerplateRules read() {
    YamlMap root = file.root().allow("rules", "sponsors");
    List<BoilerplateRule> rules = root.maps("rules").stream().map(this::rule).toList();
    SponsorCues sponsors = sponsors(root.map("sponsors"));
    file.check();
    return new BoilerplateRules(rules, Sieve.of(sifted), sponsors);
  }

  private BoilerplateRule rule(YamlMap map) {
    map.allow("rule", "where", "extent", "match", "unless", "lead_in", "frame", "max_chars");
    String rule = map.text("rule").map(YamlMap.Text::value).orElse("");
    if (!rule.matches("[a-z][a-z0-9-]{0,40}")) {
      file.problem(map.line(), "a rule needs a name under 'rule', in kebab-case");
    }
    List<Pattern> match = patterns(map, "match");
    if (match.isEmpty()) {
      file.problem(map.line(), "rule '" + rule + "' has no pattern under 'match'");
    }
    return new BoilerplateRule(
        rule,
        choice(map, "where", BoilerplateRule.Where.ANYWHERE),
        choice(map, "extent", BoilerplateRule.Extent.SENTENCE),
        AnyOf.of(match, sifted),
        AnyOf.of(patterns(map, "unless"), sifted),
        AnyOf.of(patterns(map, "lead_in"), sifted),
        number(map, "frame", 0, 0, 20),
        number(map, "max_chars", DEFAULT_MAX_CHARS, 1, 20_000));
  }

  private SponsorCues sponsors(YamlMap map) {
    map.allow("invite", "paid", "open");
    return new SponsorCues(patterns(map, "invite"), patterns(map, "paid"), patterns(map, "open"));
  }

  private List<Pattern> patterns(YamlMap map, String key) {
    List<Pattern> patterns = new ArrayList<>();
    for (YamlMap.Text text : map.verbatim(key)) {
      try {
        patterns.add(Pattern.compile(text.value(), FLAGS));
      } catch (PatternSyntaxException e) {
        file.problem(text.line(), "no regular expression: " + e.getDescription());
      }
    }
    return patterns;
  }

  private <E extends Enum<E>> E choice(YamlMap map, String key, E otherwise) {
    YamlMap.Text text = map.text(key).orElse(null);
    if (text == null) {
      return otherwise;
    }
    E[] constants = otherwise.getDeclaringClass().getEnumConstants();
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text.value())) {
        return constant;
      }
    }
    String allowed =
        Arrays.stream(constants)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    file.problem(text.line(), "'" + text.value() + "' is none of: " + allowed);
    return otherwise;
  }

  private int number(YamlMap map, String key, int otherwise, int min, int max) {
    YamlMap.Text text = map.text(key).orElse(null);
    if (text == null) {
      return otherwise;
    }
    String value = text.value();
    if (value.matches("\\d{1,6}")
        && Integer.parseInt(value) >= min
        && Integer.parseInt(value) <= max) {
      return Integer.parseInt(value);
    }
    file.problem(text.line(), "must be a number from " + min + " to " + max + ", was: " + value);
    return otherwise;
  }
}
