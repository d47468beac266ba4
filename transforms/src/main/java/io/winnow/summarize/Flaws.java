package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.GatedPattern;
import io.winnow.text.Sentence;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the flaws that a sentence has by its own words. */
final class Flaws {
  /** Fewer words than these say nothing. */
  private static final double MIN_WORDS = 4;

  /** Fewer words than these say little. */
  private static final double FEW_WORDS = 8;

  /** Columns of an item that is rather a heading, where sentences have stops. */
  private static final int HEADING_WIDTH = 60;

  /** Longest beginning of a sentence in which its subject is looked for. */
  private static final int CLAUSE = 40;

  /** Beginning of a sentence, in UTF-16 units, in which a label ends with a colon. */
  private static final int LABEL = 64;

  private static final double WORDS_PER_FILLER = 12;

  private static final GatedPattern ADDRESS =
      GatedPattern.compile(
          "https?://[^\\s，。）)]{1,2000}+|www\\.[^\\s，。）)]{1,2000}+", Pattern.CASE_INSENSITIVE);
  private static final GatedPattern MARKUP =
      GatedPattern.compile(
          "\\*\\*|__|`|!\\[|\\]\\(|</?[a-z][^<>]{0,200}>|\\\\[_*#\\[]|\\$[^$]{1,200}\\$|@\\w", 0);
  private static final GatedPattern CHAIN = GatedPattern.compile("→|[-=]>|-》|-〉|\\|", 0);
  private static final GatedPattern HANDLE = GatedPattern.compile("@\\w{2,40}", 0);
  private static final Pattern DAY =
      Pattern.compile("(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\p{L}{3,9} \\d{1,2}, \\d{4})\\W{0,3}$");
  private static final GatedPattern POSTED =
      GatedPattern.compile(
          "\\b(?:posted|published|written|updated)\\b[^.]{0,30}\\b\\d{4}\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile("[*_]{0,3}[^，。,.:：！？!?]{1,28}[*_]{0,3}\\s?[:：][*_]{0,3}\\s?\\S");

  /** What a Chinese sentence begins with before its subject. */
  private static final Pattern ADVERBIAL =
      Pattern.compile("(?:对于?|在|由于|随着|通过|为了|面对|作为|基于|当|如果|从|经过|根据)");

  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}{2}");
  private static final Pattern NAMED = Pattern.compile("\\p{Lu}");

  private Flaws() {}

  /** The flaws of a sentence in a text of that style. */
  static Set<Flaw> of(Sentence sentence, Style style) {
    return of(sentence, style, Wordings.of(sentence.text()));
  }

  static Set<Flaw> of(Sentence sentence, Style style, Wordings wordings) {
    String text = sentence.text();
    Shape shape = wordings.shape();
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    addManner(flaws, wordings);
    addForm(flaws, shape);
    add(flaws, Flaw.SPOKEN, wordings.fillers() * WORDS_PER_FILLER > shape.words());
    boolean unusual = style.stopped() && !Wording.endsInStop(text);
    boolean few = sentence.kind() == Block.Kind.ITEM && shape.width() < HEADING_WIDTH;
    add(flaws, Flaw.HEADING, unusual && (sentence.kind() == Block.Kind.PROSE || few));
    add(flaws, Flaw.TRAILING, unusual);
    add(flaws, Flaw.TITLE, style.isTitle(text));
    if (shape.has(Shape.COLON)) {
      boolean labelled =
          !style.speakers().isEmpty()
              && Style.label(text).filter(style.speakers()::contains).isPresent();
      add(flaws, Flaw.LABELLED, labelled);
      add(flaws, Flaw.TAGGED, !labelled && isTagged(text));
    }
    return flaws;
  }

