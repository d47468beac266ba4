package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.function.UnaryOperator;

/**
 * Makes the width of punctuation uniform where an article all but always writes it one way: wide
 * between Han characters, narrow between the words of other scripts. The few others are slips of
 * recognition or typing. An article that writes its Chinese with narrow marks throughout keeps
 * them. Letters and digits keep their width, and so do addresses, code, ratios and times.
 */
final class PunctuationWidth {
  private static final String NARROW = ",;:?!";
  private static final String WIDE = "，；：？！";
  private static final String OPENERS = "\"'“‘「『《（(【[";
  private static final String CLOSERS = "\"'”’」』》）)】]";

  /** What ends an address in a text without spaces. */
  private static final String ENDS_ADDRESS = "，。；！？、）》」』】”’<>\"";

  /** Share of marks of one width from which the rest is a slip. */
  private static final double UNIFORM = 0.9;

  private static final int MIN_MARKS = 10;

  /** The narrow marks, and the full stop. */
  private static final boolean[] NARROW_MARKS = new boolean[0x80];

  static {
    (NARROW + ".").chars().forEach(c -> NARROW_MARKS[c] = true);
  }

  private PunctuationWidth() {}

  static Manuscript unify(Manuscript text) {
    int wide = 0;
    int narrow = 0;
    int latin = 0;
    int slips = 0;
    for (Line line : text.lines()) {
      if (!line.is(Line.Form.CODE)) {
        String words = line.text();
        for (int i = 0; i < words.length(); i++) {
          char c = words.charAt(i);
          if (c < 0x80 ? !NARROW_MARKS[c] : c < 0xFF00) {
            continue;
          }
          wide += WIDE.indexOf(words.charAt(i)) >= 0 ? 1 : 0;
          narrow += isBetweenHan(words, i) ? 1 : 0;
          latin += isBetweenWords(words, i) ? 1 : 0;
          slips += isWideSlip(words, i) ? 1 : 0;
        }
      }
    }
    if (wide - slips >= MIN_MARKS && wide - slips >= UNIFORM * (wide - slips + narrow)) {
      return changed(text, PunctuationWidth::widen);
    }
    if (slips > 0 && latin >= MIN_MARKS && latin >= UNIFORM * (latin + wide)) {
      return changed(text, PunctuationWidth::narrow);
    }
    return text;
  }

  private static Manuscript changed(Manuscript text, UnaryOperator<String> change) {
    return text.map(
        line ->
            line.is(Line.Form.CODE) ? line : line.withText(CodeSpans.outside(line.text(), change)));
  }

  private static String widen(String line) {
    if (!hasNarrow(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    boolean address = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      address =
          c == ':' && line.startsWith("://", i)
              || address && !Character.isWhitespace(c) && ENDS_ADDRESS.indexOf(c) < 0;
      if (!address && isNarrowSlip(line, i)) {
        out.append(WIDE.charAt(NARROW.indexOf(c)));
        i += i + 1 < line.length() && line.charAt(i + 1) == ' ' ? 1 : 0;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean hasNarrow(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < 0x80 && NARROW_MARKS[c]) {
        return true;
      }
    }
    return false;
  }

  private static String narrow(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isWideSlip(line, i)) {
        out.append(NARROW.charAt(WIDE.indexOf(c)));
        out.append(i + 1 < line.length() && Character.isLetter(line.charAt(i + 1)) ? " " : "");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** What counts against an article that writes wide. */
  private static boolean isBetweenHan(String line, int i) {
    return i > 0
        && NARROW.indexOf(line.charAt(i)) >= 0
        && Scripts.isHan(line.charAt(i - 1))
        && (i + 1 == line.length() || Scripts.isHan(line.charAt(i + 1)));
  }

  /**
   * The same across a quotation mark, bracket or space, and between a foreign word and Han; a colon
   * there may be part of the word.
   */
  private static boolean isNarrowSlip(String line, int i) {
    if (i == 0 || NARROW.indexOf(line.charAt(i)) < 0) {
      return false;
    }
    char before = line.charAt(i - 1);
    boolean closed = CLOSERS.indexOf(before) >= 0;
    if (Scripts.isHan(before)
        || closed && (before > 0x7F || i > 1 && Scripts.isHan(line.charAt(i - 2)))) {
      return i + 1 == line.length() || opensHan(line, i + 1);
    }
    return line.charAt(i) != ':'
        && (closed || Character.isLetterOrDigit(before))
        && i + 1 < line.length()
        && Scripts.isHan(line.charAt(i + 1));
  }

  private static boolean opensHan(String line, int from) {
    int at = line.charAt(from) == ' ' ? from + 1 : from;
    if (at < line.length() && OPENERS.indexOf(line.charAt(at)) >= 0) {
      if (line.charAt(at) > 0x7F) {
        return true;
      }
      at++;
    }
    return at < line.length() && Scripts.isHan(line.charAt(at));
  }

  /** A narrow mark after a word of letters, as every other script writes it. */
  private static boolean isBetweenWords(String line, int i) {
    return i > 0
        && (NARROW.indexOf(line.charAt(i)) >= 0 || line.charAt(i) == '.')
        && isForeign(line.charAt(i - 1))
        && (i + 1 == line.length() || line.charAt(i + 1) == ' ');
  }

  private static boolean isWideSlip(String line, int i) {
    if (i == 0 || WIDE.indexOf(line.charAt(i)) < 0 || !isForeign(line.charAt(i - 1))) {
      return false;
    }
    int next = i + 1 < line.length() && line.charAt(i + 1) == ' ' ? i + 2 : i + 1;
    return next >= line.length() || isForeign(line.charAt(next));
  }

  private static boolean isForeign(char c) {
    return Character.isLetterOrDigit(c) && c < 0x2E80;
  }
}
