package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import java.util.List;

/**
 * Finds HTML comments in Markdown: notes of tools, such as what a machine read off a picture. A
 * comment that is never closed hides only the rest of its line.
 */
final class Comments {
  private static final String RULE = "comment";

  private Comments() {}

  /** The text with every comment outside fenced code overwritten by blanks of the same length. */
  static String masked(RawText raw, List<DroppedSpan> dropped) {
    String text = raw.text();
    if (!text.contains("<!--")) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    boolean fenced = false;
    int closed = 0;
    int lastClose = text.lastIndexOf("-->");
    for (RawLine line : RawLine.of(text)) {
      if (line.to() <= closed) {
        continue;
      }
      String start = line.text().stripLeading();
      if (start.startsWith("```") || start.startsWith("~~~")) {
        fenced = !fenced;
      }
      int at = Math.max(line.from(), closed);
      while (!fenced && (at = text.indexOf("<!--", at)) >= 0 && at < line.to()) {
        int end = at + 4 > lastClose ? -1 : text.indexOf("-->", at + 4);
        closed = end < 0 ? line.to() : end + 3;
        dropped.add(raw.dropped(RULE, at, closed));
        for (int i = at; i < closed; i++) {
          if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            masked.setCharAt(i, ' ');
          }
        }
        at = closed;
      }
    }
    return masked.toString();
  }
}