  /** Whether a short label and a colon begin it. */
  private static boolean isTagged(String text) {
    for (int i = 0; i < Math.min(text.length(), LABEL); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：') {
        return TAG.matcher(text).lookingAt();
      }
      if ("，。,.！？!?".indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }

  private static void addManner(Set<Flaw> flaws, Wordings wordings) {
    add(flaws, Flaw.GREETING, wordings.has(Manner.GREETING));
    add(flaws, Flaw.PROMOTION, wordings.has(Manner.PROMOTION));
    if (wordings.has(Manner.GUIDE)) {
      boolean states = wordings.has(Manner.STATEMENT) || Information.isRich(wordings);
      flaws.add(states ? Flaw.SELF : Flaw.GUIDE);
    }
    add(flaws, Flaw.PRAISE, wordings.has(Manner.PRAISE));
    add(flaws, Flaw.HOOK, wordings.has(Manner.HOOK));
    boolean dependent = wordings.has(Manner.DEPENDENT_OPENING) || wordings.has(Manner.DEPENDENT);
    add(flaws, Flaw.DEPENDENT, dependent);
    add(flaws, Flaw.POINTING, isPointing(wordings));
  }

  /** Whether it points at something before it has named anything. */
  private static boolean isPointing(Wordings wordings) {
    if (wordings.has(Manner.POINTING_OPENING)) {
      return true;
    }
    int at = wordings.pointing();
    return at >= 0 && at < firstClause(wordings.shape().sentence()) && !isNamed(wordings, at);
  }

  private static int firstClause(String text) {
    if (ADVERBIAL.matcher(text).lookingAt()) {
      return Math.min(text.length(), CLAUSE);
    }
    int end = 0;
    while (end < Math.min(text.length(), CLAUSE) && "，,；;：:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Whether a name, or a noun that begins the sentence, stands before. */
  private static boolean isNamed(Wordings wordings, int to) {
    String text = wordings.shape().sentence();
    String normal = wordings.text();
    int from = Wording.opening(text);
    int end = from;
    while (end < to && Character.isLetter(normal.charAt(end))) {
      end++;
    }
    if (wordings.shape().dense()) {
      return LATIN.matcher(text).region(from, to).find()
          || text.indexOf('《', from) < to && text.indexOf('《', from) >= 0;
    }
    boolean noun =
        end > from && !wordings.phrases().functionWords().contains(normal.substring(from, end));
    return to > from + 1
        && (NAMED.matcher(text).region(from + 1, to).find()
            || noun && Character.isUpperCase(text.charAt(from)));
  }

  private static void addForm(Set<Flaw> flaws, Shape shape) {
    String text = shape.sentence();
    double words = shape.words();
    boolean linked = (text.contains("://") || text.contains("ww")) && ADDRESS.isIn(text);
    double said = linked ? Wording.words(ADDRESS.pattern().matcher(text).replaceAll("")) : words;
    add(flaws, Flaw.LINKED, linked);
    add(flaws, Flaw.ADDRESS, linked && said < FEW_WORDS);
    boolean brief = said < FEW_WORDS * 2 && shape.has(Shape.DIGIT);
    boolean handle = brief && shape.has(Shape.AT) && HANDLE.isIn(text);
    boolean byline = handle && DAY.matcher(text).find() || brief && POSTED.isIn(text);
    add(flaws, Flaw.BYLINE, byline);
    add(flaws, Flaw.EMPTY, said < MIN_WORDS);
    add(flaws, Flaw.SHORT, said < FEW_WORDS);
    add(flaws, Flaw.QUOTED, Wording.isQuoted(text));
    add(flaws, Flaw.QUESTION, Wording.isQuestion(text));
    char last = Wording.last(text);
    add(flaws, Flaw.ANNOUNCEMENT, ":：—–".indexOf(last) >= 0);
    add(flaws, Flaw.TRAILING, "…,，、;；".indexOf(last) >= 0);
    add(flaws, Flaw.BROKEN, !shape.balanced());
    add(flaws, Flaw.MARKED, shape.has(Shape.MARKUP) && MARKUP.isIn(text));
    add(flaws, Flaw.CHAIN, shape.has(Shape.JOINT) && count(CHAIN, text) > 1);
  }

  private static int count(GatedPattern pattern, String text) {
    GatedPattern.Search search = pattern.search(text);
    int count = 0;
    while (search.find()) {
      count++;
    }
    return count;
  }

  private static void add(Set<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }
}
