package io.winnow.quality;

import io.winnow.quality.TextLine.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a cleaned text into its lines and tells code and tables from text, whether or not code is
 * fenced: neither is judged as prose.
 */
final class TextLines {
  private static final String CODE_ENDS = "{};";
  private static final String BULLETS = "-*+•●▪◦‣·■◆►";

  private final String text;
  private final int lastAddress;
  private final List<TextLine> lines = new ArrayList<>();

  private TextLines(String text) {
    this.text = text;
    this.lastAddress = text.lastIndexOf("://");
  }

  /** The lines of the text that are not blank, in order. */
  static List<TextLine> of(String text) {
    TextLines lines = new TextLines(text);
    lines.read();
    return lines.lines;
  }

  private void read() {
    boolean fenced = false;
    boolean opens = true;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int from = at;
      int to = end;
      while (from < to && isSpace(text.charAt(from))) {
        from++;
      }
      while (to > from && isSpace(text.charAt(to - 1))) {
        to--;
      }
      if (from == to) {
        opens = true;
      } else {
        boolean fence = text.startsWith("```", from) || text.startsWith("~~~", from);
        add(fence || fenced ? Kind.CODE : kind(from, to, from - at), from, to, opens);
        fenced ^= fence;
        opens = false;
      }
      at = end + 1;
    }
  }

  private void add(Kind kind, int from, int to, boolean opens) {
    int start = kind == Kind.ITEM || kind == Kind.HEADING ? afterMark(from, to) : from;
    lines.add(new TextLine(kind, start, to, Mass.of(text, start, to), opens));
  }

  private Kind kind(int from, int to, int indent) {
    char first = text.charAt(from);
    if (first == '#' && afterMark(from, to) < to && text.indexOf(' ', from) - from <= 6) {
      return Kind.HEADING;
    }
    if (first == '|' && text.charAt(to - 1) == '|' && to - from > 1 || tabs(from, to) >= 2) {
      return Kind.TABLE;
    }
    if (isCode(from, to, indent)) {
      return Kind.CODE;
    }
    return afterMark(from, to) > from ? Kind.ITEM : Kind.PROSE;
  }

  private int tabs(int from, int to) {
    int tabs = 0;
    for (int i = from; i < to && tabs < 2; i++) {
      tabs += text.charAt(i) == '\t' ? 1 : 0;
    }
    return tabs;
  }

  /** Code without a fence: ends as only code does, or is mostly its punctuation. */
  private boolean isCode(int from, int to, int indent) {
    char last = text.charAt(to - 1);
    if (CODE_ENDS.indexOf(last) >= 0) {
      return last != ';' || to - from < 200;
    }
    if (text.startsWith("//", from) || text.startsWith("$ ", from) || text.startsWith("</", from)) {
      return true;
    }
    int marks = 0;
    int letters = 0;
    for (int i = from; i < to && i < from + 200; i++) {
      char c = text.charAt(i);
      if ("(){}[]<>=;\"'_/\\+&|$%".indexOf(c) >= 0) {
        marks++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return marks >= 2 && marks * (indent >= 2 ? 12 : 5) > letters && lastAddress < from;
  }

  /** Where the words behind a bullet, number or heading mark begin; {@code from} without one. */
  private int afterMark(int from, int to) {
    int at = from;
    if (BULLETS.indexOf(text.charAt(at)) >= 0) {
      at++;
    } else {
      while (at < to
          && text.charAt(at) == (at == from ? '#' : text.charAt(from))
          && text.charAt(from) == '#') {
        at++;
      }
      if (at == from) {
        while (at < to && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          at++;
        }
        if (at == from || at >= to || ".)、".indexOf(text.charAt(at)) < 0) {
          return from;
        }
        at++;
        if (text.charAt(at - 1) == '、') {
          return at;
        }
      }
    }
    int mark = at;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at == mark || at == to ? from : at;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == 0x3000 || c == 0xA0;
  }
}
