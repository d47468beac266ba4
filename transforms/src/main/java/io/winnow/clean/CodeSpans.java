package io.winnow.clean;

import java.util.function.UnaryOperator;

/** Changes the words of a line and leaves its code spans alone. */
final class CodeSpans {
  private CodeSpans() {}

  /** {@code line} with {@code change} applied to what lies outside backticks. */
  static String outside(String line, UnaryOperator<String> change) {
    int open = line.indexOf('`');
    if (open < 0) {
      return change.apply(line);
    }
    StringBuilder out = new StringBuilder(line.length());
    int at = 0;
    while (open >= 0) {
      int close = line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      out.append(change.apply(line.substring(at, open))).append(line, open, close + 1);
      at = close + 1;
      open = line.indexOf('`', at);
    }
    return out.append(change.apply(line.substring(at))).toString();
  }
}
