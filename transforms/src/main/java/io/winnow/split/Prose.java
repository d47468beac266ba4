package io.winnow.split;

import io.winnow.text.Scripts;
import java.util.regex.Pattern;

/** Tells running text from covers, imprints, adverts and lists. */
final class Prose {
  /** Letters in sentences from which a text can be an article. */
  private static final int MIN_LETTERS = 200;

  private static final int LATIN_FOR_HAN = 3;

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?。！？…]['\"”’」』）)*_]{0,4}\\s{0,8}$");

  private Prose() {}

  /** Whether the line ends like a sentence, in either language. */
  static boolean endsSentence(String line) {
    return SENTENCE_END.matcher(line).find();
  }

  /** Whether most of what the lines say is said in sentences, and there is enough of it. */
  static boolean isArticle(Lines lines, int from, int to) {
    int all = 0;
    int inSentences = 0;
    for (int n = from; n <= to; n++) {
      int letters = letters(lines.line(n));
      all += letters;
      inSentences += endsSentence(lines.line(n)) ? letters : 0;
    }
    return inSentences >= MIN_LETTERS && 2 * inSentences >= all;
  }

  /** Letters and digits from line {@code from} to {@code to}. */
  static int letters(Lines lines, int from, int to) {
    int letters = 0;
    for (int n = from; n <= to; n++) {
      letters += letters(lines.line(n));
    }
    return letters;
  }

  /** The same as Han characters, each of which says as much as some Latin letters. */
  static double length(Lines lines, int from, int to) {
    double length = 0;
    for (int n = from; n <= to; n++) {
      String line = lines.line(n);
      int wide = (int) line.codePoints().filter(Scripts::isCjk).count();
      length += wide + (double) (letters(line) - wide) / LATIN_FOR_HAN;
    }
    return length;
  }

  static int letters(String line) {
    return (int) line.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
