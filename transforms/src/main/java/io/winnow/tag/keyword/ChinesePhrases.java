package io.winnow.tag.keyword;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Noun phrases of Chinese: up to four words of a segmenter, with Latin names inside kept whole. How
 * much a word tells comes from its frequency in the dictionary that ships with the segmenter.
 */
final class ChinesePhrases implements PhraseFinder {
  private static final Pattern LATIN =
      Pattern.compile(
          "[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}.+#/&'’_-]*+(?: [A-Z0-9][\\p{IsLatin}\\p{N}.+#&'’_-]*+)*+");

  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,%+/:-]++");

  /** One letter a word: N noun or name, n verbal noun, b modifier, v verb, a adjective, g morph. */
  private static final Pattern PHRASE = Pattern.compile("[Nnbavg]*+(?<=[Nnvg])");

  private static final int MAX_WORDS = 4;
  private static final int MAX_CHARS = 12;
  private static final int MAX_LATIN_CHARS = 40;
  private static final Weights WEIGHTS = new Weights(0.4, 0.8, 0.7, 0.5, 300, 0.3);

  /** Words counted for the dictionary, about. */
  private static final double CORPUS = 2.5e7;

  private static final class Model {
    static final Segment INSTANCE =
        HanLP.newSegment()
            .enableCustomDictionary(false)
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(true);
  }

  private record Word(String text, char type) {}

  private final WordLists words = WordLists.of("zh");

  @Override
  public void find(String sentence, Sink sink) {
    List<Word> found = new ArrayList<>();
    Matcher latin = LATIN.matcher(sentence);
    int from = 0;
    while (latin.find()) {
      segment(sentence.substring(from, latin.start()), found);
      String text = latin.group().replaceFirst("[.'’&/_-]+$", "");
      found.add(new Word(text, NUMBER.matcher(text).matches() ? 'D' : 'N'));
      from = latin.start() + text.length();
    }
    segment(sentence.substring(from), found);
    found.forEach(word -> sink.word(fold(word.text())));
    for (int i = 0; i < found.size(); i++) {
      phrasesFrom(found, i, sink);
    }
  }

  private void phrasesFrom(List<Word> found, int first, Sink sink) {
    StringBuilder surface = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = first; i < Math.min(found.size(), first + MAX_WORDS); i++) {
      Word word = found.get(i);
      if (word.type() == '.' || word.type() == 'D') {
        return;
      }
      surface.append(word.text());
      types.append(word.type());
      if (surface.length() > (isLatin(word.text()) ? MAX_LATIN_CHARS : MAX_CHARS)) {
        return;
      }
      if (surface.length() > 1 && PHRASE.matcher(types).matches()) {
        List<String> parts =
            found.subList(first, i + 1).stream().map(part -> fold(part.text())).toList();
        sink.phrase(surface.toString(), parts, fitness(types, parts, surface.length()));
      }
    }
  }

  private double fitness(CharSequence types, List<String> parts, int chars) {
    double fitness = 1;
    if (parts.stream().allMatch(words.generic()::contains)) {
      fitness *= 0.1;
    }
    char head = types.charAt(0);
    if (head == 'v' || head == 'a') {
      fitness *= 0.7;
    }
    if (types.length() == 1 && (head == 'v' || head == 'g')) {
      fitness *= 0.5;
    }
    if (types.charAt(types.length() - 1) == 'v') {
      fitness *= 0.7;
    }
    return chars == 2 && !isLatin(parts.get(0)) ? fitness * 0.8 : fitness;
  }

  @Override
  public double information(String word) {
    int frequency = isLatin(word) ? 0 : CoreDictionary.getTermFrequency(word);
    double information = Math.log(CORPUS / (frequency + 50)) / Math.log(CORPUS / 50);
    return words.generic().contains(word) ? 0.5 * information : information;
  }

  @Override
  public Weights weights() {
    return WEIGHTS;
  }

  private void segment(String text, List<Word> found) {
    if (text.isEmpty()) {
      return;
    }
    for (Term term : Model.INSTANCE.seg(text)) {
      found.add(new Word(term.word, typeOf(term.word, term.nature.toString())));
    }
  }

  private char typeOf(String word, String nature) {
    if (words.stop().contains(word) || !Character.isLetterOrDigit(word.codePointAt(0))) {
      return '.';
    }
    if (nature.equals("vn") || nature.equals("an")) {
      return 'n';
    }
    return switch (nature) {
      case "b", "j", "l", "i", "s" -> 'b';
      case "g", "vg", "ng", "ag", "q", "k", "h" -> 'g';
      default ->
          switch (nature.charAt(0)) {
            case 'n', 'x' -> 'N';
            case 'a' -> 'a';
            case 'v' -> word.length() > 1 ? 'v' : '.';
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
