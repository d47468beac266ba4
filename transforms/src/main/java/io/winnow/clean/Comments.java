package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import java.util.List;

/**
 * Finds HTML comments in Markdown: notes of tools, such as what a machine read off a picture. A
 * comment that is never closed hides only the rest of its line.
 */
final class Comments {
  private static final String RULE = "comment";
  private static final int CODE_INDENT = 4;

  private Comments() {}

  /** The text with every comment outside code overwritten by blanks of the same length. */
  static String masked(RawText raw, List<DroppedSpan> dropped) {
    String text = raw.text();
    if (!text.contains("<!--")) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    String fence = "";
    boolean indented = false;
    boolean blank = true;
    int closed = 0;
    int lastClose = text.lastIndexOf("-->");
    for (RawLine line : RawLine.of(text)) {
      if (line.to() <= closed) {
        continue;
      }
      String before = fence;
      fence = fence(line.text().strip(), fence);
      if (!line.isBlank()) {
        indented = line.indent() >= CODE_INDENT && (blank || indented);
      }
      blank = line.isBlank();
      if (!before.isEmpty() || !fence.isEmpty() || indented) {
        continue;
      }
      CodeSpans spans = CodeSpans.in(line.text());
      int at = Math.max(line.from(), closed);
      while ((at = text.indexOf("<!--", at)) >= 0 && at < line.to()) {
        int code = spans.endAround(at - line.from());
        if (code >= 0) {
          at = line.from() + code;
          continue;
        }
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

  /** The fence that is open after this line; empty without one. */
  private static String fence(String text, String open) {
    String line = text;
    while (line.startsWith(">")) {
      line = line.substring(1).stripLeading();
    }
    if (!open.isEmpty()) {
      boolean closes = line.startsWith(open) && line.chars().allMatch(c -> c == open.charAt(0));
      return closes ? "" : open;
    }
    if (!line.startsWith("```") && !line.startsWith("~~~")) {
      return "";
    }
    int end = 3;
    while (end < line.length() && line.charAt(end) == line.charAt(0)) {
      end++;
    }
    return line.charAt(0) == '`' && line.indexOf('`', end) >= 0 ? "" : line.substring(0, end);
  }
}
