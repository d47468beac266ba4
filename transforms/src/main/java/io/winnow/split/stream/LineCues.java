package io.winnow.split.stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.winnow.text.GatedPattern;
import io.winnow.text.NormalForms;
import io.winnow.text.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Tells which classes of head and tail lines a line belongs to; the classes are a resource. */
final class LineCues {
  private static final String DEFAULTS = "line-cues.yaml";

  /** How a pattern begins that is matched against the line with its capitals. */
  private static final String CASED = "(?-i)";

  private final List<String> heads;
  private final List<String> tails;
  private final List<List<Rule>> rules;

  private LineCues(Map<String, Map<String, List<String>>> classes) {
    this.heads = List.copyOf(of(classes, "head").keySet());
    this.tails = List.copyOf(of(classes, "tail").keySet());
    this.rules = new ArrayList<>();
    of(classes, "head").values().forEach(this::compile);
    of(classes, "tail").values().forEach(this::compile);
  }

  /** The classes that come with Winnow. */
  static LineCues defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(LineCues.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
      return new LineCues(
          new YAMLMapper()
              .readValue(yaml, new TypeReference<Map<String, Map<String, List<String>>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes of lines at the head of a post, in the order of their bits. */
  List<String> heads() {
    return heads;
  }

  /** Classes of lines at the tail of a post; their bits follow those of the heads. */
  List<String> tails() {
    return tails;
  }

  /**
   * The classes of a line as bits: heads from bit 0, then tails.
   *
   * @param view the line as {@link Stream#view} gives it
   */
  int classes(String view) {
    String asPrinted = NormalForms.nfkc(view);
    String lower = asPrinted.toLowerCase(Locale.ROOT);
    boolean cjk = hasCjk(lower);
    int bits = 0;
    for (int i = 0; i < rules.size(); i++) {
      for (Rule rule : rules.get(i)) {
        if (rule.holds(asPrinted, lower, cjk)) {
          bits |= 1 << i;
          break;
        }
      }
    }
    return bits;
  }

  private void compile(List<String> expressions) {
    rules.add(expressions.stream().map(Rule::of).toList());
  }

  private static boolean hasCjk(String text) {
    return text.codePoints().anyMatch(Scripts::isCjk);
  }

  /** A pattern, and which lines it is tried on. */
  private record Rule(GatedPattern pattern, boolean anchored, boolean cased, boolean cjk) {
    static Rule of(String expression) {
      boolean cased = expression.startsWith(CASED);
      return new Rule(
          GatedPattern.compile(expression, 0),
          isAnchored(cased ? expression.substring(CASED.length()) : expression),
          cased,
          hasCjk(expression));
    }

    boolean holds(String asPrinted, String lower, boolean lineHasCjk) {
      String line = cased ? asPrinted : lower;
      return (lineHasCjk || !cjk) && (anchored ? pattern.begins(line, 0) : pattern.isIn(line));
    }

    /** Whether it can match at the beginning of a line only; no alternative outside of brackets. */
    private static boolean isAnchored(String expression) {
      int depth = 0;
      for (int i = 0; i < expression.length(); i++) {
        switch (expression.charAt(i)) {
          case '\\' -> i++;
          case '(', '[' -> depth++;
          case ')', ']' -> depth--;
          case '|' -> {
            if (depth == 0) {
              return false;
            }
          }
          default -> {}
        }
      }
      return expression.startsWith("^");
    }
  }

  private static Map<String, List<String>> of(
      Map<String, Map<String, List<String>>> classes, String side) {
    return Objects.requireNonNull(classes.get(side), side);
  }
}
