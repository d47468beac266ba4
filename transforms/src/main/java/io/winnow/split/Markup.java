package io.winnow.split;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the Markdown of a single line: plain text of a title, and the link that a line is. */
final class Markup {
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*{1,3}|(?<!\\w)_{1,2}|_{1,2}(?!\\w)|`");
  private static final Pattern LINK =
      Pattern.compile(
          "!?\\[([^\\[\\]]{0,1000}+)\\]\\(([^()\\s]{0,2000}+"
              + "(?:\\([^()\\s]{0,200}+\\)[^()\\s]{0,500}+)?+)[^()]{0,300}+\\)");
  private static final Pattern REFERENCE =
      Pattern.compile("\\[([^\\[\\]]{1,300}+)\\]\\[[^\\[\\]]{0,200}+\\]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
  private static final Pattern LINK_LINE =
      Pattern.compile(
          "^\\s{0,12}([-+*]\\s{1,4})?"
              + "(?:\\[([^\\[\\]]{0,1000}(?:\\[[^\\[\\]]{0,300}\\][^\\[\\]]{0,1000})?)\\]"
              + "\\(<?(https?://[^\\s<>]{1,2000}?)>?\\)|<?(https?://[^\\s<>]{1,2000}+)>?)\\s{0,20}$");

  private Markup() {}

  /**
   * A link that is all of its line, but for a list mark.
   *
   * @param text its text; null where the address stands bare
   * @param listed whether a list mark precedes it
   */
  record Link(@Nullable String text, String url, boolean listed) {}

  /** The text of a heading or list item without emphasis, code marks, escapes and link targets. */
  static String plain(String markdown) {
    String text = LINK.matcher(markdown).replaceAll("$1");
    text = REFERENCE.matcher(text).replaceAll("$1");
    text = EMPHASIS.matcher(text).replaceAll("");
    return ESCAPE.matcher(text).replaceAll("$1").strip();
  }

  /** Whether the line can only be Markdown: a heading, a fence, or a link with its target. */
  static boolean isMarkdown(String line) {
    return Heading.parse(0, line) != null || line.startsWith("```") || LINK.matcher(line).find();
  }

  /** The link that the line is; null where the line is anything else. */
  static @Nullable Link linkLine(String line) {
    Matcher link = LINK_LINE.matcher(line);
    if (!link.find()) {
      return null;
    }
    boolean listed = link.group(1) != null;
    return link.group(3) != null
        ? new Link(link.group(2), link.group(3), listed)
        : new Link(null, link.group(4), listed);
  }
}
