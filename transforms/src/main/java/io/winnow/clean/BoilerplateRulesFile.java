package io.winnow.clean;

import io.winnow.text.AnyOf;
import io.winnow.text.Sieve;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads boilerplate rules from YAML. Everything wrong with a file is reported at once, by line. */
final class BoilerplateRulesFile {
  private static final Set<String> RULE_KEYS =
      Set.of("rule", "where", "extent", "match", "unless", "lead_in", "frame", "max_chars");
  private static final Set<String> SPONSOR_KEYS = Set.of("invite", "paid", "open");
  private static final int DEFAULT_MAX_CHARS = 400;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final String name;
  private final List<String> problems = new ArrayList<>();

  /** The patterns of all rules. */
  private final List<Pattern> sifted = new ArrayList<>();

  /** A file; {@code name} is what problems call it. */
  BoilerplateRulesFile(String name) {
    this.name = name;
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException with every problem, one a line as {@code file:line: problem}
   */
  BoilerplateRules read(Reader yaml) {
    List<BoilerplateRule> rules = new ArrayList<>();
    SponsorCues sponsors = new SponsorCues(List.of(), List.of(), List.of());
    Node root = compose(yaml);
    for (NodeTuple entry : entries(root, Set.of("rules", "sponsors"))) {
      if (key(entry).equals("rules")) {
        items(entry.getValueNode()).forEach(node -> rules.add(rule(node)));
      } else {
        sponsors = sponsors(entry.getValueNode());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new BoilerplateRules(rules, Sieve.of(sifted), sponsors);
  }

  private @Nullable Node compose(Reader yaml) {
    try {
      return new Yaml().compose(yaml);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(name + ":" + line + ": no YAML: " + e.getProblem());
      return null;
    }
  }

  private BoilerplateRule rule(Node node) {
    String rule = "";
    BoilerplateRule.Where where = BoilerplateRule.Where.ANYWHERE;
    BoilerplateRule.Extent extent = BoilerplateRule.Extent.SENTENCE;
    List<Pattern> match = List.of();
    List<Pattern> unless = List.of();
    List<Pattern> leadIn = List.of();
    int frame = 0;
    int maxChars = DEFAULT_MAX_CHARS;
    for (NodeTuple entry : entries(node, RULE_KEYS)) {
      Node value = entry.getValueNode();
      switch (key(entry)) {
        case "rule" -> rule = scalar(value);
        case "where" -> where = choice(value, BoilerplateRule.Where.class, where);
        case "extent" -> extent = choice(value, BoilerplateRule.Extent.class, extent);
        case "match" -> match = patterns(value);
        case "unless" -> unless = patterns(value);
        case "lead_in" -> leadIn = patterns(value);
        case "frame" -> frame = number(value, 0, 20);
        default -> maxChars = number(value, 1, 20_000);
      }
    }
    if (!rule.matches("[a-z][a-z0-9-]{0,40}")) {
      problem(node, "a rule needs a name under 'rule', in kebab-case");
    }
    if (match.isEmpty()) {
      problem(node, "rule '" + rule + "' has no pattern under 'match'");
    }
    return new BoilerplateRule(
        rule,
        where,
        extent,
        AnyOf.of(match, sifted),
        AnyOf.of(unless, sifted),
        AnyOf.of(leadIn, sifted),
        frame,
        maxChars);
  }

  private SponsorCues sponsors(Node node) {
    List<Pattern> invite = List.of();
    List<Pattern> paid = List.of();
    List<Pattern> open = List.of();
    for (NodeTuple entry : entries(node, SPONSOR_KEYS)) {
      List<Pattern> patterns = patterns(entry.getValueNode());
      switch (key(entry)) {
        case "invite" -> invite = patterns;
        case "paid" -> paid = patterns;
        default -> open = patterns;
      }
    }
    return new SponsorCues(invite, paid, open);
  }

  private List<Pattern> patterns(Node node) {
    List<Pattern> patterns = new ArrayList<>();
    for (Node item : items(node)) {
      try {
        patterns.add(Pattern.compile(scalar(item), FLAGS));
      } catch (PatternSyntaxException e) {
        problem(item, "no regular expression: " + e.getDescription());
      }
    }
    return patterns;
  }

  private <E extends Enum<E>> E choice(Node node, Class<E> type, E fallback) {
    String value = scalar(node);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    problem(node, "'" + value + "' is none of: " + allowed);
    return fallback;
  }

  private int number(Node node, int min, int max) {
    String value = scalar(node);
    if (value.matches("\\d{1,6}")
        && Integer.parseInt(value) >= min
        && Integer.parseInt(value) <= max) {
      return Integer.parseInt(value);
    }
    problem(node, "must be a number from " + min + " to " + max + ", was: " + value);
    return min;
  }

  private List<NodeTuple> entries(@Nullable Node node, Set<String> allowed) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      problem(node, "must have the keys " + new TreeSet<>(allowed));
      return List.of();
    }
    List<NodeTuple> known = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (allowed.contains(key(entry))) {
        known.add(entry);
      } else {
        problem(
            entry.getKeyNode(),
            "unknown key '" + key(entry) + "', allowed: " + new TreeSet<>(allowed));
      }
    }
    return known;
  }

  private List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(node, "must be a list");
    return List.of();
  }

  private String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(node, "must be one value");
    return "";
  }

  private void problem(Node node, String problem) {
    problems.add(name + ":" + (node.getStartMark().getLine() + 1) + ": " + problem);
  }
}
