package io.winnow.summarize.llm;

import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;

/**
 * Shortens a long text: its beginning, up to the end of a sentence, and then those key sentences
 * that stand further on.
 */
final class Shortening {
  private static final String GAP = "\n[…]\n";

  private Shortening() {}

  /** At most {@code max} code points of the article's text. */
  static String of(MaskedArticle article, int max) {
    String text = article.text().strip();
    if (Scripts.length(text) <= max) {
      return text;
    }
    String head = head(text, max - max / 4);
    StringBuilder shortened = new StringBuilder(head);
    int room = max - Scripts.length(head);
    for (String sentence : article.keySentences()) {
      int length = Scripts.length(sentence) + GAP.length();
      if (length <= room && !head.contains(sentence)) {
        shortened.append(GAP).append(sentence);
        room -= length;
      }
    }
    return shortened.toString();
  }

  private static String head(String text, int max) {
    String head = Scripts.head(text, max);
    int end = 0;
    for (Sentence sentence : Sentences.of(head)) {
      // The last one may be cut; it is whole where the text goes on after it.
      end = sentence.end() < head.length() ? sentence.end() : end;
    }
    return end > head.length() / 2 ? head.substring(0, end) : head;
  }
}
