package io.winnow.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a saved web page from a text about HTML: a page is markup from its first character on, a
 * text begins with words.
 */
final class HtmlShape {
  private static final Pattern ROOT =
      Pattern.compile("<(?:!doctype\\s++html|html|head|body)(?=[\\s>/])", Pattern.CASE_INSENSITIVE);

  /** Elements a page or fragment without a root begins with. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "<(?:meta|title|link|script|style|base|div|article|section|main|header|table|p|h[1-6]|ul"
              + "|ol|blockquote|center|font|span|br|img|figure|noscript)(?=[\\s>/])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>\\n]{0,2000}+>");

  private static final Pattern CLOSE =
      Pattern.compile("</(html|body|head|title)\\s{0,9}>", Pattern.CASE_INSENSITIVE);

  /** Of the lines of a fragment this share holds a tag; an article with examples has fewer. */
  private static final double FRAGMENT_MARKUP_LINES = 0.6;

  /** Tags that no example has. */
  private static final int MANY_TAGS = 200;

  private static final double ROOTED_MARKUP_LINES = 0.3;

  /** What may follow the end of a page, as a share: an article goes on after its example. */
  private static final double MAX_AFTER_PAGE = 0.25;

  private HtmlShape() {}

  /**
   * Whether the text is a page, or a fragment of one that holds nothing but markup.
   *
   * @param head its first lines, which show how much of it is markup
   * @param text all of it: a page may begin with more styles and scripts than any sample holds
   */
  static boolean isPage(String head, String text) {
    int start = afterProlog(head);
    int end = Math.min(head.length(), start + 64);
    if (ROOT.matcher(head).region(start, end).useTransparentBounds(true).lookingAt()) {
      return isWhole(text) || markupLines(head) >= ROOTED_MARKUP_LINES || hasManyTags(text);
    }
    return BLOCK.matcher(head).region(start, end).useTransparentBounds(true).lookingAt()
        && markupLines(head) >= FRAGMENT_MARKUP_LINES;
  }

  /** Skips white space, XML declarations and comments, as saved pages have before their root. */
  private static int afterProlog(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      String close = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
      if (close != null) {
        int end = text.indexOf(close, at);
        if (end < 0) {
          return at;
        }
        at = end + close.length();
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  /** Whether elements of a page are closed, and nothing much follows the last of them. */
  private static boolean isWhole(String text) {
    Matcher close = CLOSE.matcher(text);
    int last = -1;
    while (close.find()) {
      last = close.group(1).equalsIgnoreCase("html") ? close.end() : Math.max(last, 0);
    }
    return last == 0 || (last > 0 && text.length() - last <= text.length() * MAX_AFTER_PAGE);
  }

  /**
   * Whether there is more markup than an example has; a page may be all on a few lines, and begin
   * with more script than any sample holds.
   */
  private static boolean hasManyTags(String text) {
    return TAG.matcher(text).results().limit(MANY_TAGS).count() == MANY_TAGS;
  }

  private static double markupLines(String text) {
    int lines = 0;
    int marked = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (!line.isBlank()) {
        lines++;
        marked += TAG.matcher(line).find() ? 1 : 0;
      }
    }
    return lines == 0 ? 0 : (double) marked / lines;
  }
}
