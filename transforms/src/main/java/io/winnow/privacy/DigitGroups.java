package io.winnow.privacy;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Groups of digits that stand together on a line, with at most three separators between two of
 * them: a number with its parts, or several numbers.
 */
final class DigitGroups {
  private static final int MAX_SEPARATOR = 3;

  private final FoldedText text;
  private final IntArrayList starts = new IntArrayList();
  private final IntArrayList ends = new IntArrayList();

  private DigitGroups(FoldedText text) {
    this.text = text;
  }

  /**
   * The groups from the one that begins at {@code from} on.
   *
   * @param to index at which something else begins
   */
  static DigitGroups at(FoldedText text, int from, int to) {
    DigitGroups groups = new DigitGroups(text);
    int at = from;
    while (at < to) {
      groups.starts.add(at);
      while (at < to && Surroundings.isDigit(text.at(at))) {
        at++;
      }
      groups.ends.add(at);
      int next = at;
      while (next - at <= MAX_SEPARATOR && isSeparator(text.at(next))) {
        next++;
      }
      if (next == at || next - at > MAX_SEPARATOR || !Surroundings.isDigit(text.at(next))) {
        break;
      }
      at = next;
    }
    return groups;
  }

  int count() {
    return starts.size();
  }

  int start(int group) {
    return starts.getInt(group);
  }

  int end(int group) {
    return ends.getInt(group);
  }

  int length(int group) {
    return end(group) - start(group);
  }

  /** What stands between a group and the one before it; empty before the first. */
  String separator(int group) {
    return group == 0 || group >= count() ? "" : text.substring(end(group - 1), start(group));
  }

  /** The digits of groups {@code first} to {@code last}. */
  String digits(int first, int last) {
    StringBuilder digits = new StringBuilder();
    for (int i = first; i <= last; i++) {
      digits.append(text.substring(start(i), end(i)));
    }
    return digits.toString();
  }

  /** Lengths of the groups, such as {@code 3-4-4}. */
  String shape(int first, int last) {
    StringBuilder shape = new StringBuilder();
    for (int i = first; i <= last; i++) {
      shape.append(i == first ? "" : "-").append(length(i));
    }
    return shape.toString();
  }

  /** Whether all separators after {@code first}, up to that of {@code last}, are this one. */
  boolean areSeparatedBy(String separator, int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (!separator(i).equals(separator)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '('
        || c == ')'
        || c == '/'
        || c == '\u00B7'
        || c == Escapes.DOT;
  }
}
