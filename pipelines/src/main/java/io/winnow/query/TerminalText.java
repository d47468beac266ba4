package io.winnow.query;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as a terminal shows it: one line, nothing that moves the cursor, and so many columns wide.
 *
 * <p>East Asian wide and full-width characters take two columns (UAX #11), marks and joiners none;
 * what belongs to one grapheme (UAX #29) is as wide as its widest character and never cut apart.
 */
public final class TerminalText {
  private static final String CUT = "…";
  private static final int REPLACEMENT = 0xFFFD;

  /** Below it every character is one column wide. */
  private static final int FIRST_MARK = 0x300;

  private TerminalText() {}

  /** White space becomes one space; control and direction characters become U+FFFD. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        space = true;
        continue;
      }
      if (space && line.length() > 0) {
        line.append(' ');
      }
      space = false;
      line.appendCodePoint(isHarmful(c) ? REPLACEMENT : c);
    }
    return line.toString();
  }

  private static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
      case Character.FORMAT -> UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL);
      default -> false;
    };
  }

  /** Writes JSON in which nothing moves the cursor either: controls above ASCII are escaped. */
  public static JsonMapper json() {
    JsonMapper mapper = new JsonMapper();
    mapper.getFactory().setCharacterEscapes(new ControlEscapes());
    return mapper;
  }

  /** Columns that a line takes. */
  public static int width(String line) {
    if (line.chars().allMatch(c -> c < FIRST_MARK)) {
      return line.length();
    }
    BreakIterator graphemes = graphemes(line);
    int width = 0;
    for (int start = 0, end = graphemes.next(); end != BreakIterator.DONE; ) {
      width += graphemeWidth(line, start, end);
      start = end;
      end = graphemes.next();
    }
    return width;
  }

  /** The line, or as much of its beginning as leaves room for an ellipsis. */
  public static String cut(String line, int columns) {
    if (line.length() * 2 <= columns || width(line) <= columns) {
      return line;
    }
    BreakIterator graphemes = graphemes(line);
    int width = 0;
    int start = 0;
    for (int end = graphemes.next(); end != BreakIterator.DONE; end = graphemes.next()) {
      width += graphemeWidth(line, start, end);
      if (width > columns - 1) {
        break;
      }
      start = end;
    }
    return line.substring(0, start) + CUT;
  }

  /** The line in several of at most so many columns, broken where Unicode allows (UAX #14). */
  public static List<String> wrap(String line, int columns) {
    List<String> lines = new ArrayList<>();
    BreakIterator places = BreakIterator.getLineInstance(ULocale.ROOT);
    places.setText(line);
    StringBuilder current = new StringBuilder();
    int used = 0;
    for (int from = 0, to = places.next();
        to != BreakIterator.DONE;
        from = to, to = places.next()) {
      String part = line.substring(from, to);
      int width = width(part.stripTrailing());
      if (used > 0 && used + width > columns) {
        lines.add(current.toString().stripTrailing());
        current.setLength(0);
        used = 0;
      }
      String rest = part;
      while (width(rest.stripTrailing()) > columns) {
        String head = head(rest, columns);
        lines.add(head);
        rest = rest.substring(head.length());
      }
      current.append(rest);
      used += width(rest);
    }
    lines.add(current.toString().stripTrailing());
    return lines;
  }

  /** At least one grapheme, else as many as fit. */
  private static String head(String line, int columns) {
    BreakIterator graphemes = graphemes(line);
    int end = graphemes.next();
    int width = graphemeWidth(line, 0, end);
    for (int next = graphemes.next(); next != BreakIterator.DONE; next = graphemes.next()) {
      width += graphemeWidth(line, end, next);
      if (width > columns) {
        break;
      }
      end = next;
    }
    return line.substring(0, end);
  }

  private static BreakIterator graphemes(String line) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
    graphemes.setText(line);
    return graphemes;
  }

  private static int graphemeWidth(String line, int start, int end) {
    return line.substring(start, end).codePoints().map(TerminalText::width).max().orElse(0);
  }

  private static int width(int c) {
    switch (UCharacter.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT:
        return 0;
      default:
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
  }
}
