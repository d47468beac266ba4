package io.winnow.record;

import java.util.regex.Pattern;

/** Tells how the text of a record is to be read: as HTML, Markdown, or as it stands. */
final class Media {
  private static final Pattern HTML_START =
      Pattern.compile("^\\s*+<(?:!doctype|[a-z][a-z0-9]*+)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML_END =
      Pattern.compile(
          "(?:</[a-z][a-z0-9]*+\\s*+>|<(?:br|hr|img)\\b[^<>]*+>)\\s*+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK_TAG =
      Pattern.compile("</(?:p|div|li|h[1-6]|blockquote|pre|table)\\s*+>", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "^ {0,3}#{1,6}(?:[ \\t]|$)|^```|\\[[^\\[\\]\\n]{0,1000}\\]\\([^()\\s]{0,2000}[^()\\n]{0,300}\\)",
          Pattern.MULTILINE);

  private static final Pattern PAGE =
      Pattern.compile("<(?:!doctype|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

  /** A tail this long holds the last tag of a page. */
  private static final int TAIL = 4096;

  /** Blocks that show that a text which begins with words is markup all the same. */
  private static final int MIN_BLOCKS = 3;

  private Media() {}

  /** {@code html}, {@code markdown} or {@code text}. */
  static String of(String text) {
    if (isHtml(text)) {
      return "html";
    }
    return MARKDOWN.matcher(text).find() ? "markdown" : "text";
  }

  /** Whether markup is the body of an article, and not a whole page with all that is around one. */
  static boolean isFragment(String html) {
    return !PAGE.matcher(html.substring(0, Math.min(html.length(), TAIL))).find();
  }

  /** Whether a text ends with a tag, and begins with one or is marked up in blocks. */
  static boolean isHtml(String text) {
    String tail = text.substring(Math.max(0, text.length() - TAIL));
    return text.indexOf('<') >= 0
        && HTML_END.matcher(tail).find()
        && (HTML_START.matcher(text).find()
            || BLOCK_TAG.matcher(text).results().limit(MIN_BLOCKS).count() == MIN_BLOCKS);
  }
}
