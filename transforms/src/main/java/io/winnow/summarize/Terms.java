package io.winnow.summarize;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Turns a sentence into the terms by which it is compared with others: stems of words, and pairs of
 * neighbouring characters where a script has no spaces. What only holds sentences together is left
 * out.
 */
final class Terms {
  private Terms() {}

  /** The terms in the order of the sentence, with repetitions. */
  static List<String> of(String sentence) {
    String normal = Phrases.normal(sentence);
    PorterStemmer stemmer = new PorterStemmer();
    List<String> terms = new ArrayList<>();
    int previous = -1;
    for (int at = 0; at < normal.length(); ) {
      int codePoint = normal.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (Scripts.isCjk(codePoint)) {
        boolean content = !Phrases.of(true).functionWords().contains(Character.toString(codePoint));
        if (content && previous >= 0) {
          terms.add(normal.substring(previous, next));
        }
        previous = content ? at : -1;
      } else {
        previous = -1;
        if (Character.isLetterOrDigit(codePoint)) {
          next = wordEnd(normal, at);
          String word = normal.substring(at, next);
          if (word.length() > 1 && !Phrases.of(false).functionWords().contains(word)) {
            terms.add(stemmer.stem(word));
          }
        }
      }
      at = next;
    }
    return terms;
  }

  private static int wordEnd(String sentence, int from) {
    int at = from;
    while (at < sentence.length()) {
      int codePoint = sentence.codePointAt(at);
      if (!Character.isLetterOrDigit(codePoint) || Scripts.isCjk(codePoint)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}
