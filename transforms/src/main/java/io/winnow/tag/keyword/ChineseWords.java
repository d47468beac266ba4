package io.winnow.tag.keyword;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Chinese sentences into words with their parts of speech. Latin names and numbers are whole
 * words. Only the dictionaries inside the segmenter's own archive are used; safe for many threads.
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

  private static final Pattern LATIN_RUN =
      Pattern.compile(
          "[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}.+#/&'’_-]*+"
              + "(?: [A-Z0-9][\\p{IsLatin}\\p{N}.+#&'’_-]*+)*+");

  private static final Pattern DIGITS = Pattern.compile("[\\p{N}.,%+/: -]++");

  /** Words counted for the dictionary, about. */
  private static final double CORPUS = 2.5e7;

  private static final int SMOOTHING = 50;

  private static final class Model {
    static final Segment INSTANCE =
        HanLP.newSegment()
            .enableCustomDictionary(true)
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(true);
  }

  private ChineseWords() {}

  static List<Word> of(String sentence) {
    List<Word> words = new ArrayList<>();
    Matcher latin = LATIN_RUN.matcher(sentence);
    int from = 0;
    while (latin.find()) {
      segment(sentence.substring(from, latin.start()), words);
      String text = latin.group().replaceFirst("[.'’&/_-]++$", "");
      boolean spaced = latin.start() > 0 && takeSpace(words);
      String nature = DIGITS.matcher(text).matches() ? NUMBER : LATIN;
      words.add(new Word(text, nature, spaced));
      from = latin.start() + text.length();
    }
    segment(sentence.substring(from), words);
    return words;
  }

  /**
   * How much a word tells, 0 to 1, by its frequency in the newspaper corpus behind the dictionary.
   */
  static double information(String word) {
    int frequency = word.charAt(0) < 0x2E80 ? 0 : CoreDictionary.getTermFrequency(word);
    return Math.log(CORPUS / (frequency + SMOOTHING)) / Math.log(CORPUS / SMOOTHING);
  }

  private static void segment(String text, List<Word> words) {
    if (text.isEmpty()) {
      return;
    }
    boolean first = true;
    boolean spaced = false;
    for (Term term : Model.INSTANCE.seg(text)) {
      if (first && term.word.equals(" ") && !words.isEmpty()) {
        spaced = true;
      } else {
        words.add(new Word(term.word, term.nature.toString(), spaced));
        spaced = false;
      }
      first = false;
    }
  }

  /** Removes a last word that is one space. */
  private static boolean takeSpace(List<Word> words) {
    int last = words.size() - 1;
    if (last > 0 && words.get(last).text().equals(" ")) {
      words.remove(last);
      return true;
    }
    return false;
  }
}
