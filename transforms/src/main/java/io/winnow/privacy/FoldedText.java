package io.winnow.privacy;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as validators want it: escapes read, digits, letters and marks of any width as ASCII,
 * dashes and spaces plain, characters that cannot be seen left out; and where each character stands
 * in the text.
 *
 * <p>Takes one pass, and memory only for characters that do not stand for themselves.
 */
final class FoldedText {
  private static final int KEYCAP = 0x20E3;

  private final String source;
  private char[] text;
  private int length;

  /** Distance to the source of what is appended next, unless a jump is noted. */
  private int shift;

  /** Folded indexes from which on the distance to the source changes, ascending. */
  private final IntArrayList jumps = new IntArrayList();

  /** For each of them the index in the source. */
  private final IntArrayList targets = new IntArrayList();

  /** Begin and end of each run of markup that was left out, ascending. */
  private final IntArrayList markup = new IntArrayList();

  private FoldedText(String source) {
    this.source = source;
    this.text = new char[source.length()];
  }

  /** The text, folded. */
  static FoldedText of(String source) {
    FoldedText folded = new FoldedText(source);
    folded.fold(false);
    return folded;
  }

  /** The same without tags that only dress words, and comments: what a reader sees in one piece. */
  static FoldedText withoutInlineTags(String html) {
    FoldedText folded = new FoldedText(html);
    folded.fold(true);
    return folded;
  }

  int length() {
    return length;
  }

  /** The character at an index; a line feed outside the text. */
  char at(int index) {
    return index < 0 || index >= length ? '\n' : text[index];
  }

  String substring(int from, int to) {
    int begin = Math.max(0, from);
    return new String(text, begin, Math.max(0, Math.min(to, length) - begin));
  }

  /** Where a word begins next; -1 where it does not. */
  int indexOf(String word, int from) {
    for (int i = from; i + word.length() <= length; i++) {
      int at = 0;
      while (at < word.length() && text[i + at] == word.charAt(at)) {
        at++;
      }
      if (at == word.length()) {
        return i;
      }
    }
    return -1;
  }

  /** Where the character at a folded index begins in the source. */
  int source(int index) {
    if (index >= length) {
      return source.length();
    }
    int low = 0;
    int high = jumps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (jumps.getInt(middle) <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? index : targets.getInt(low - 1) + index - jumps.getInt(low - 1);
  }

  /** Appends the markup that was left out between two places of the source. */
  void appendMarkup(StringBuilder out, int from, int to) {
    for (int i = firstMarkup(from); i < markup.size() && markup.getInt(i) < to; i += 2) {
      out.append(source, markup.getInt(i), markup.getInt(i + 1));
    }
  }

  private int firstMarkup(int from) {
    int low = 0;
    int high = markup.size() / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (markup.getInt(2 * middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  private void fold(boolean html) {
    int at = 0;
    while (at < source.length()) {
      int tag = html && source.charAt(at) == '<' ? InlineTags.length(source, at) : 0;
      if (tag > 0) {
        markup.add(at);
        markup.add(at + tag);
        at += tag;
        continue;
      }
      Escapes escape = Escapes.at(source, at);
      int codePoint = escape == null ? source.codePointAt(at) : escape.codePoint();
      int length = escape == null ? Character.charCount(codePoint) : escape.length();
      append(codePoint, at, escape != null);
      at += length;
    }
  }

  private void append(int codePoint, int at, boolean escaped) {
    int folded = codePoint < 128 ? ascii(codePoint) : folded(codePoint, at, escaped);
    if (folded < 0) {
      return;
    }
    if (at - length != shift) {
      jumps.add(length);
      targets.add(at);
      shift = at - length;
    }
    if (length + 2 > text.length) {
      text = Arrays.copyOf(text, length + 16);
    }
    length += Character.toChars(folded, text, length);
  }

  private static int ascii(int c) {
    if (c >= ' ' && c != 127 || c == '\n') {
      return c;
    }
    return c == '\r' ? '\n' : c == '\t' ? ' ' : -1;
  }

  private int folded(int c, int at, boolean escaped) {
    if (c == Escapes.AT || c == Escapes.DOT) {
      return escaped ? c : ' ';
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      char narrow = (char) (c - 0xFEE0);
      return Character.isLetterOrDigit(narrow) || "@.-+()/_#".indexOf(narrow) >= 0 ? narrow : c;
    }
    return switch (c) {
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63 -> '-';
      case 0x00B7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65 -> 0x00B7;
      case 0x3002, 0xFF61 -> isBetweenWords(at) ? '.' : 0x3002;
      case 0xFE6B -> '@';
      case 0xFE52, 0x2024 -> '.';
      case KEYCAP -> -1;
      case 0x0085, 0x2028, 0x2029 -> '\n';
      default -> other(c);
    };
  }

  private static int other(int c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return '0' + digit;
    }
    if (c >= 0x1D400 && c <= 0x1D7FF || c >= 0x24B6 && c <= 0x24E9) {
      return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0);
    }
    if (Character.isSpaceChar(c)) {
      return ' ';
    }
    int type = Character.getType(c);
    boolean isSelector = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c == 0x034F;
    return type == Character.FORMAT || type == Character.CONTROL || isSelector ? -1 : c;
  }

  private boolean isBetweenWords(int at) {
    return isWord(at(length - 1)) && at + 1 < source.length() && isWord(source.charAt(at + 1));
  }

  private static boolean isWord(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
