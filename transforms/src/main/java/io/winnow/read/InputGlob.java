package io.winnow.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One input: a folder, and which files below it are meant.
 *
 * <p>{@code *} and {@code ?} stand for characters of one name, {@code **} for any number of
 * folders, none included, {@code [a-z]} for one character and {@code {a,b}} for either. What begins
 * with {@code .} or {@code _} is meant only where the pattern names it. The same on every file
 * system.
 *
 * @param base the folder before the first wildcard, ending with a slash
 * @param pattern the rest
 */
record InputGlob(String base, String pattern) {
  private static final int MAX_ALTERNATIVES = 1000;

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** Splits a list of inputs at its commas, but not at those inside braces. */
  static List<String> split(String inputs) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= inputs.length(); i++) {
      char c = i < inputs.length() ? inputs.charAt(i) : ',';
      depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
      if (i == inputs.length() || (c == ',' && depth == 0)) {
        parts.add(inputs.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** Everything below a folder. */
  static InputGlob everythingBelow(String folder) {
    return new InputGlob(folder.endsWith("/") ? folder : folder + "/", "**");
  }

  /** One file, whatever characters its name has. */
  static InputGlob file(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return new InputGlob(path.substring(0, slash), escape(path.substring(slash)));
  }

  /**
   * The globs that a path with wildcards stands for, one for each combination of its braces.
   *
   * @throws IllegalArgumentException when brackets or braces are not closed, or there are more than
   *     1000 combinations
   */
  static List<InputGlob> parse(String path) {
    List<InputGlob> globs = new ArrayList<>();
    for (String plain : expand(path)) {
      int wild = firstWildcard(plain);
      int slash = plain.lastIndexOf('/', wild < 0 ? plain.length() : wild) + 1;
      InputGlob glob = new InputGlob(plain.substring(0, slash), plain.substring(slash));
      glob.regex();
      globs.add(glob);
    }
    return globs;
  }

  /** Whether the path holds a character that stands for others. */
  static boolean hasWildcard(String path) {
    return firstWildcard(path) >= 0 || path.indexOf('{') >= 0;
  }

  /**
   * What to ask a file system of Beam for: a glob that finds at least the files that are meant. To
   * Beam {@code **} is no folder name but any text, so that everything below is asked for.
   */
  String spec() {
    boolean isWild = firstWildcard(ESCAPE.matcher(pattern).replaceAll("")) >= 0;
    if (!isWild) {
      return base + ESCAPE.matcher(pattern).replaceAll("$1");
    }
    return base + (pattern.contains("**") ? "**" : pattern);
  }

  /** Whether a file is meant, hidden or not. */
  boolean matches(String pathBelowBase) {
    return regex().matcher(pathBelowBase).matches();
  }

  /** Whether a name of the path begins with {@code .} or {@code _} without being named so. */
  boolean hides(String pathBelowBase) {
    for (String name : pathBelowBase.split("/")) {
      if (isHidden(name) && !names(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean names(String hidden) {
    return Arrays.stream(pattern.split("/"))
        .filter(part -> isHidden(part.startsWith("\\") ? part.substring(1) : part))
        .anyMatch(part -> compile(part).matcher(hidden).matches());
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private Pattern regex() {
    return compile(pattern);
  }

  private static Pattern compile(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        regex.append("(?:[^/]+/)*");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '[') {
        int end = glob.indexOf(']', i + 2);
        if (end < 0) {
          throw new IllegalArgumentException("[ without ] in " + glob);
        }
        regex.append(characterClass(glob.substring(i + 1, end)));
        i = end;
      } else if (c == '\\' && i + 1 < glob.length()) {
        regex.append(Pattern.quote(glob.substring(i + 1, i + 2)));
        i++;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String characterClass(String members) {
    boolean negated = members.startsWith("!") || members.startsWith("^");
    String escaped =
        (negated ? members.substring(1) : members).replaceAll("[\\[\\]\\\\&^]", "\\\\$0");
    return (negated ? "[^/" : "[") + escaped + "]";
  }

  /** Replaces the first braces by each of their alternatives, and so on. */
  private static List<String> expand(String path) {
    int open = path.indexOf('{');
    if (open < 0) {
      return List.of(path);
    }
    int close = closing(path, open);
    List<String> all = new ArrayList<>();
    for (String alternative : split(path.substring(open + 1, close) + ",")) {
      all.addAll(expand(path.substring(0, open) + alternative + path.substring(close + 1)));
      if (all.size() > MAX_ALTERNATIVES) {
        throw new IllegalArgumentException("more than 1000 alternatives in " + path);
      }
    }
    return all;
  }

  private static int closing(String path, int open) {
    int depth = 0;
    for (int i = open; i < path.length(); i++) {
      depth += path.charAt(i) == '{' ? 1 : path.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("{ without } in " + path);
  }

  /** Index of the first character that stands for others; -1 where there is none. */
  private static int firstWildcard(String path) {
    for (int i = 0; i < path.length(); i++) {
      if ("*?[\\".indexOf(path.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String escape(String name) {
    return name.replaceAll("[*?\\[\\\\]", "\\\\$0");
  }
}
