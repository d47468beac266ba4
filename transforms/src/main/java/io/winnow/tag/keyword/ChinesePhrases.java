package io.winnow.tag.keyword;

import io.winnow.tag.keyword.ChineseWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Noun phrases of Chinese: up to four words in a row that nouns, verbal nouns and their modifiers
 * make, with the Latin names among them.
 */
final class ChinesePhrases implements PhraseFinder {
  /** One letter a word: N noun or name, n verbal noun, b modifier, v verb, a adjective, g morph. */
  private static final Pattern PHRASE = Pattern.compile("[Nnbavg]*+(?<=[Nnvg])");

  /** Characters that a Chinese keyword does not begin with. */
  private static final String PRONOUNS = "我你他她它这那其此每各您咱";

  private static final int MAX_WORDS = 4;
  private static final int MAX_CHARS = 12;
  private static final int MAX_LATIN_CHARS = 40;
  private static final Weights WEIGHTS = new Weights(0.5, 1.1, 0.7, 0.5, 300, 0.3);

  private static final double VERB_FIRST = 0.7;
  private static final double VERB_LAST = 0.7;
  private static final double LONE_VERB = 0.5;
  private static final double TWO_CHARS = 0.8;
  private static final double GENERIC_ALONE = 0.1;
  private static final double GENERIC = 0.5;

  private final WordLists words = WordLists.of("zh");

  @Override
  public void find(List<String> sentences, Sink sink) {
    List<List<Word>> all = sentences.stream().map(ChineseWords::of).toList();
    all = NewWords.join(all);
    for (int s = 0; s < all.size(); s++) {
      sink.sentence(s);
      List<Word> sentence = all.get(s);
      sentence.forEach(word -> sink.word(fold(word.text())));
      for (int first = 0; first < sentence.size(); first++) {
        phrasesFrom(sentence, first, sink);
      }
    }
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
      if (surface.length() > (isLatin(word.text()) ? MAX_LATIN_CHARS : MAX_CHARS)) {
        return;
      }
      if (surface.length() > 1 && PHRASE.matcher(types).matches()) {
        List<String> parts =
            sentence.subList(first, i + 1).stream().map(part -> fold(part.text())).toList();
        sink.phrase(surface.toString(), parts, fitness(types, parts, surface.length()));
      }
    }
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
    if (types.charAt(types.length() - 1) == 'v') {
      fitness *= VERB_LAST;
    }
    return chars == 2 && !isLatin(parts.get(0)) ? fitness * TWO_CHARS : fitness;
  }

  @Override
  public double information(String word) {
    double information = ChineseWords.information(word);
    return words.generic().contains(word) ? GENERIC * information : information;
  }

  @Override
  public Weights weights() {
    return WEIGHTS;
  }

  private char typeOf(Word word) {
    String text = word.text();
    if (words.stop().contains(text)
        || !Character.isLetterOrDigit(text.codePointAt(0))
        || PRONOUNS.indexOf(text.charAt(0)) >= 0) {
      return '.';
    }
    return switch (word.nature()) {
      case ChineseWords.LATIN -> 'N';
      case ChineseWords.NUMBER -> '.';
      case "vn", "an" -> 'n';
      case "b", "j", "l", "i", "s" -> 'b';
      case "g", "vg", "ng", "ag", "q", "k", "h" -> 'g';
      default ->
          switch (word.nature().charAt(0)) {
            case 'n', 'x' -> 'N';
            case 'a' -> 'a';
            case 'v' -> text.length() > 1 ? 'v' : '.';
            default -> '.';
          };
    };
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x2E80;
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
