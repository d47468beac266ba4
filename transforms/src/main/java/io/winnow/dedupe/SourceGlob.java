package io.winnow.dedupe;

import java.io.Serializable;
import java.util.List;

/**
 * Matches the {@code source_uri} of articles: {@code *} and {@code ?} stand for characters of one
 * name, {@code **} for any characters, and <code>**&#47;</code> for any number of folders, none
 * included. A glob that matches a folder or an archive means all that lies in it.
 *
 * <p>The time is that of the length of the glob times that of the uri: names in archives are
 * anybody's.
 */
public record SourceGlob(String pattern) implements Serializable {

  /**
   * @throws IllegalArgumentException when it is empty or has other wildcards
   */
  public SourceGlob {
    pattern = pattern.replaceFirst("(?<=.)/$", "");
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("a glob must not be empty");
    }
    if (pattern.matches("(?s).*[\\[\\]{}\\\\].*")) {
      throw new IllegalArgumentException(
          "a glob knows *, ** and ?, and has no brackets, braces or backslashes, was: " + pattern);
    }
  }

  /** Whether it matches the uri, or a folder or archive that it lies in. */
  public boolean matches(String uri) {
    boolean[] reached = new boolean[pattern.length() + 1];
    reached[0] = true;
    skipEmpty(reached, true);
    for (int i = 0; i < uri.length(); i++) {
      if (reached[pattern.length()] && endsName(uri, i)) {
        return true;
      }
      reached = step(reached, uri.charAt(i));
    }
    return reached[pattern.length()];
  }

  private static boolean endsName(String uri, int at) {
    return uri.charAt(at) == '/' || uri.startsWith("!/", at);
  }

  /** Which places of the pattern are reached after one more character. */
  private boolean[] step(boolean[] before, char c) {
    boolean[] after = new boolean[before.length];
    for (int at = 0; at < pattern.length(); at++) {
      char wanted = pattern.charAt(at);
      if (!before[at]) {
        continue;
      }
      if (isAny(at)) {
        after[at] = true;
      } else if (wanted == '*') {
        after[at] = c != '/';
      } else if (wanted == '?' ? c != '/' : wanted == c) {
        after[at + 1] = true;
      }
    }
    skipEmpty(after, c == '/');
    return after;
  }

  /** Stars may stand for nothing, and folders for none where a name begins. */
  private void skipEmpty(boolean[] reached, boolean atName) {
    for (int at = 0; at < pattern.length(); at++) {
      if (!reached[at]) {
        continue;
      }
      if (isFolders(at)) {
        reached[at + 3] |= atName;
      } else if (isAny(at)) {
        reached[at + 2] = true;
      } else if (pattern.charAt(at) == '*') {
        reached[at + 1] = true;
      }
    }
  }

  private boolean isAny(int at) {
    return pattern.startsWith("**", at);
  }

  private boolean isFolders(int at) {
    return pattern.startsWith("**/", at) && (at == 0 || pattern.charAt(at - 1) == '/');
  }

  /** Index of the first of the globs that matches; their number where none does. */
  static int rank(List<SourceGlob> globs, String uri) {
    return (int) globs.stream().takeWhile(glob -> !glob.matches(uri)).count();
  }
}
