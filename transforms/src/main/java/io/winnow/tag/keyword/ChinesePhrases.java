package io.winnow.tag.keyword;

import io.winnow.han.Natures;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;

/**
 * Noun phrases of Chinese: up to four words in a row that nouns, verbal nouns and their modifiers
 * make, with the Latin names among them.
 */
final class ChinesePhrases implements PhraseFinder {
  private static final int MAX_WORDS = 4;
  private static final int MAX_CHARS = 12;
  private static final int MAX_WORD_CHARS = 30;
  private static final int MAX_LATIN_CHARS = 40;

  private static final Powers POWERS = new Powers(new Weights(0.5, 1.1, 0.7, 0.5, 300, 0.3));

  private static final double VERB_FIRST = 0.4;
  private static final double VERB_INSIDE = 0.2;
  private static final double VERB_LAST = 0.7;
  private static final double LONE_VERB = 0.5;
  private static final double TWO_CHARS = 0.8;
  private static final double GENERIC_ALONE = 0.1;
  private static final double GENERIC = 0.5;

  /** A sentence with less than this share of Chinese letters is read as English. */
  private static final double LATIN = 0.1;

  /**
   * By part of speech one letter a word: N noun or name, n verbal noun, b modifier, v verb, a
   * adjective, g morph, r what may only look like a person's name; a point for all others.
   */
  private static final char[] TYPES = types();

  private final WordLists lists = WordLists.of("zh");
  private final Background background = Background.of("zh");
  private final EnglishPhrases english;
  private final ChineseKinds kinds;
  private final NewWords newWords;

  ChinesePhrases(EnglishPhrases english) {
    this.english = english;
    this.kinds = new ChineseKinds(lists, english);
    this.newWords = new NewWords(kinds, english.terms());
  }

  @Override
  public void find(List<String> sentences, PhraseRanking ranking) {
    ChineseWords cutter = new ChineseWords(english);
    boolean[] latin = new boolean[sentences.size()];
    for (int s = 0; s < latin.length; s++) {
      latin[s] = Scripts.cjkShare(sentences.get(s)) < LATIN;
      if (!latin[s]) {
        cutter.read(sentences.get(s));
      }
      cutter.words().endSentence();
    }
    ChineseText text = newWords.join(cutter.words());
    Passage passage = new Passage(text, ranking);
    EnglishSentence words = new EnglishSentence(english);
    for (int s = 0; s < latin.length; s++) {
      ranking.sentence(s);
      if (latin[s]) {
        english.find(sentences.get(s), words, ranking);
        continue;
      }
      for (int i = text.begin(s); i < text.end(s); i++) {
        for (Term part : passage.parts(i)) {
          ranking.word(part);
        }
      }
      for (int first = text.begin(s); first < text.end(s); first++) {
        passage.phrasesFrom(first, text.end(s));
      }
    }
  }

  /** Finds the phrases of one text. */
  private final class Passage {
    private final ChineseText text;
    private final PhraseRanking ranking;
    private final char[] types;
    private final Term[][] parts;

    /** The words of the phrase that is looked at. */
    private final List<Term> phrase = new ArrayList<>();

    Passage(ChineseText text, PhraseRanking ranking) {
      this.text = text;
      this.ranking = ranking;
      types = new char[text.size];
      parts = new Term[text.size][];
      for (int i = 0; i < types.length; i++) {
        types[i] = typeOf(text.words[i], text.natures[i]);
        parts[i] =
            text.natures[i] == ChineseText.LATIN
                ? english.words(text.words[i].text).toArray(Term[]::new)
                : new Term[] {text.words[i]};
      }
    }

    /** A word, or the words of a Latin name. */
    Term[] parts(int i) {
      return parts[i];
    }

    void phrasesFrom(int first, int end) {
      phrase.clear();
      long key = 0;
      int length = 0;
      boolean part = false;
      for (int i = first; i < Math.min(end, first + MAX_WORDS); i++) {
        Term word = text.words[i];
        if (types[i] == '.') {
          return;
        }
        length += i > first && text.spaced[i] ? 1 : 0;
        length += word.text.length();
        part |= types[i] == 'r';
        for (Term each : parts[i]) {
          phrase.add(each);
          key = key * each.power + each.hash;
        }
        int most = isLatin(word) ? MAX_LATIN_CHARS : i == first ? MAX_WORD_CHARS : MAX_CHARS;
        if (length > most) {
          return;
        }
        if (length > 1 && "Nnvgr".indexOf(types[i]) >= 0) {
          Candidate candidate = ranking.known(key);
          if (candidate == null) {
            candidate =
                ranking.add(
                    key,
                    surface(first, i + 1),
                    phrase.toArray(Term[]::new),
                    fitness(first, i + 1, length));
          }
          ranking.use(candidate, !part);
        }
      }
    }

    private String surface(int from, int to) {
      StringBuilder surface = new StringBuilder();
      for (int i = from; i < to; i++) {
        if (i > from && text.spaced[i]) {
          surface.append(' ');
        }
        surface.append(text.words[i].text);
      }
      return surface.toString();
    }

    private double fitness(int from, int to, int chars) {
      boolean generic = true;
      for (Term word : phrase) {
        generic &= lists.generic().contains(word.text);
      }
      double fitness = generic ? GENERIC_ALONE : 1;
      char head = types[from];
      if (head == 'v' || head == 'a') {
        fitness *= VERB_FIRST;
      }
      if (to - from == 1 && (head == 'v' || head == 'g')) {
        fitness *= LONE_VERB;
      }
      if (hasVerb(from + 1, to - 1)) {
        fitness *= VERB_INSIDE;
      }
      if (types[to - 1] == 'v') {
        fitness *= VERB_LAST;
      }
      return chars == 2 && !isLatin(phrase.get(0)) ? fitness * TWO_CHARS : fitness;
    }

    private boolean hasVerb(int from, int to) {
      for (int i = from; i < to; i++) {
        if (types[i] == 'v') {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public double information(Term word) {
    double known = word.chinese;
    if (Double.isNaN(known)) {
      known = ChineseWords.information(word.text) * background.damped(word.text);
      known = lists.generic().contains(word.text) ? GENERIC * known : known;
      word.chinese = known;
    }
    return known;
  }

  @Override
  public boolean isCommon(String word) {
    return background.isCommon(word) || english.isCommon(word);
  }

  @Override
  public Powers powers() {
    return POWERS;
  }

  private char typeOf(Term word, short nature) {
    if (kinds.isClosed(word) || nature == ChineseText.NUMBER) {
      return '.';
    }
    if (nature == ChineseText.LATIN) {
      return kinds.isName(word) ? 'N' : '.';
    }
    char type = TYPES[nature];
    if (type == 'v') {
      return word.text.length() > 1 ? 'v' : '.';
    }
    return type == 'r' && kinds.isKnown(word) ? 'N' : type;
  }

  private static char[] types() {
    char[] types = new char[Natures.count()];
    for (int i = 0; i < types.length; i++) {
      String nature = Natures.name(i);
      types[i] =
          switch (nature) {
            case "vn", "an" -> 'n';
            case "b", "j", "l", "i", "s" -> 'b';
            case "g", "vg", "ng", "ag", "q", "k", "h" -> 'g';
            case "nr" -> 'r';
            default ->
                switch (nature.charAt(0)) {
                  case 'n', 'x' -> 'N';
                  case 'a' -> 'a';
                  case 'v' -> 'v';
                  default -> '.';
                };
          };
    }
    return types;
  }

  private static boolean isLatin(Term word) {
    return word.text.charAt(0) < 0x2E80;
  }
}
