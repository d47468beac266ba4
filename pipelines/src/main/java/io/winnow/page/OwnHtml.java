package io.winnow.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The raw HTML of our own pages: the two lines that {@link MarkdownWriter} opens and closes a fold
 * with, known by their exact form. Everything else that looks like HTML is text.
 */
enum OwnHtml {
  OPEN_FOLD("<details><summary>(?:[^<>&]|&amp;|&lt;|&gt;)*+</summary>"),
  CLOSE_FOLD("</details>");

  private final Pattern form;

  OwnHtml(String form) {
    this.form = Pattern.compile(form);
  }

  /** Which of the forms it is; null for foreign HTML. */
  static @Nullable OwnHtml of(String html) {
    for (OwnHtml own : values()) {
      if (own.form.matcher(html).matches()) {
        return own;
      }
    }
    return null;
  }
}
