package io.winnow.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a regular expression apart into alternatives that can be searched for one by one. */
public final class RegexBranches {
  /** What alternatives share: groups that are referred to, flags, quoted text. */
  private static final Pattern SHARED = Pattern.compile("\\\\[1-9kQ]|\\(\\?[idmsuxU-]+\\)");

  private RegexBranches() {}

  /**
   * The alternatives of the expression outside of any bracket: a text has one of them exactly if it
   * has the whole. The expression itself where they cannot be told.
   */
  public static List<String> of(String regex) {
    if (SHARED.matcher(regex).find()) {
      return List.of(regex);
    }
    List<String> branches = new ArrayList<>();
    int groups = 0;
    int classes = 0;
    int from = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        classes++;
      } else if (c == ']' && classes > 0) {
        classes--;
      } else if (classes == 0 && c == '(') {
        groups++;
      } else if (classes == 0 && c == ')') {
        groups--;
      } else if (classes == 0 && groups == 0 && c == '|') {
        branches.add(regex.substring(from, i));
        from = i + 1;
      }
    }
    branches.add(regex.substring(from));
    return branches;
  }
}
