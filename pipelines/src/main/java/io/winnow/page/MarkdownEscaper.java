package io.winnow.page;

import io.winnow.text.Scripts;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place where foreign text becomes Markdown: whatever it holds, a reader sees it as text
 * and a GFM parser gives exactly {@link #plain} of it back.
 *
 * <p>Escaped are the characters with a meaning in CommonMark 0.31, in GFM's tables, strikethrough
 * and bare links, and in GitHub's formulas and emoji codes.
 */
final class MarkdownEscaper {
  private static final String ACTIVE = "\\`*[]<~$";
  private static final String ACTIVE_IN_URL = "\\()<>`";
  private static final int MAX_URL = 2_000;
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#\\s].*");
  private static final Pattern BLOCK_START = Pattern.compile("[-+=>]|[0-9]{1,9}[.)]");
  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]++;");
  private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+-]++:");

  /** No script stacks more marks on a letter, and no line is high enough for more. */
  private static final int MAX_MARKS = 8;

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

  private MarkdownEscaper() {}

  /**
   * The text on one line as a reader may see it: white space runs are one space, controls, bidi
   * overrides and other invisible steering characters are gone, half surrogates are U+FFFD, and a
   * letter carries {@value #MAX_MARKS} marks at most.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      marks = isMark(codePoint) ? marks + 1 : isInvisible(codePoint) ? marks : 0;
      if (isBreakingSpace(codePoint)) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
          plain.append(' ');
        }
      } else if (Character.getType(codePoint) == Character.SURROGATE) {
        plain.append('\uFFFD');
      } else if (!isInvisible(codePoint) && marks <= MAX_MARKS) {
        plain.appendCodePoint(codePoint);
      }
    }
    return trim(plain);
  }

  /** {@link #plain} of the text, cut after {@code max} code points with an ellipsis. */
  static String plain(String text, int max) {
    String plain = plain(text);
    String head = Scripts.head(plain, max);
    return head.length() == plain.length() ? plain : head.strip() + "…";
  }

  /** Inline Markdown that shows {@link #plain} of the text. */
  static String text(String text) {
    String plain = plain(text);
    StringBuilder markdown = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (ACTIVE.indexOf(c) >= 0 || isActive(plain, i)) {
        markdown.append('\\');
      }
      markdown.append(c);
    }
    return markdown.toString();
  }

  /** A code span that shows {@link #plain} of the text, which must not be empty. */
  static String code(String text) {
    String plain = plain(text);
    String fence = "`";
    while (plain.contains(fence)) {
      fence += "`";
    }
    boolean pad = plain.startsWith("`") || plain.endsWith("`");
    return fence + (pad ? " " + plain + " " : plain) + fence;
  }

  /**
   * A link's target that parses back to the URL, or null where the URL is none that a reader should
   * follow: not http or https, with white space or invisible characters, or longer than 2,000.
   */
  static @Nullable String target(@Nullable String url) {
    if (url == null
        || url.length() > MAX_URL
        || !url.equals(plain(url))
        || url.codePoints().anyMatch(MarkdownEscaper::isSpace)
        || !WEB.matcher(url).matches()) {
      return null;
    }
    StringBuilder target = new StringBuilder(url.length() + 8);
    for (int i = 0; i < url.length(); i++) {
      if (ACTIVE_IN_URL.indexOf(url.charAt(i)) >= 0 || startsEntity(url, i)) {
        target.append('\\');
      }
      target.append(url.charAt(i));
    }
    return target.toString();
  }

  /** The text as HTML, for our own {@code <summary>}. */
  static String html(String text) {
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Inline Markdown at the start of a line, where it must not begin a list or a heading's rule. */
  static String lineStart(String markdown) {
    var start = BLOCK_START.matcher(markdown);
    if (!start.lookingAt()) {
      return markdown;
    }
    int mark = start.end() - 1;
    return markdown.substring(0, mark) + '\\' + markdown.substring(mark);
  }

  /** Inline Markdown inside a table's cell. */
  static String cell(String markdown) {
    return markdown.replace("|", "\\|");
  }

  /** What is active at some places only: entities, emphasis, heading ends, links, emoji codes. */
  private static boolean isActive(String plain, int i) {
    char before = i == 0 ? ' ' : plain.charAt(i - 1);
    char after = i + 1 == plain.length() ? ' ' : plain.charAt(i + 1);
    return switch (plain.charAt(i)) {
      case '&' -> startsEntity(plain, i);
      case '_' -> !isAsciiLetterOrDigit(before) || !isAsciiLetterOrDigit(after);
      case '#' -> before == ' ' || before == '#';
      case ':' -> after == '/' || startsEmoji(plain, i);
      case '.' -> i >= 3 && plain.substring(i - 3, i).toLowerCase(Locale.ROOT).equals("www");
      default -> false;
    };
  }

  private static boolean startsEmoji(String text, int i) {
    return EMOJI.matcher(text).region(i, Math.min(text.length(), i + 60)).lookingAt();
  }

  private static boolean startsEntity(String text, int i) {
    return text.charAt(i) == '&'
        && ENTITY.matcher(text).region(i, Math.min(text.length(), i + 40)).lookingAt();
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static String trim(StringBuilder text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
  }

  private static boolean isBreakingSpace(int codePoint) {
    return codePoint == ' '
        || (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> true;
      case Character.FORMAT -> codePoint != ZWJ && codePoint != ZWNJ;
      case Character.UNASSIGNED -> (codePoint & 0xFFFE) == 0xFFFE;
      default -> false;
    };
  }
}
