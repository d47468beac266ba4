package io.winnow.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a header says that a document is.
 *
 * @param type in lower case, such as {@code text/html}; empty where the header says nothing
 * @param charset label as it stands there; null without one
 */
public record ContentType(String type, @Nullable String charset) {
  public static final ContentType NONE = new ContentType("", null);

  /** Longer ones say nothing that could be believed. */
  private static final int MAX_CHARS = 1000;

  /** Reads the value of a header as far as it makes sense. */
  static ContentType of(@Nullable String header) {
    if (header == null || header.length() > MAX_CHARS) {
      return NONE;
    }
    String[] parts = header.split(";", -1);
    String charset = null;
    for (int i = 1; i < parts.length && charset == null; i++) {
      String parameter = parts[i].strip();
      if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
        String label = parameter.substring(8).replace('"', ' ').replace('\'', ' ').strip();
        charset = label.isEmpty() ? null : label;
      }
    }
    return new ContentType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
  }

  /** Whether it is a page. */
  public boolean isHtml() {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /** Whether it is code, styles or data, which nobody reads as an article. */
  public boolean isNoProse() {
    return type.endsWith("javascript")
        || type.endsWith("ecmascript")
        || type.endsWith("/css")
        || type.endsWith("/x-component")
        || type.endsWith("/csv")
        || type.endsWith("/calendar")
        || type.endsWith("mpegurl");
  }

  /** Whether it is some XML. */
  public boolean isXml() {
    return type.endsWith("/xml") || type.endsWith("+xml");
  }
}
