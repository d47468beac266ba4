package io.winnow.summarize;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Turns a sentence into the terms by which it is compared with others: stems of words, and pairs of
 * neighbouring characters where a script has no spaces. Words that only hold sentences together are
 * left out.
 */
final class Terms {
  private final Set<String> functionWords;
  private final Set<String> functionCharacters;

  Terms(Phrases phrases) {
    this.functionWords = phrases.words("function-words");
    this.functionCharacters = phrases.words("function-characters");
  }

  /** The terms in the order of the sentence, with repetitions. */
  List<String> of(String sentence) {
    List<String> terms = new ArrayList<>();
    PorterStemmer stemmer = new PorterStemmer();
    int previous = -1;
    for (int at = 0; at < sentence.length(); ) {
      int codePoint = sentence.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (Scripts.isCjk(codePoint)) {
        boolean content = !functionCharacters.contains(Character.toString(codePoint));
        if (content && previous >= 0) {
          terms.add(sentence.substring(previous, next));
        }
        previous = content ? at : -1;
      } else {
        previous = -1;
        if (Character.isLetterOrDigit(codePoint)) {
          next = wordEnd(sentence, at);
          addWord(sentence.substring(at, next), stemmer, terms);
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

  private void addWord(String printed, PorterStemmer stemmer, List<String> terms) {
    String word = printed.toLowerCase(Locale.ROOT);
    if (word.length() > 1 && !functionWords.contains(word)) {
      terms.add(stemmer.stem(word));
    }
  }
}
