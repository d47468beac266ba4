package io.winnow.tag.keyword;

import io.winnow.tag.keyword.ChineseWords.Word;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Noun phrases of Chinese: up to four words in a row that nouns, verbal nouns and their modifiers
 * make, with the Latin names among them.
 */
final class ChinesePhrases implements PhraseFinder {
  /**
   * One letter a word: N noun or name, n verbal noun, b modifier, v verb, a adjective, g morph, r
   * what looks like a person's name.
   */
  private static final Pattern PHRASE = Pattern.compile("[Nnbavgr]*+(?<=[Nnvgr])");

  /** Characters that a Chinese keyword does not begin with. */
  private static final String PRONOUNS = "我你他她它这那其此每各您咱";

  /** Adverbs, likewise. */
  private static final String ADVERBS = "很太刚都";

  private static final int MAX_WORDS = 4;
  private static final int MAX_CHARS = 12;
  private static final int MAX_WORD_CHARS = 30;
  private static final int MAX_LATIN_CHARS = 40;

  /** A number with its unit; 3D and 5G are none. */
  private static final Pattern QUANTITY =
      Pattern.compile("(?![1-6][DG]$)[\\p{N}][\\p{N}.,]*+\\p{IsLatin}{1,3}");

  private static final Weights WEIGHTS = new Weights(0.5, 1.1, 0.7, 0.5, 300, 0.3);

  private static final double VERB_FIRST = 0.4;
  private static final double VERB_INSIDE = 0.2;
  private static final double VERB_LAST = 0.7;
  private static final double LONE_VERB = 0.5;
  private static final double TWO_CHARS = 0.8;
  private static final double GENERIC_ALONE = 0.1;
  private static final double GENERIC = 0.5;

  /** A sentence with less than this share of Chinese letters is read as English. */
  private static final double LATIN = 0.1;

  private final WordLists words = WordLists.of("zh");
  private final Background background = Background.of("zh");
  private final EnglishPhrases english;
  private final NewWords newWords = new NewWords(words.stop());

  ChinesePhrases(EnglishPhrases english) {
    this.english = english;
  }

  @Override
  public void find(List<String> sentences, Sink sink) {
    ChineseWords cutter = new ChineseWords(english);
    List<List<Word>> all =
        newWords.join(
            sentences.stream()
                .map(sentence -> isEnglish(sentence) ? List.<Word>of() : cutter.of(sentence))
                .toList());
    for (int s = 0; s < all.size(); s++) {
      sink.sentence(s);
      List<Word> sentence = all.get(s);
      if (isEnglish(sentences.get(s))) {
        english.find(sentences.get(s), sink);
        continue;
      }
      parts(sentence).forEach(sink::word);
      for (int first = 0; first < sentence.size(); first++) {
        phrasesFrom(sentence, first, sink);
      }
    }
  }

  private static boolean isEnglish(String sentence) {
    return Scripts.cjkShare(sentence) < LATIN;
  }

  private void phrasesFrom(List<Word> sentence, int first, Sink sink) {
    StringBuilder surface = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = first; i < Math.min(sentence.size(), first + MAX_WORDS); i++) {
      Word word = sentence.get(i);
      char type = typeOf(word);
      if (type == '.') {
        return;
      }
      if (i > first && word.spaced()) {
        surface.append(' ');
      }
      surface.append(word.text());
      types.append(type);
      int most = isLatin(word.text()) ? MAX_LATIN_CHARS : i == first ? MAX_WORD_CHARS : MAX_CHARS;
      if (surface.length() > most) {
        return;
      }
      if (surface.length() > 1 && PHRASE.matcher(types).matches()) {
        List<String> parts = parts(sentence.subList(first, i + 1));
        double fitness = fitness(types, parts, surface.length());
        if (types.indexOf("r") >= 0) {
          sink.part(surface.toString(), parts, fitness);
        } else {
          sink.phrase(surface.toString(), parts, fitness);
        }
      }
    }
  }

  private static List<String> parts(List<Word> phrase) {
    List<String> parts = new ArrayList<>();
    for (Word word : phrase) {
      if (word.nature().equals(ChineseWords.LATIN)) {
        parts.addAll(EnglishPhrases.words(word.text()));
      } else {
        parts.add(word.text());
      }
    }
    return parts;
  }

  private double fitness(CharSequence types, List<String> parts, int chars) {
    double fitness = words.generic().containsAll(parts) ? GENERIC_ALONE : 1;
    char head = types.charAt(0);
    if (head == 'v' || head == 'a') {
      fitness *= VERB_FIRST;
    }
    if (types.length() == 1 && (head == 'v' || head == 'g')) {
      fitness *= LONE_VERB;
    }
    if (inside(types, 'v')) {
      fitness *= VERB_INSIDE;
    }
    if (types.charAt(types.length() - 1) == 'v') {
      fitness *= VERB_LAST;
    }
    return chars == 2 && !isLatin(parts.get(0)) ? fitness * TWO_CHARS : fitness;
  }

  private static boolean inside(CharSequence types, char type) {
    for (int i = 1; i < types.length() - 1; i++) {
      if (types.charAt(i) == type) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double information(String word) {
    double information = ChineseWords.information(word) * background.damped(word);
    return words.generic().contains(word) ? GENERIC * information : information;
  }

  @Override
  public boolean isCommon(String word) {
    return background.isCommon(word) || english.isCommon(word);
  }

  @Override
  public Weights weights() {
    return WEIGHTS;
  }

  private char typeOf(Word word) {
    String text = word.text();
    if (words.stop().contains(text)
        || !Character.isLetterOrDigit(text.codePointAt(0))
        || PRONOUNS.indexOf(text.charAt(0)) >= 0
        || isAdverbial(text)) {
      return '.';
    }
    return switch (word.nature()) {
      case ChineseWords.LATIN -> isName(text) ? 'N' : '.';
      case ChineseWords.NUMBER -> '.';
      case "vn", "an" -> 'n';
      case "b", "j", "l", "i", "s" -> 'b';
      case "g", "vg", "ng", "ag", "q", "k", "h" -> 'g';
      default ->
          switch (word.nature().charAt(0)) {
            case 'n', 'x' -> word.nature().equals("nr") && !ChineseWords.isKnown(text) ? 'r' : 'N';
            case 'a' -> 'a';
            case 'v' -> text.length() > 1 ? 'v' : '.';
            default -> '.';
          };
    };
  }

  /** What a dictionary calls a noun and is none: 更容易, 刚开始, 一家. */
  private static boolean isAdverbial(String text) {
    char first = text.charAt(0);
    return ADVERBS.indexOf(first) >= 0
        || first == '更' && text.length() > 2
        || first == '一' && text.length() == 2
        || text.startsWith("可能");
  }

  private boolean isName(String latin) {
    return latin.length() > 1
        && !QUANTITY.matcher(latin).matches()
        && !english.isNoKeyword(latin.toLowerCase(Locale.ROOT));
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x2E80;
  }
}
