package io.winnow.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  static final String OPEN = "“‘「『（(《〈【[";
  static final String CLOSE = "”’」』）)》〉】]";

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

  /** For each opening mark of the block the index of its closing mark, else -1; null for none. */
  private final int @Nullable [] partner;

  /** Columns of the widest line; -1 before it is asked for. */
  private int widest = -1;

  private int[] ends = new int[8];
  private int size;

  private SentenceEnds(String text, Block block) {
    this.text = text;
    this.start = block.start();
    this.end = block.end();
    this.partner = hasOpening() ? partners() : null;
  }

  /** The ends, ascending, of the block's sentences; the last one is the end of the block. */
  static int[] of(String text, Block block) {
    SentenceEnds ends = new SentenceEnds(text, block);
    ends.scan();
    return Arrays.copyOf(ends.ends, ends.size);
  }

  private void scan() {
    for (int i = start; i < end; ) {
      char c = text.charAt(i);
      int marks = Marks.of(c);
      if (marks == 0) {
        i++;
        continue;
      }
      int whole = partnerOf(i);
      if (whole > i && whole - i <= WHOLE && !breaksLine(i, whole)) {
        i = afterBracket(i, whole);
      } else if (c == '\n') {
        if (!isWrapped(i)) {
          add(i);
        }
        i++;
      } else if ((marks & Marks.STOP) != 0) {
        i = afterStop(i);
      } else {
        i++;
      }
    }
    if (size == 0 || ends[size - 1] < end) {
      add(end);
    }
  }

  private void add(int at) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = at;
  }

  /** Where the sentence begins that is being read. */
  private int begin() {
    return size == 0 ? start : ends[size - 1];
  }

  private int partnerOf(int at) {
    return partner == null ? -1 : partner[at - start];
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
      add(next);
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
    int sentence = begin();
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
      add(next);
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
    int sentence = begin();
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
    while (last > start && Marks.is(text.charAt(last - 1), Marks.CLOSER)) {
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
    return width >= WRAPPED && width * 10 >= widest() * 6;
  }

  private boolean isGapEnd(int point, int next) {
    return !Character.isLowerCase(text.codePointAt(next)) && !isAbbreviated(point, next);
  }

  private int widest() {
    if (widest >= 0) {
      return widest;
    }
    widest = 0;
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

  private boolean hasOpening() {
    for (int i = start; i < end; i++) {
      if (Marks.is(text.charAt(i), Marks.OPENS | Marks.STRAIGHT)) {
        return true;
      }
    }
    return false;
  }

  private int[] partners() {
    int[] partners = new int[end - start];
    Arrays.fill(partners, -1);
    int[] open = new int[16];
    int opened = 0;
    int[] waiting = new int[OPEN.length()];
    int straight = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int marks = Marks.of(c);
      if ((marks & (Marks.OPENS | Marks.CLOSES | Marks.STRAIGHT)) == 0) {
        continue;
      }
      if (c == '"') {
        if (straight >= 0 && closesStraight(i)) {
          partners[straight - start] = i;
          straight = -1;
        } else if (i + 1 < end && !isSpace(text.charAt(i + 1))) {
          straight = i;
        }
      } else if ((marks & Marks.OPENS) != 0) {
        if (opened == open.length) {
          open = Arrays.copyOf(open, 2 * opened);
        }
        open[opened++] = i;
        waiting[OPEN.indexOf(c)]++;
      } else {
        int kind = CLOSE.indexOf(c);
        if (waiting[kind] > 0) {
          int last;
          do {
            last = open[--opened];
            waiting[OPEN.indexOf(text.charAt(last))]--;
          } while (OPEN.indexOf(text.charAt(last)) != kind);
          partners[last - start] = i;
        }
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
    while (at < end && Marks.is(text.charAt(at), Marks.CLOSER) && !opensHere(at)) {
      at++;
    }
    return at;
  }

  /** A straight mark right before a word opens something new. */
  private boolean opensHere(int at) {
    return partnerOf(at) > at && text.charAt(at) == '"';
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
    return CharKinds.is(c, CharKinds.SPACE);
  }

  private static boolean isStop(char c) {
    return Marks.is(c, Marks.STOP);
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

  /** What a character can mean for the end of a sentence; most mean nothing. */
  private static final class Marks {
    static final int OPENS = 1;
    static final int CLOSES = 2;
    static final int STRAIGHT = 4;
    static final int STOP = 8;
    static final int LINE = 16;

    /** Closes something, or is emphasis. */
    static final int CLOSER = 32;

    private static final byte[] MARKS = new byte[Character.MAX_VALUE + 1];

    static {
      mark(OPEN, OPENS);
      mark(CLOSE, CLOSES | CLOSER);
      mark("\"", STRAIGHT | CLOSER);
      mark("'*_`", CLOSER);
      mark("。！？!?.…．", STOP);
      mark("\n", LINE);
    }

    private Marks() {}

    private static void mark(String characters, int marks) {
      for (char c : characters.toCharArray()) {
        MARKS[c] |= (byte) marks;
      }
    }

    static int of(char c) {
      return MARKS[c];
    }

    static boolean is(char c, int marks) {
      return (MARKS[c] & marks) != 0;
    }
  }
}
