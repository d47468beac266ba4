package io.winnow.tag.keyword;

import io.winnow.han.HanDictionary;
import io.winnow.han.WordCutter;
import io.winnow.text.Scripts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Chinese sentences into words with their parts of speech. Latin names and numbers are whole
 * words. Only the dictionaries inside the segmenter's own archive are used. For one thread.
 */
final class ChineseWords {
  /** A name: every word of it begins with a capital or a digit. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{Lu}\\p{N}][^ ]*+(?: [\\p{Lu}\\p{N}][^ ]*+){0,3}+");

  /** The title of a book, paper or film, in its own marks. */
  private static final Pattern WORK = Pattern.compile("《([^《》\\s][^《》\\n]{0,28}[^《》\\s])》");

  /** Words counted for the dictionary, about. */
  private static final double CORPUS = 2.5e7;

  /** Words of a term. */
  private static final int MAX_TERM = 3;

  private static final int SMOOTHING = 50;

  private final EnglishPhrases english;
  private final WordTable<Term> terms;
  private final EnglishSentence latin;

  /** Something that no phrase reaches across. */
  private final Term gap;

  private final WordCutter cutter = WordCutter.withNames();
  private final ChineseText words = new ChineseText();
  private String sentence = "";
  private char[] text = new char[256];

  ChineseWords(EnglishPhrases english) {
    this.english = english;
    this.terms = english.terms();
    this.latin = new EnglishSentence(english);
    this.gap = terms.get(" ");
  }

  /** All words that were read. */
  ChineseText words() {
    return words;
  }

  /** Reads the words of a sentence. */
  void read(String sentence) {
    this.sentence = sentence;
    if (text.length < sentence.length()) {
      text = new char[2 * sentence.length()];
    }
    sentence.getChars(0, sentence.length(), text, 0);
    int from = 0;
    if (sentence.indexOf('《') >= 0) {
      Matcher work = WORK.matcher(sentence);
      while (work.find()) {
        addPassage(from, work.start());
        boolean isLatin = Scripts.cjkShare(work.group(1)) == 0;
        addGap();
        words.add(
            terms.get(work.group(1)), isLatin ? ChineseText.LATIN : ChineseText.PROPER, false);
        addGap();
        from = work.end();
      }
    }
    addPassage(from, sentence.length());
  }

  private void addGap() {
    words.add(gap, ChineseText.MARK, false);
  }

  private void addPassage(int start, int end) {
    int from = start;
    for (int at = LatinRuns.start(text, from, end); at < end; ) {
      segment(from, at);
      from = LatinRuns.end(text, at, end);
      addLatin(at, from);
      at = LatinRuns.start(text, from, end);
    }
    segment(from, end);
  }

  /** Adds a name or term whole; of longer English the phrases, with a gap between them. */
  private void addLatin(int from, int to) {
    String run = sentence.substring(from, to);
    if (run.indexOf(' ') < 0 || isTerm(run) || NAME.matcher(run).matches()) {
      addWord(from, run);
      return;
    }
    latin.read(run, 0, run.length());
    latin.classify();
    int end = 0;
    while (latin.nextPhrase()) {
      int start = latin.starts[latin.phraseStart];
      if (start > end) {
        addGap();
      }
      end = latin.ends[latin.phraseEnd - 1];
      addWord(from + start, run.substring(start, end));
    }
    if (end < run.length()) {
      addGap();
    }
  }

  /** Whether a few English words amid Chinese are a term: none of them is a grammar word. */
  private boolean isTerm(String run) {
    List<String> words = List.of(run.split(" "));
    return words.size() <= MAX_TERM
        && (words.size() == 1
            || words.stream().map(EnglishWord::lower).noneMatch(english::isNoKeyword));
  }

  private void addWord(int at, String run) {
    int end = withoutEnd(run);
    String word = run.substring(0, end);
    short nature = LatinRuns.isNumber(word) ? ChineseText.NUMBER : ChineseText.LATIN;
    words.add(terms.get(word), nature, isSpaced(at));
    if (end < run.length()) {
      addGap();
    }
  }

  /** Where a run ends without the punctuation that it takes along. */
  private static int withoutEnd(String run) {
    int end = run.length();
    while (end > 1 && ".'’&/_-".indexOf(run.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private boolean isSpaced(int at) {
    return at > 0 && text[at - 1] == ' ';
  }

  /**
   * How much a word tells, 0 to 1, by its frequency in the newspaper corpus behind the dictionary.
   */
  static double information(String word) {
    int frequency = word.charAt(0) < 0x2E80 ? 0 : HanDictionary.frequency(word);
    return Math.log(CORPUS / (frequency + SMOOTHING)) / Math.log(CORPUS / SMOOTHING);
  }

  private void segment(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text[from] == ' ') {
      from++;
    }
    while (to > from && text[to - 1] == ' ') {
      to--;
    }
    if (from == to) {
      return;
    }
    boolean spaced = isSpaced(from);
    cutter.cut(sentence, from, to);
    for (int i = 0; i < cutter.count(); i++) {
      int begin = from + cutter.begin(i);
      Term word = terms.get(text, begin, begin + cutter.length(i));
      words.add(word, (short) cutter.nature(i), spaced);
      spaced = false;
    }
  }
}
