package io.winnow.split.stream;

import io.winnow.text.Scripts;

/**
 * How text is set: habits that one author or site keeps and the next does not. Counted once, then
 * compared between any two ranges of lines.
 */
final class Style {
  /** Habits that exclude each other, as pairs: how often the one, how often the other. */
  private enum Habit {
    CURLY_QUOTES,
    STRAIGHT_QUOTES,
    WIDE_PUNCTUATION,
    NARROW_PUNCTUATION_IN_CJK,
    SPACED_SCRIPTS,
    UNSPACED_SCRIPTS
  }

  private static final int LONG_LINE = 60;
  private static final double DOUBT = 2;

  private final Stream stream;
  private final int[][] counts;
  private final int[] longLines;

  Style(Stream stream) {
    this.stream = stream;
    this.counts = new int[Habit.values().length][stream.size() + 1];
    this.longLines = new int[stream.size() + 1];
    for (int i = 0; i < stream.size(); i++) {
      for (int[] count : counts) {
        count[i + 1] = count[i];
      }
      count(i);
      longLines[i + 1] = longLines[i] + (stream.letters(i, i + 1) >= LONG_LINE ? 1 : 0);
    }
  }

  /**
   * How differently lines {@code from} to {@code gap} and {@code gap} to {@code to} are set: the
   * greatest difference in one habit, 0 to 1.
   */
  double change(int from, int gap, int to) {
    double most = 0;
    for (int pair = 0; pair < counts.length; pair += 2) {
      most = Math.max(most, Math.abs(share(pair, from, gap) - share(pair, gap, to)));
    }
    return most;
  }

  /** Difference in the share of long lines, 0 to 1. */
  double lineLengthChange(int from, int gap, int to) {
    return gap == from || gap == to
        ? 0
        : Math.abs(
            (double) (longLines[gap] - longLines[from]) / (gap - from)
                - (double) (longLines[to] - longLines[gap]) / (to - gap));
  }

  private double share(int pair, int from, int to) {
    int one = counts[pair][to] - counts[pair][from];
    int other = counts[pair + 1][to] - counts[pair + 1][from];
    return (one + DOUBT / 2) / (one + other + DOUBT);
  }

  private void count(int i) {
    String line = stream.line(i);
    boolean cjk = stream.cjk(i, i + 1) > 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      switch (c) {
        case '“', '”', '‘', '’' -> add(Habit.CURLY_QUOTES, i);
        case '"', '\'' -> add(Habit.STRAIGHT_QUOTES, i);
        case '，', '：', '？', '！', '；', '（', '）' -> add(Habit.WIDE_PUNCTUATION, i);
        case ',', ':', '?', '!', ';' -> {
          if (cjk && at > 0 && Scripts.isCjk(line.charAt(at - 1))) {
            add(Habit.NARROW_PUNCTUATION_IN_CJK, i);
          }
        }
        default -> {
          if (at > 0) {
            countSpacing(line, at, i);
          }
        }
      }
    }
  }

  private void countSpacing(String line, int at, int i) {
    char c = line.charAt(at);
    char before = line.charAt(at - 1);
    if (isLatin(c) && Scripts.isCjk(before) || Scripts.isCjk(c) && isLatin(before)) {
      add(Habit.UNSPACED_SCRIPTS, i);
    } else if (before == ' '
        && at > 1
        && (isLatin(c) && Scripts.isCjk(line.charAt(at - 2))
            || Scripts.isCjk(c) && isLatin(line.charAt(at - 2)))) {
      add(Habit.SPACED_SCRIPTS, i);
    }
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private void add(Habit habit, int i) {
    counts[habit.ordinal()][i + 1]++;
  }
}
