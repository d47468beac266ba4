package io.winnow.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where the sentences of one block end.
 *
 * <p>A stop ends a sentence when what follows can begin one. So a point inside a number, version,
 * address or file name ends nothing, nor does one after an abbreviation or initial unless a word
 * follows that seldom stands inside a sentence (the idea of Kiss and Strunk, "Unsupervised
 * Multilingual Sentence Boundary Detection", 2006, section 4.1.3). A short quotation or bracket is
 * never cut, and what introduces or reports it stays with it. A line break ends a sentence unless
 * the line was wrapped.
 */
final class SentenceEnds {
  /** Longest quotation or bracket, in UTF-16 units, that stays whole. */
  private static final int WHOLE = 120;

  /** Columns (two for a wide character) below which a line was not wrapped but ended. */
  private static final int WRAPPED = 40;

  private static final String OPEN = "“‘「『（(《〈【[";
  private static final String CLOSE = "”’」』）)》〉】]";
  private static final String CLOSERS = CLOSE + "\"'*_`";

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          ("mr mrs ms dr prof rev hon gen col capt lt sgt gov sen rep st mt ft vs v viz cf eg ie al"
                  + " fig figs eq eqs sec ch vol no nos pp ed eds trans approx ca est dept univ"
                  + " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur"
                  + " thurs fri e.g i.e")
              .split(" "));

  /** Abbreviations that often close a sentence: there the next word decides. */
  private static final Set<String> CLOSING =
      Set.of("etc inc ltd co corp jr sr a.m p.m am pm ph.d u.s u.k u.n e.u d.c bros".split(" "));

  private static final Set<String> STARTERS =
      Set.of(
          ("the a an this that these those he she it we they i you there here but and so or if in"
                  + " on at for as when while after before since although however then what who"
                  + " why how his her their its our my your not no yes one some many most both")
              .split(" "));

  private final String text;
  private final int start;
  private final int end;
  private final int[] partner;
  private final int widest;
  private final List<Integer> ends = new ArrayList<>();

  private SentenceEnds(String text, Block block) {
    this.text = text;
    this.start = block.start();
    this.end = block.end();
    this.partner = partners();
    this.widest = widest();
  }

  /** The ends, ascending, of the block's sentences; the last one is the end of the block. */
  static List<Integer> of(String text, Block block) {
    SentenceEnds ends = new SentenceEnds(text, block);
    ends.scan();
    return ends.ends;
  }

  private void scan() {
    for (int i = start; i < end; ) {
      char c = text.charAt(i);
      int whole = partner[i - start];
      if (whole > i && whole - i <= WHOLE && !breaksLine(i, whole)) {
        i = afterBracket(i, whole);
      } else if (c == '\n') {
        if (!isWrapped(i)) {
          ends.add(i);
        }
        i++;
      } else if (isStop(c)) {
        i = afterStop(i);
      } else {
        i++;
      }
    }
    if (ends.isEmpty() || ends.get(ends.size() - 1) < end) {
      ends.add(end);
    }
  }

  /**
   * A quotation that closes on a stop ends its sentence, unless it stood in the middle of one or
   * the sentence goes on behind it.
   */
  private int afterBracket(int open, int close) {
    int next = skipClosers(close + 1);
    char last = text.charAt(close - 1);
    if (next >= end || !isStop(last) || last == '…' || isTitleMark(text.charAt(open))) {
      return next;
    }
    boolean ended =
        last == '.'
            ? isGap(next) && beginsSentence(next)
            : (introduced(open) || isGap(next))
                && !goesOn(next)
                && ("（(".indexOf(text.charAt(open)) >= 0 || !isReported(next));
    if (ended) {
      ends.add(next);
    }
    return next;
  }

  private static boolean isTitleMark(char open) {
    return "《〈【[".indexOf(open) >= 0;
  }

  /** Whether a quotation begins a sentence or follows a colon. */
  private boolean introduced(int open) {
    int at = open;
    while (at > start && (isSpace(text.charAt(at - 1)) || "*_".indexOf(text.charAt(at - 1)) >= 0)) {
      at--;
    }
    int sentence = ends.isEmpty() ? start : ends.get(ends.size() - 1);
    return at <= sentence || "：:，,。.".indexOf(text.charAt(at - 1)) >= 0;
  }

  private boolean breaksLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' && !isWrapped(i)) {
        return true;
      }
    }
    return false;
  }

  private int afterStop(int at) {
    int last = at;
    while (last + 1 < end && isStop(text.charAt(last + 1))) {
      last++;
    }
    int next = skipClosers(last + 1);
    if (next >= end || endsAt(at, last, next)) {
      ends.add(next);
    }
    return next;
  }

  private boolean endsAt(int first, int last, int next) {
    char stop = text.charAt(first);
    if (stop == '。' || stop == '！' || stop == '？') {
      return next == last + 1 || !goesOn(next) && !isReported(next);
    }
    boolean wideBefore = first > start && isWide(text.codePointBefore(first));
    if (stop == '…' || last - first >= 1 && stop == '.') {
      return isGap(next) && (beginsWithCapital(next) || atLineEnd(next));
    }
    if (stop == '!' || stop == '?') {
      return wideBefore || isWide(text.codePointAt(next))
          ? !goesOn(next)
          : isGap(next) && beginsSentence(next);
    }
    return isEndingPoint(first, next, wideBefore);
  }

  private boolean isEndingPoint(int point, int next, boolean wideBefore) {
    if (wideBefore) {
      return !Character.isDigit(text.charAt(next)) && !isLatin(text.codePointAt(next));
    }
    if (isWide(text.codePointAt(next))) {
      return !isNumbering(point) && !isAbbreviated(point, next);
    }
    return isGap(next) && beginsSentence(next) && !isAbbreviated(point, next);
  }

  private boolean isNumbering(int point) {
    int at = point;
    while (at > start && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }
    int sentence = ends.isEmpty() ? start : ends.get(ends.size() - 1);
    int before = at;
    while (before > sentence && isSpace(text.charAt(before - 1))) {
      before--;
    }
    return at < point && before == sentence;
  }

  private boolean isAbbreviated(int point, int next) {
    int from = point;
    while (from > start && isWordOrPoint(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, point).toLowerCase(Locale.ROOT);
    if (isNumbering(point)) {
      return true;
    }
    boolean initials =
        word.length() == 1 && Character.isUpperCase(text.charAt(from)) && !word.equals("i")
            || word.length() > 2 && word.charAt(word.length() - 2) == '.';
    if (CLOSING.contains(word) || initials && word.length() > 2) {
      return !STARTERS.contains(wordAt(next));
    }
    return initials || ABBREVIATIONS.contains(word);
  }

  private String wordAt(int next) {
    int from = skipSpace(next);
    int to = from;
    while (to < end && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /** Whether what follows a stop can only continue its sentence. */
  private boolean goesOn(int next) {
    int at = skipSpace(next);
    if (at >= end || text.substring(next, at).indexOf('\n') >= 0) {
      return false;
    }
    char c = text.charAt(at);
    if (Character.isLowerCase(c) || "，,、；;：:。.）)的地得是这之等".indexOf(c) >= 0) {
      return true;
    }
    return false;
  }

  /** Whether a verb of saying follows a quotation before the next stop. */
  private boolean isReported(int next) {
    for (int i = next + 1; i < end && i < next + 12; i++) {
      char c = text.charAt(i);
      if (isStop(c) || c == '\n' || OPEN.indexOf(c) >= 0) {
        return false;
      }
      if ("说道问答喊称".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsSentence(int next) {
    int at = skipOpeners(skipSpace(next));
    if (at >= end || text.substring(next, at).indexOf('\n') >= 0) {
      return true;
    }
    int c = text.codePointAt(at);
    return !Character.isLowerCase(c) || at + 1 < end && Character.isUpperCase(text.charAt(at + 1));
  }

  private boolean beginsWithCapital(int next) {
    int at = skipOpeners(skipSpace(next));
    return at < end && Character.isUpperCase(text.codePointAt(at));
  }

  private boolean atLineEnd(int next) {
    int at = skipSpace(next);
    return at >= end || text.substring(next, at).indexOf('\n') >= 0;
  }

  private boolean isWrapped(int lineBreak) {
    int from = text.lastIndexOf('\n', lineBreak - 1) + 1;
    int next = skipSpace(lineBreak);
    if (next >= end) {
      return false;
    }
    int last = lineBreak;
    while (last > start && isSpace(text.charAt(last - 1))) {
      last--;
    }
    while (last > start && CLOSERS.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    if (last > start && isStop(text.charAt(last - 1))) {
      return text.charAt(last - 1) == '.' && !isGapEnd(last - 1, next);
    }
    if (last > start && ":：".indexOf(text.charAt(last - 1)) >= 0) {
      return false;
    }
    if (Character.isLowerCase(text.codePointAt(next))) {
      return true;
    }
    int width = width(Math.max(from, start), lineBreak);
    return width >= WRAPPED && width * 10 >= widest * 6;
  }

  private boolean isGapEnd(int point, int next) {
    return !Character.isLowerCase(text.codePointAt(next)) && !isAbbreviated(point, next);
  }

  private int widest() {
    int widest = 0;
    for (int from = start; from < end; ) {
      int to = text.indexOf('\n', from);
      to = to < 0 || to > end ? end : to;
      widest = Math.max(widest, width(from, to));
      from = to + 1;
    }
    return widest;
  }

  private int width(int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += text.charAt(i) >= 0x2E80 ? 2 : 1;
    }
    return width;
  }

  /** For each opening mark of the block the index of its closing mark, else -1. */
  private int[] partners() {
    int[] partners = new int[end - start];
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    int[] waiting = new int[OPEN.length()];
    int straight = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int kind = CLOSE.indexOf(c);
      if (c == '"') {
        if (straight >= 0 && closesStraight(i)) {
          partners[straight - start] = i;
          straight = -1;
        } else if (i + 1 < end && !isSpace(text.charAt(i + 1))) {
          straight = i;
        }
      } else if (OPEN.indexOf(c) >= 0) {
        open.push(i);
        waiting[OPEN.indexOf(c)]++;
      } else if (kind >= 0 && waiting[kind] > 0) {
        int last;
        do {
          last = open.pop();
          waiting[OPEN.indexOf(text.charAt(last))]--;
        } while (OPEN.indexOf(text.charAt(last)) != kind);
        partners[last - start] = i;
      }
    }
    return partners;
  }

  private boolean closesStraight(int at) {
    return !isSpace(text.charAt(at - 1))
        && (at + 1 >= end
            || !Character.isLetterOrDigit(text.charAt(at + 1))
            || isWide(text.codePointAt(at + 1))
            || isWide(text.codePointBefore(at)));
  }

  private int skipClosers(int from) {
    int at = from;
    while (at < end && CLOSERS.indexOf(text.charAt(at)) >= 0 && !opensHere(at)) {
      at++;
    }
    return at;
  }

  /** A straight mark right before a word opens something new. */
  private boolean opensHere(int at) {
    char c = text.charAt(at);
    return ("\"'*_`".indexOf(c) >= 0) && partner[at - start] > at;
  }

  private int skipOpeners(int from) {
    int at = from;
    while (at < end
        && (OPEN.indexOf(text.charAt(at)) >= 0 || "\"'*_`".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isGap(int at) {
    return at >= end || isSpace(text.charAt(at));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isStop(char c) {
    return switch (c) {
      case '。', '！', '？', '!', '?', '.', '…', '．' -> true;
      default -> false;
    };
  }

  private static boolean isWide(int c) {
    return c >= 0x2E80 && (Scripts.isCjk(c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00);
  }

  private static boolean isLatin(int c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isWordOrPoint(char c) {
    return c == '.' || isLatin(c) || Character.isDigit(c);
  }
}
