package io.winnow.text;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of patterns, asked as one. A line is sifted once for the patterns of all lists; only those
 * that may be in it are tried.
 */
public final class AnyOf implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<Pattern> patterns;

  /** The place of the first one among all that the sieve knows. */
  private final int first;

  private AnyOf(List<Pattern> patterns, int first) {
    this.patterns = List.copyOf(patterns);
    this.first = first;
  }

  /** These patterns, which are appended to those that the sieve will know. */
  public static AnyOf of(List<Pattern> patterns, List<Pattern> sifted) {
    int first = sifted.size();
    sifted.addAll(patterns);
    return new AnyOf(patterns, first);
  }

  /** Whether one of them may be in what was sifted. */
  public boolean mayBeIn(Sieve.Found may) {
    for (int i = 0; i < patterns.size(); i++) {
      if (may.mayHave(first + i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of them is found in the line. */
  public boolean isIn(String line, Sieve.Found may) {
    for (int i = 0; may.any() && i < patterns.size(); i++) {
      if (may.mayHave(first + i) && patterns.get(i).matcher(line).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of them is all of the line. */
  public boolean isAllOf(String line, Sieve.Found may) {
    for (int i = 0; may.any() && i < patterns.size(); i++) {
      if (may.mayHave(first + i) && patterns.get(i).matcher(line).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Marks the characters of a line that are found by one of them; whether there are any. */
  public boolean mark(String line, Sieve.Found may, boolean[] hit) {
    boolean any = false;
    for (int i = 0; i < patterns.size(); i++) {
      if (!may.mayHave(first + i)) {
        continue;
      }
      Matcher found = patterns.get(i).matcher(line);
      while (found.find() && found.end() > found.start()) {
        java.util.Arrays.fill(hit, found.start(), found.end(), true);
        any = true;
      }
    }
    return any;
  }
}
