package io.winnow.tag.keyword;

import io.winnow.han.HanDictionary;
import io.winnow.han.Natures;
import io.winnow.han.WordCutter;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Chinese sentences into words with their parts of speech. Latin names and numbers are whole
 * words. Only the dictionaries inside the segmenter's own archive are used. For one thread.
 */
final class ChineseWords {
  /**
   * A word.
   *
   * @param text as it stands in the sentence
   * @param nature part of speech in the segmenter's notation; {@code latin} or {@code number}
   * @param spaced whether one space parts it from the word before, as between Latin and Chinese
   */
  record Word(String text, String nature, boolean spaced) {}

  static final String LATIN = "latin";
  static final String NUMBER = "number";

  /** Something that no phrase reaches across. */
  private static final Word GAP = new Word(" ", "w", false);

  /** Latin words with one space between them. */
  private static final Pattern LATIN_RUN =
      Pattern.compile(
          "[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}.+#/&'’_-]*+"
              + "(?: [\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}.+#/&'’_-]*+)*+");

  /** A name: every word of it begins with a capital or a digit. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{Lu}\\p{N}][^ ]*+(?: [\\p{Lu}\\p{N}][^ ]*+){0,3}+");

  /** The title of a book, paper or film, in its own marks. */
  private static final Pattern WORK = Pattern.compile("《([^《》\\s][^《》\\n]{0,28}[^《》\\s])》");

  private static final Pattern DIGITS = Pattern.compile("[\\p{N}.,%+/: -]++");

  /** Words counted for the dictionary, about. */
  private static final double CORPUS = 2.5e7;

  /** Words of a term. */
  private static final int MAX_TERM = 3;

  private static final int SMOOTHING = 50;

  private final EnglishPhrases english;
  private final WordCutter cutter = WordCutter.withNames();

  ChineseWords(EnglishPhrases english) {
    this.english = english;
  }

  List<Word> of(String sentence) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    if (sentence.indexOf('《') >= 0) {
      Matcher work = WORK.matcher(sentence);
      while (work.find()) {
        addPassage(sentence, from, work.start(), words);
        String nature = Scripts.cjkShare(work.group(1)) == 0 ? LATIN : "nz";
        words.add(GAP);
        words.add(new Word(work.group(1), nature, false));
        words.add(GAP);
        from = work.end();
      }
    }
    addPassage(sentence, from, sentence.length(), words);
    return words;
  }

  private void addPassage(String sentence, int start, int end, List<Word> words) {
    Matcher latin = LATIN_RUN.matcher(sentence).region(start, end);
    int from = start;
    while (latin.find()) {
      segment(sentence, from, latin.start(), words);
      addLatin(sentence, latin.start(), latin.group(), words);
      from = latin.end();
    }
    segment(sentence, from, end, words);
  }

  /** Adds a name or term whole; of longer English the phrases, with a gap between them. */
  private void addLatin(String sentence, int at, String run, List<Word> words) {
    if (isTerm(run) || NAME.matcher(run).matches()) {
      addWord(sentence, at, run, words);
      return;
    }
    int end = 0;
    for (EnglishPhrases.Chunk chunk : english.chunks(run)) {
      if (chunk.start() > end) {
        words.add(GAP);
      }
      addWord(sentence, at + chunk.start(), run.substring(chunk.start(), chunk.end()), words);
      end = chunk.end();
    }
    if (end < run.length()) {
      words.add(GAP);
    }
  }

  /** Whether a few English words amid Chinese are a term: none of them is a grammar word. */
  private boolean isTerm(String run) {
    List<String> words = List.of(run.split(" "));
    return words.size() <= MAX_TERM
        && (words.size() == 1
            || words.stream().map(EnglishPhrases::lower).noneMatch(english::isNoKeyword));
  }

  private static void addWord(String sentence, int at, String run, List<Word> words) {
    String text = withoutEnd(run);
    String nature = DIGITS.matcher(text).matches() ? NUMBER : LATIN;
    words.add(new Word(text, nature, isSpaced(sentence, at)));
    if (text.length() < run.length()) {
      words.add(GAP);
    }
  }

  /** Without the punctuation that a run of letters takes along at its end. */
  private static String withoutEnd(String run) {
    int end = run.length();
    while (end > 1 && ".'’&/_-".indexOf(run.charAt(end - 1)) >= 0) {
      end--;
    }
    return run.substring(0, end);
  }

  private static boolean isSpaced(String sentence, int at) {
    return at > 0 && sentence.charAt(at - 1) == ' ';
  }

  /**
   * How much a word tells, 0 to 1, by its frequency in the newspaper corpus behind the dictionary.
   */
  static double information(String word) {
    int frequency = word.charAt(0) < 0x2E80 ? 0 : HanDictionary.frequency(word);
    return Math.log(CORPUS / (frequency + SMOOTHING)) / Math.log(CORPUS / SMOOTHING);
  }

  /** Whether the dictionary has the word. */
  static boolean isKnown(String word) {
    return HanDictionary.contains(word);
  }

  private void segment(String sentence, int start, int end, List<Word> words) {
    int from = start;
    int to = end;
    while (from < to && sentence.charAt(from) == ' ') {
      from++;
    }
    while (to > from && sentence.charAt(to - 1) == ' ') {
      to--;
    }
    if (from == to) {
      return;
    }
    boolean spaced = isSpaced(sentence, from);
    cutter.cut(sentence, from, to);
    for (int i = 0; i < cutter.count(); i++) {
      int begin = from + cutter.begin(i);
      String word = sentence.substring(begin, begin + cutter.length(i));
      words.add(new Word(word, Natures.name(cutter.nature(i)), spaced));
      spaced = false;
    }
  }
}
