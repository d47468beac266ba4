package io.winnow.clean;

import io.winnow.text.GatedPattern;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of patterns, asked as one: most lines have none of them, and are told so by their first
 * characters.
 */
final class AnyOf implements Serializable {
  private static final long serialVersionUID = 1;

  /** What a pattern may not have to be joined with others, or to be asked place by place. */
  private static final Pattern BOUND = Pattern.compile("\\(\\?<|\\\\[1-9kGQ]|\\(\\?\\w*[mx]");

  private final List<Pattern> patterns;
  private final @Nullable GatedPattern joined;

  private AnyOf(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    boolean free =
        !patterns.isEmpty()
            && patterns.stream().noneMatch(pattern -> BOUND.matcher(pattern.pattern()).find())
            && patterns.stream().mapToInt(Pattern::flags).distinct().count() == 1;
    this.joined =
        free
            ? GatedPattern.compile(
                patterns.stream()
                    .map(pattern -> "(?:" + pattern.pattern() + ")")
                    .collect(Collectors.joining("|")),
                patterns.get(0).flags())
            : null;
  }

  static AnyOf of(List<Pattern> patterns) {
    return new AnyOf(patterns);
  }

  /** Whether one of them is found in the line. */
  boolean isIn(String line) {
    return joined != null
        ? joined.isIn(line)
        : patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
  }

  /** Whether one of them is all of the line. */
  boolean isAllOf(String line) {
    return (joined == null || joined.begins(line, 0))
        && patterns.stream().anyMatch(pattern -> pattern.matcher(line).matches());
  }

  List<Pattern> patterns() {
    return patterns;
  }
}
