package io.winnow.text;

import io.winnow.text.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a cleaned text into its blocks: paragraphs at blank lines, and the Markdown blocks that need
 * none (headings, items, quotations, tables, fenced code). Reads plain text as well; takes linear
 * time on any input.
 */
public final class Blocks {
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*+");
  private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s++");
  private static final Pattern RULE = Pattern.compile("\\s*+(?:[-*_=]\\s*+){3,}+");
  private static final Pattern IMAGE =
      Pattern.compile("\\s*+!\\[[^\\]]*+\\]\\([^)]*+\\)\\s*+|\\s*+<!--.*+");
  private static final Pattern QUOTE = Pattern.compile("\\s{0,3}(?:>\\s?)++");
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*+(?:[-+*•●▪◦‣·]\\s++"
              + "|\\d{1,3}(?:\\\\?\\.(?=\\s)|[.．](?=\\p{IsHan})|[)）、])\\s*+"
              + "|[(（]\\d{1,2}[)）]\\s*+|[①-⑳]\\s*+|[一二三四五六七八九十]{1,3}、)");

  /** What begins the mark of an item, beside digits. */
  private static final String ITEM_MARKS = "-+*•●▪◦‣·(（一二三四五六七八九十";

  /** What begins a line of {@link #CODE_LINE}. */
  private static final String CODE_BEGINS = "ip#dfclvr</$@{}[]();,";

  private static final Pattern CODE_LINE =
      Pattern.compile(
          "\\s*+(?:(?:import|package|#include|def|func|fn|class|const|let|var|return|public|private)\\s.*+"
              + "|</?[a-zA-Z!].*+|//.*+|/\\*.*+|[$]\\s.*+|@\\w++.*+|[{}\\[\\]();,]++)");

  private final String text;
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable Kind open;
  private int start;
  private int end;

  private Blocks(String text) {
    this.text = text;
  }

  /** The blocks of the text, in order; blank ones left out. */
  public static List<Block> of(String text) {
    Blocks blocks = new Blocks(text);
    blocks.read();
    return List.copyOf(blocks.blocks);
  }

  private void read() {
    boolean fenced = false;
    for (int from = 0; from < text.length(); ) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      if (fenced) {
        end = to;
        fenced = !isFence(from, to);
        if (!fenced) {
          close();
        }
      } else if (isFence(from, to)) {
        open(Kind.CODE, from, to);
        fenced = true;
      } else {
        line(from, to);
      }
      from = to + 1;
    }
    close();
  }

  private boolean isFence(int from, int to) {
    int first = skipSpace(from, to);
    return first < to
        && "`~".indexOf(text.charAt(first)) >= 0
        && matches(FENCE, from, to).matches();
  }

  private void line(int from, int to) {
    if (isBlank(from, to)) {
      close();
      return;
    }
    Kind kind = markOf(from, to);
    if (kind != null) {
      open(kind, contentStart, to);
      if (kind == Kind.HEADING || kind == Kind.MEDIA || kind == Kind.QUOTE) {
        close();
      }
    } else if (open == null || open == Kind.TABLE) {
      open(Kind.PROSE, from, to);
    } else {
      end = to;
    }
  }

  private int contentStart;

  /** The kind that the mark of a line declares, or null for a plain line. */
  private @Nullable Kind markOf(int from, int to) {
    contentStart = from;
    int at = skipSpace(from, to);
    char first = at < to ? text.charAt(at) : ' ';
    if (first == '#') {
      Matcher heading = matches(HEADING, from, to);
      if (heading.lookingAt()) {
        contentStart = heading.end();
        return Kind.HEADING;
      }
    }
    if ("-*_=".indexOf(first) >= 0 && matches(RULE, from, to).matches()
        || "!<".indexOf(first) >= 0 && matches(IMAGE, from, to).matches()) {
      return Kind.MEDIA;
    }
    if (isTableRow(from, to)) {
      return Kind.TABLE;
    }
    Kind kind = null;
    if (first == '>') {
      Matcher quote = matches(QUOTE, from, to);
      if (quote.lookingAt()) {
        contentStart = quote.end();
        kind = Kind.QUOTE;
      }
    }
    if (mayBeItem(contentStart, to)) {
      Matcher item = matches(ITEM, contentStart, to);
      if (item.lookingAt() && item.end() < to) {
        contentStart = item.end();
        kind = kind == null ? Kind.ITEM : kind;
      }
    }
    return kind;
  }

  private boolean mayBeItem(int from, int to) {
    int at = skipSpace(from, to);
    if (at == to) {
      return false;
    }
    char c = text.charAt(at);
    return c >= '0' && c <= '9' || c >= '①' && c <= '⑳' || ITEM_MARKS.indexOf(c) >= 0;
  }

  /** The first character that a pattern does not take for white space. */
  private int skipSpace(int from, int to) {
    int at = from;
    while (at < to
        && (text.charAt(at) == ' ' || text.charAt(at) >= '\t' && text.charAt(at) <= '\r')) {
      at++;
    }
    return at;
  }

  private boolean isTableRow(int from, int to) {
    int first = from;
    while (first < to && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first == to || text.charAt(first) != '|' && !hasTab(first, to)) {
      return false;
    }
    String line = text.substring(from, to).strip();
    return (line.startsWith("|") && line.indexOf('|', 1) > 0)
        || line.chars().filter(c -> c == '\t').count() >= 2;
  }

  /** The first tab of the text that no line before this one has. */
  private int tab = -1;

  private boolean hasTab(int from, int to) {
    if (tab < from) {
      int next = text.indexOf('\t', from);
      tab = next < 0 ? text.length() : next;
    }
    return tab < to;
  }

  private Matcher matches(Pattern pattern, int from, int to) {
    return pattern.matcher(text).region(from, to);
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return CharKinds.is(c, CharKinds.SPACE);
  }

  private void open(Kind kind, int from, int to) {
    if (open == Kind.TABLE && kind == Kind.TABLE) {
      end = to;
      return;
    }
    close();
    open = kind;
    start = from;
    end = to;
  }

  private void close() {
    if (open == null) {
      return;
    }
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      blocks.add(new Block(open == Kind.PROSE && isCode() ? Kind.CODE : open, start, end));
    }
    open = null;
  }

  /** Code whose fence was lost: most of its lines begin like code or end like it. */
  private boolean isCode() {
    int lines = 0;
    int code = 0;
    for (int from = start; from < end; ) {
      int to = text.indexOf('\n', from);
      to = to < 0 || to > end ? end : to;
      lines++;
      if (isCodeLine(from, to)) {
        code++;
      }
      from = to + 1;
    }
    return lines == 1 ? code == 1 && "{};>".indexOf(text.charAt(end - 1)) >= 0 : code * 2 > lines;
  }

  private boolean isCodeLine(int from, int to) {
    int last = to;
    while (last > from && isSpace(text.charAt(last - 1))) {
      last--;
    }
    return last > from
        && (mayBeCode(from, last) && matches(CODE_LINE, from, last).matches()
            || (";{}".indexOf(text.charAt(last - 1)) >= 0
                && text.substring(from, last).codePoints().noneMatch(Scripts::isCjk)));
  }

  private boolean mayBeCode(int from, int to) {
    int at = skipSpace(from, to);
    return at < to && CODE_BEGINS.indexOf(text.charAt(at)) >= 0;
  }
}
