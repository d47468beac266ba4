package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Folding;
import io.winnow.text.GatedPattern;
import io.winnow.text.Scripts;
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
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    addManner(flaws, text, wordings);
    addForm(flaws, text);
    int fillers = wordings.count(wordings.phrases().filler());
    add(flaws, Flaw.SPOKEN, fillers * WORDS_PER_FILLER > Wording.words(text));
    boolean unusual = style.stopped() && !Wording.endsInStop(text);
    boolean few = sentence.kind() == Block.Kind.ITEM && Wording.width(text) < HEADING_WIDTH;
    add(flaws, Flaw.HEADING, unusual && (sentence.kind() == Block.Kind.PROSE || few));
    add(flaws, Flaw.TRAILING, unusual);
    add(flaws, Flaw.TITLE, !style.title().isEmpty() && style.title().equals(Folding.key(text)));
    boolean labelled = Style.label(text).filter(style.speakers()::contains).isPresent();
    add(flaws, Flaw.LABELLED, labelled);
    add(flaws, Flaw.TAGGED, !labelled && TAG.matcher(text).lookingAt());
    return flaws;
  }

  private static void addManner(Set<Flaw> flaws, String text, Wordings wordings) {
    Phrases phrases = wordings.phrases();
    add(flaws, Flaw.GREETING, wordings.opensWith(phrases.greeting()));
    add(flaws, Flaw.PROMOTION, wordings.has(phrases.promotion()));
    if (wordings.has(phrases.guide())) {
      boolean states = wordings.has(phrases.statement()) || Information.isRich(text);
      flaws.add(states ? Flaw.SELF : Flaw.GUIDE);
    }
    add(flaws, Flaw.PRAISE, wordings.has(phrases.praise()));
    add(flaws, Flaw.HOOK, wordings.opensWith(phrases.hook()));
    boolean dependent =
        wordings.opensWith(phrases.dependentOpening()) || wordings.has(phrases.dependent());
    add(flaws, Flaw.DEPENDENT, dependent);
    add(flaws, Flaw.POINTING, isPointing(text, wordings));
  }

  /** Whether it points at something before it has named anything. */
  private static boolean isPointing(String text, Wordings wordings) {
    if (wordings.opensWith(wordings.phrases().pointingOpening())) {
      return true;
    }
    int at = wordings.first(wordings.phrases().pointing());
    return at >= 0
        && at < firstClause(text)
        && !isNamed(text, wordings.text(), at, wordings.phrases());
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
  private static boolean isNamed(String text, String normal, int to, Phrases phrases) {
    int from = Wording.opening(text);
    int end = from;
    while (end < to && Character.isLetter(normal.charAt(end))) {
      end++;
    }
    boolean noun = end > from && !phrases.functionWords().contains(normal.substring(from, end));
    if (Scripts.cjkShare(text) > 0.3) {
      return LATIN.matcher(text).region(from, to).find()
          || text.indexOf('《', from) < to && text.indexOf('《', from) >= 0;
    }
    return to > from + 1
        && (NAMED.matcher(text).region(from + 1, to).find()
            || noun && Character.isUpperCase(text.charAt(from)));
  }

  private static void addForm(Set<Flaw> flaws, String text) {
    double words = Wording.words(text);
    boolean linked = (text.contains("://") || text.contains("ww")) && ADDRESS.isIn(text);
    double said = linked ? Wording.words(ADDRESS.pattern().matcher(text).replaceAll("")) : words;
    add(flaws, Flaw.LINKED, linked);
    add(flaws, Flaw.ADDRESS, linked && said < FEW_WORDS);
    boolean brief = said < FEW_WORDS * 2;
    boolean handle = brief && text.indexOf('@') >= 0 && HANDLE.isIn(text);
    boolean byline = handle && DAY.matcher(text).find() || brief && POSTED.isIn(text);
    add(flaws, Flaw.BYLINE, byline);
    add(flaws, Flaw.EMPTY, said < MIN_WORDS);
    add(flaws, Flaw.SHORT, said < FEW_WORDS);
    add(flaws, Flaw.QUOTED, Wording.isQuoted(text));
    add(flaws, Flaw.QUESTION, Wording.isQuestion(text));
    char last = Wording.last(text);
    add(flaws, Flaw.ANNOUNCEMENT, ":：—–".indexOf(last) >= 0);
    add(flaws, Flaw.TRAILING, "…,，、;；".indexOf(last) >= 0);
    add(flaws, Flaw.BROKEN, !Wording.isBalanced(text));
    add(flaws, Flaw.MARKED, Wording.hasAny(text, "*_`[]<\\$@") && MARKUP.isIn(text));
    add(flaws, Flaw.CHAIN, Wording.hasAny(text, "→>》〉|") && count(CHAIN, text) > 1);
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
