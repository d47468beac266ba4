package io.winnow.tag.unknown;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;

/** Finds names that are written with capitals: up to four words side by side, in one pass. */
final class CapitalizedNames {
  private static final int MAX_WORDS = 4;
  private static final int MAX_CHARS = 40;
  private static final String JOINTS = ".+#-'’";
  private static final String STARTS = ".!?:;\"“”‘(#*->|\n";

  private final String text;

  /** Whether a word may have its capital from standing first in a sentence. */
  private final boolean sentencesBegin;

  private CapitalizedNames(String text, boolean sentencesBegin) {
    this.text = text;
    this.sentencesBegin = sentencesBegin;
  }

  /**
   * Of a text, in order; in Chinese a capital says enough, elsewhere not at the beginning of a
   * sentence.
   */
  static List<String> in(String text, boolean chinese) {
    return new CapitalizedNames(text, !chinese).names();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(at);
      if (end == at) {
        at++;
      } else if (!isName(at, end)) {
        at = end;
      } else {
        int from = at;
        int words = 1;
        boolean first = sentencesBegin && isFirst(at);
        while (words < MAX_WORDS && end + 1 < text.length() && text.charAt(end) == ' ') {
          int next = wordEnd(end + 1);
          if (next == end + 1 || !isName(end + 1, next)) {
            break;
          }
          if (first) {
            from = end + 1;
            first = false;
          }
          end = next;
          words++;
        }
        if (!first && end - from <= MAX_CHARS) {
          names.add(text.substring(from, end));
        }
        at = end;
      }
    }
    return names;
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean joins =
          at > from
              && JOINTS.indexOf(c) >= 0
              && at + 1 < text.length()
              && isWord(text.charAt(at + 1));
      if (!isWord(c) && !joins) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Begins with a capital, is no single letter, and is no part of an address or an e-mail. */
  private boolean isName(int from, int to) {
    boolean apart = from == 0 || "/@_=&.".indexOf(text.charAt(from - 1)) < 0;
    boolean ends = to == text.length() || "/@_=&".indexOf(text.charAt(to)) < 0;
    return to - from > 1 && apart && ends && Character.isUpperCase(text.charAt(from));
  }

  private boolean isFirst(int at) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || STARTS.indexOf(text.charAt(before)) >= 0;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) && !Scripts.isCjk(c);
  }
}
