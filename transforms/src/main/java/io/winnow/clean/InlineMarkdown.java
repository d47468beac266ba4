package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Turns the inline Markdown of one line into words: emphasis, links and escapes lose their marks,
 * code spans and formulas keep them, pictures vanish. Links and pictures are collected.
 *
 * <p>It does not follow CommonMark's flanking rules (section 6.2): they leave the stars of bold
 * Chinese next to Chinese standing, and dumps are full of broken pairs. A pair of stars is never a
 * word, so {@code **} always goes, a single star only as part of a pair.
 */
final class InlineMarkdown {
  private static final int MAX_SPAN = 1_000;
  private static final Pattern LINK_TARGET =
      Pattern.compile("\\(\\s*<?([^\\s<>]{0,2000}?)>?(?:\\s+[\"'(][^\\n]{0,300}?[\"')])?\\s*\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\[[^\\[\\]]{0,200}\\]");
  private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|mailto):[^\\s<>]{1,2000})>");
  private static final Pattern BARE =
      Pattern.compile(
          "https?://(?:[\\w\\-.~:/?#@!$&*+;=%]|\\\\{1,2}[_*~&#=+.-]){3,2000}+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPE = Pattern.compile("\\\\{1,2}([_*~&#=+.()\\[\\]-])");
  private static final Pattern TAG =
      Pattern.compile(
          "</?(font|span|div|p|br|center|img|a|sup|sub|u|b|i|s|strong|em|small|big|mark|ins|del"
              + "|figure|figcaption|details|summary|iframe|picture|source|video)"
              + "((?:\\s[^<>]{0,1000})?)/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS_ATTRIBUTE =
      Pattern.compile("\\b(?:src|href)\\s*=\\s*[\"']?([^\\s\"'>]{1,2000})");
  private static final Pattern MATH = Pattern.compile("\\$[^\\s$](?:[^$\\n]{0,300}[^\\s$])?\\$");

  private final String in;
  private final int offset;
  private final List<FoundLink> links;
  private final StringBuilder out = new StringBuilder();

  private InlineMarkdown(String in, int offset, List<FoundLink> links) {
    this.in = in;
    this.offset = offset;
    this.links = links;
  }

  /**
   * The words of {@code line}.
   *
   * @param offset where it begins in the raw piece
   * @param links where links and pictures go, in order
   */
  static String words(String line, int offset, List<FoundLink> links) {
    return new InlineMarkdown(line, offset, links).scan();
  }

  /** The words of a title or name: as {@link #words}, its links forgotten. */
  static String words(String line) {
    return words(line, 0, new ArrayList<>()).strip();
  }

  private String scan() {
    for (int at = 0; at < in.length(); ) {
      int next =
          switch (in.charAt(at)) {
            case '`' -> code(at);
            case '\\' -> escape(at);
            case '!' -> at + 1 < in.length() && in.charAt(at + 1) == '[' ? link(at + 1, true) : at;
            case '[' -> link(at, false);
            case '<' -> angle(at);
            case '*' -> star(at);
            case '_' -> underscore(at);
            case '~', '=' -> pair(at);
            case '$' -> verbatim(MATH, at);
            case '&' -> entity(at);
            case 'h', 'H' -> bare(at);
            default -> at;
          };
      if (next == at) {
        out.append(in.charAt(at));
        next++;
      }
      at = next;
    }
    return out.toString();
  }

  private int code(int at) {
    int ticks = run(at, '`');
    String fence = in.substring(at, at + ticks);
    for (int close = in.indexOf(fence, at + ticks); close >= 0; ) {
      int length = run(close, '`');
      if (length == ticks) {
        out.append(in, at, close + length);
        return close + length;
      }
      close = in.indexOf(fence, close + length);
    }
    out.append(fence);
    return at + ticks;
  }

  private int escape(int at) {
    if (at + 1 < in.length() && "\\`*_{}[]()#+-.!~|<>$\"'&=:".indexOf(in.charAt(at + 1)) >= 0) {
      out.append(in.charAt(at + 1));
      return at + 2;
    }
    return at;
  }

  private int link(int open, boolean image) {
    int close = closing(open);
    if (close < 0) {
      return image ? open - 1 : open;
    }
    String label = in.substring(open + 1, close);
    int begin = image ? open - 1 : open;
    Matcher target = LINK_TARGET.matcher(in).region(close + 1, in.length());
    if (target.lookingAt()) {
      int mark = links.size();
      String words = words(label, offset + open + 1, links).strip();
      String url = Parser.unescapeEntities(unescaped(target.group(1)), false);
      if (!url.isEmpty() && !url.startsWith("#")) {
        links.subList(mark, links.size()).removeIf(inner -> inner.url().equals(url));
        links.add(new FoundLink(url, words.isEmpty() ? null : words, offset + begin, image));
      }
      if (!image) {
        out.append(words);
      }
      return target.end();
    }
    if (label.startsWith("[") && label.endsWith("]")) {
      out.append(label, 1, label.length() - 1);
      return close + 1;
    }
    Matcher reference = REFERENCE.matcher(in).region(close + 1, in.length());
    if (reference.lookingAt() && !label.startsWith("^")) {
      if (!image) {
        out.append(words(label, offset + open + 1, links));
      }
      return reference.end();
    }
    return begin;
  }

  /** The bracket that closes the one at {@code open}; -1 without one. */
  private int closing(int open) {
    int depth = 0;
    int end = Math.min(in.length(), open + MAX_SPAN);
    for (int at = open; at < end; at++) {
      char c = in.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private int angle(int at) {
    Matcher autolink = AUTOLINK.matcher(in).region(at, in.length());
    if (autolink.lookingAt()) {
      String url = Parser.unescapeEntities(unescaped(autolink.group(1)), false);
      if (url.startsWith("http")) {
        links.add(new FoundLink(url, null, offset + at, false));
      }
      out.append(url);
      return autolink.end();
    }
    Matcher tag = TAG.matcher(in).region(at, in.length());
    if (!tag.lookingAt() || !isMarkup(tag, at)) {
      return at;
    }
    Matcher address = ADDRESS_ATTRIBUTE.matcher(tag.group(2));
    if (address.find()) {
      boolean image = !tag.group(1).equalsIgnoreCase("a");
      links.add(new FoundLink(address.group(1), null, offset + at, image));
    }
    if (tag.group(1).equalsIgnoreCase("br") && at > 0 && tag.end() < in.length()) {
      out.append(' ');
    }
    return tag.end();
  }

  /** A bare tag without partner is an article's word for it, as in "the {@code <p>} element". */
  private boolean isMarkup(Matcher tag, int at) {
    String name = tag.group(1);
    if (!tag.group(2).isBlank() || name.equalsIgnoreCase("br") || in.strip().equals(tag.group())) {
      return true;
    }
    return in.charAt(at + 1) == '/'
        ? in.substring(Math.max(0, at - MAX_SPAN), at).contains("<" + name)
        : in.substring(tag.end(), Math.min(in.length(), tag.end() + MAX_SPAN))
            .contains("</" + name);
  }

  private int star(int at) {
    int length = run(at, '*');
    boolean spaced =
        (at == 0 || in.charAt(at - 1) == ' ')
            && (at + length == in.length() || in.charAt(at + length) == ' ');
    if (length >= 2) {
      return spaced && in.length() > length ? keep(at, length) : at + length;
    }
    if (spaced) {
      return keep(at, 1);
    }
    int close = in.indexOf('*', at + 1);
    boolean opens = at + 1 < in.length() && in.charAt(at + 1) != ' ';
    if (opens && close > at + 1 && in.charAt(close - 1) != ' ' && run(close, '*') == 1) {
      out.append(words(in.substring(at + 1, close), offset + at + 1, links));
      return close + 1;
    }
    return keep(at, 1);
  }

  private int underscore(int at) {
    int length = run(at, '_');
    boolean boundary = at == 0 || !Character.isLetterOrDigit(in.charAt(at - 1));
    String mark = in.substring(at, at + length);
    int close = in.indexOf(mark, at + length);
    if (length > 3 || !boundary || close < at + length + 1) {
      return keep(at, length);
    }
    int after = close + length;
    if (in.charAt(at + length) == ' '
        || in.charAt(close - 1) == ' '
        || (after < in.length()
            && (Character.isLetterOrDigit(in.charAt(after)) || in.charAt(after) == '_'))) {
      return keep(at, length);
    }
    out.append(words(in.substring(at + length, close), offset + at + length, links));
    return after;
  }

  private int pair(int at) {
    char c = in.charAt(at);
    String mark = "" + c + c;
    int close = in.startsWith(mark, at) ? in.indexOf(mark, at + 2) : -1;
    if (close < at + 3
        || run(at, c) != 2
        || in.charAt(at + 2) == ' '
        || in.charAt(close - 1) == ' ') {
      return keep(at, run(at, c));
    }
    out.append(words(in.substring(at + 2, close), offset + at + 2, links));
    return close + 2;
  }

  private int entity(int at) {
    int end = at + 1;
    while (end < in.length()
        && end - at < 32
        && (Character.isLetterOrDigit(in.charAt(end)) || in.charAt(end) == '#')) {
      end++;
    }
    if (end == in.length() || in.charAt(end) != ';') {
      return at;
    }
    String entity = in.substring(at, end + 1);
    String character = Parser.unescapeEntities(entity, false);
    if (character.equals(entity)) {
      return at;
    }
    out.append(character);
    return end + 1;
  }

  private int bare(int at) {
    Matcher url = BARE.matcher(in).region(at, in.length());
    if (!url.lookingAt()) {
      return at;
    }
    String printed = WebAddresses.trim(url.group());
    String address = unescaped(printed);
    links.add(new FoundLink(Parser.unescapeEntities(address, false), null, offset + at, false));
    out.append(address);
    return at + printed.length();
  }

  /** An address without the marks that escape its characters; exporters escape twice. */
  private static String unescaped(String address) {
    return address.indexOf('\\') < 0 ? address : ESCAPE.matcher(address).replaceAll("$1");
  }

  private int verbatim(Pattern pattern, int at) {
    Matcher found = pattern.matcher(in).region(at, in.length());
    return found.lookingAt() ? keep(at, found.end() - at) : at;
  }

  private int keep(int at, int length) {
    out.append(in, at, at + length);
    return at + length;
  }

  private int run(int at, char c) {
    int end = at;
    while (end < in.length() && in.charAt(end) == c) {
      end++;
    }
    return end - at;
  }
}
