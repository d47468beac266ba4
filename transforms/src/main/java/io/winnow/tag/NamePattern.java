package io.winnow.tag;

import io.winnow.text.GatedPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that names a concept. One that begins with plain letters is tried only where
 * those occur, any other one only where a match can begin.
 */
final class NamePattern {
  /** Receives each occurrence. */
  interface Visitor {
    void found(int from, int to);
  }

  private static final Pattern PLAIN_START = Pattern.compile("(?:\\\\b)?([\\p{L}\\p{N} ]{2,})(.?)");

  /** Lets {@code ^} match at every line. */
  private static final Pattern LINES = Pattern.compile("\\(\\?[a-zA-Z-]*m");

  private static final String QUANTIFIERS = "?*{";

  private final int concept;
  private final Pattern pattern;
  private final @Nullable String needed;

  /** Tried where a match can begin; null where the pattern looks behind its beginning. */
  private final @Nullable GatedPattern gated;

  private NamePattern(int concept, Pattern pattern, @Nullable String needed) {
    this.concept = concept;
    this.pattern = pattern;
    this.needed = needed;
    this.gated = needed == null && !looksBehind(pattern) ? new GatedPattern(pattern) : null;
  }

  private static boolean looksBehind(Pattern pattern) {
    String regex = pattern.pattern();
    return regex.contains("(?<") || regex.contains("\\G") || LINES.matcher(regex).find();
  }

  static NamePattern of(int concept, String regex) {
    return new NamePattern(concept, Pattern.compile(regex), needed(regex));
  }

  /** The number of the concept. */
  int concept() {
    return concept;
  }

  /** Visits the occurrences in the text. */
  void find(String text, Visitor visitor) {
    if (needed != null && !text.contains(needed)) {
      return;
    }
    if (gated != null) {
      GatedPattern.Search search = gated.search(text);
      while (search.find()) {
        visitor.found(search.start(), search.end());
      }
      return;
    }
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      visitor.found(matcher.start(), matcher.end());
    }
  }

  /** What every occurrence begins with; null where that is not plain to see. */
  static @Nullable String needed(String regex) {
    Matcher start = PLAIN_START.matcher(regex);
    if (regex.indexOf('|') >= 0 || regex.contains("(?") || !start.lookingAt()) {
      return null;
    }
    String plain = start.group(1);
    boolean lastMayLack = !start.group(2).isEmpty() && QUANTIFIERS.contains(start.group(2));
    String certain = lastMayLack ? plain.substring(0, plain.length() - 1) : plain;
    return certain.length() < 2 ? null : certain;
  }
}
