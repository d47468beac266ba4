package io.winnow.split;

import java.util.BitSet;

/** Knows which lines of a Markdown dump are commented out: what no reader sees is no item. */
final class HtmlComments {
  private final int first;
  private final BitSet hidden = new BitSet();

  /** A comment that is never closed hides nothing. */
  HtmlComments(Lines lines) {
    first = lines.first();
    int opened = -1;
    for (int n = lines.first(); n <= lines.last(); n++) {
      String line = lines.line(n);
      if (opened < 0 && !lines.isCode(n)) {
        int open = line.lastIndexOf("<!--");
        boolean whole =
            line.stripLeading().startsWith("<!--") && line.stripTrailing().endsWith("-->");
        if (whole) {
          hidden.set(n - first);
        } else if (open >= 0 && line.indexOf("-->", open) < 0) {
          opened = n;
        }
      } else if (opened >= 0 && line.contains("-->")) {
        hidden.set(opened - first, n - first + 1);
        opened = -1;
      }
    }
  }

  boolean hide(int n) {
    return hidden.get(n - first);
  }
}
