package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Folding;
import io.winnow.text.GatedPattern;
import io.winnow.text.Sentence;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the flaws of sentences. */
final class Flaws {
  private static final double MIN_WORDS = 4;
  private static final double WORDS_PER_FILLER = 12;
  private static final GatedPattern ADDRESS =
      GatedPattern.compile(
          "https?://[^\\s，。）)]{1,2000}+|www\\.[^\\s，。）)]{1,2000}+", Pattern.CASE_INSENSITIVE);
  private static final GatedPattern MARKUP =
      GatedPattern.compile(
          "\\*\\*|__|`|!\\[|\\]\\(|</?[a-z][^<>]{0,200}>|\\\\[_*#\\[]|\\$[^$]{1,200}\\$|@\\w", 0);

  private final GatedPattern greeting;
  private final GatedPattern promotion;
  private final GatedPattern guide;
  private final GatedPattern hook;
  private final GatedPattern dependentOpening;
  private final GatedPattern dependent;
  private final GatedPattern filler;

  Flaws(Phrases phrases) {
    greeting = phrases.pattern("greeting-opening");
    promotion = phrases.pattern("promotion");
    guide = phrases.pattern("guide");
    hook = phrases.pattern("hook-opening");
    dependentOpening = phrases.pattern("dependent-opening");
    dependent = phrases.pattern("dependent");
    filler = phrases.pattern("filler");
  }

  /** The flaws of a sentence in a text of that style. */
  Set<Flaw> of(Sentence sentence, Style style) {
    String text = sentence.text();
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    add(flaws, Flaw.GREETING, opens(greeting, text));
    add(flaws, Flaw.PROMOTION, promotion.isIn(text));
    add(flaws, Flaw.GUIDE, guide.isIn(text));
    add(flaws, Flaw.HOOK, opens(hook, text));
    add(flaws, Flaw.DEPENDENT, opens(dependentOpening, text) || dependent.isIn(text));
    addForm(flaws, text);
    boolean stopped = Wording.endsInStop(text);
    add(flaws, Flaw.HEADING, sentence.kind() == Block.Kind.PROSE && style.stopped() && !stopped);
    add(flaws, Flaw.TITLE, !style.title().isEmpty() && style.title().equals(Folding.key(text)));
    add(flaws, Flaw.LABELLED, Style.label(text).filter(style.speakers()::contains).isPresent());
    return flaws;
  }

  private void addForm(Set<Flaw> flaws, String text) {
    double words = Wording.words(text);
    boolean linked = ADDRESS.isIn(text);
    double without = linked ? Wording.words(ADDRESS.pattern().matcher(text).replaceAll("")) : words;
    add(flaws, Flaw.LINKED, linked);
    add(flaws, Flaw.ADDRESS, linked && without < MIN_WORDS * 1.5);
    add(flaws, Flaw.EMPTY, without < MIN_WORDS);
    add(flaws, Flaw.QUESTION, Wording.isQuestion(text));
    char last = Wording.last(text);
    add(flaws, Flaw.ANNOUNCEMENT, ":：—–".indexOf(last) >= 0);
    add(flaws, Flaw.TRAILING, "…,，、;；".indexOf(last) >= 0);
    add(flaws, Flaw.BROKEN, !Wording.isBalanced(text));
    add(flaws, Flaw.MARKED, MARKUP.isIn(text));
    add(flaws, Flaw.SPOKEN, count(filler, text) * WORDS_PER_FILLER > words);
  }

  private static boolean opens(GatedPattern pattern, String text) {
    return pattern.begins(text, Wording.opening(text));
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
