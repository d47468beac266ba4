package io.winnow.split.stream;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The lines of a stream that hold text, each with what was counted on it. Index 0 is the first of
 * them; the gap {@code i} lies before line {@code i}.
 */
final class Stream {
  /** Characters that are looked at from either end of a line by rules about its form. */
  private static final int EDGE = 80;

  /** Characters of a line whose words are compared; the rest of a longer one changes nothing. */
  private static final int MAX_LINE = 40_000;

  private final List<String> lines = new ArrayList<>();
  private final List<String> views = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Integer> blanks = new ArrayList<>();
  private final int[] letters;
  private final int[] cjk;

  /**
   * The lines with text among those numbered {@code from} up to, without, {@code to}.
   *
   * @param line gives a line by its number
   */
  Stream(IntFunction<String> line, int from, int to) {
    int blank = 0;
    for (int n = from; n < to; n++) {
      String text = line.apply(n);
      if (isBlank(text)) {
        blank++;
      } else {
        lines.add(text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE));
        views.add(clipped(text.strip()));
        numbers.add(n);
        blanks.add(blank);
        blank = 0;
      }
    }
    letters = new int[lines.size() + 1];
    cjk = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      count(i);
    }
  }

  int size() {
    return lines.size();
  }

  String line(int i) {
    return lines.get(i);
  }

  /**
   * What line-wise rules look at: line {@code i} without blank edges, and of a long one the two
   * ends with three dots between.
   */
  String view(int i) {
    return views.get(i);
  }

  /** The line that holds the letter with this number, or the nearest one. */
  int lineAtLetter(int letter) {
    int found = Arrays.binarySearch(letters, letter);
    int line = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(lines.size() - 1, line));
  }

  /** Number of line {@code i} in the dump. */
  int number(int i) {
    return numbers.get(i);
  }

  /** Blank lines above line {@code i}. */
  int blanksBefore(int i) {
    return blanks.get(i);
  }

  /** Letters and digits from line {@code from} up to, without, line {@code to}. */
  int letters(int from, int to) {
    return letters[to] - letters[from];
  }

  /** Those of them that belong to a script without spaces. */
  int cjk(int from, int to) {
    return cjk[to] - cjk[from];
  }

  private void count(int i) {
    String line = lines.get(i);
    int all = 0;
    int wide = 0;
    for (int at = 0; at < line.length(); ) {
      int codePoint = line.codePointAt(at);
      at += Character.charCount(codePoint);
      if (Character.isLetterOrDigit(codePoint)) {
        all++;
        wide += Scripts.isCjk(codePoint) ? 1 : 0;
      }
    }
    letters[i + 1] = letters[i] + all;
    cjk[i + 1] = cjk[i] + wide;
  }

  private static String clipped(String line) {
    return line.length() <= 2 * EDGE
        ? line
        : line.substring(0, EDGE) + "..." + line.substring(line.length() - EDGE);
  }

  private static boolean isBlank(String line) {
    return line.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
