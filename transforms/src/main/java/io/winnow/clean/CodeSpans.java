package io.winnow.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The code spans of a line, and what lies outside them. */
final class CodeSpans {
  private final List<int[]> spans;

  private CodeSpans(List<int[]> spans) {
    this.spans = spans;
  }

  static CodeSpans in(String line) {
    return new CodeSpans(of(line));
  }

  /** {@code line} with {@code change} applied to what lies outside code spans. */
  static String outside(String line, UnaryOperator<String> change) {
    if (line.indexOf('`') < 0) {
      return change.apply(line);
    }
    StringBuilder out = new StringBuilder(line.length());
    int at = 0;
    for (int[] span : of(line)) {
      out.append(change.apply(line.substring(at, span[0]))).append(line, span[0], span[1]);
      at = span[1];
    }
    return out.append(change.apply(line.substring(at))).toString();
  }

  /** Where the code span ends that {@code at} lies in; -1 when it lies in none. */
  int endAround(int at) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle)[0] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && at < spans.get(low - 1)[1] ? spans.get(low - 1)[1] : -1;
  }

  /** Beginning and end of every span: from a run of backticks to the next run as long. */
  private static List<int[]> of(String line) {
    List<int[]> spans = new ArrayList<>();
    Set<Integer> unclosed = new HashSet<>();
    for (int open = line.indexOf('`'); open >= 0; ) {
      int ticks = run(line, open);
      int close = unclosed.contains(ticks) ? -1 : closing(line, open + ticks, ticks);
      if (close < 0) {
        unclosed.add(ticks);
        open = line.indexOf('`', open + ticks);
      } else {
        spans.add(new int[] {open, close + ticks});
        open = line.indexOf('`', close + ticks);
      }
    }
    return spans;
  }

  private static int closing(String line, int from, int ticks) {
    for (int at = line.indexOf('`', from); at >= 0; ) {
      int length = run(line, at);
      if (length == ticks) {
        return at;
      }
      at = line.indexOf('`', at + length);
    }
    return -1;
  }

  private static int run(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == '`') {
      end++;
    }
    return end - from;
  }
}
