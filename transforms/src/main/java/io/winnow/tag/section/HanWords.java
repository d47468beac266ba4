package io.winnow.tag.section;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import io.winnow.text.Scripts;
import java.util.function.Consumer;

/** Cuts Chinese text into words by the segmenter's own dictionary; safe for many threads. */
final class HanWords {
  private static final class Model {
    static final Segment INSTANCE =
        HanLP.newSegment()
            .enableCustomDictionary(true)
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false);
  }

  private HanWords() {}

  /** Every word of two characters or more. */
  static void forEach(String folded, Consumer<String> word) {
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      while (end < folded.length() && Scripts.isCjk(folded.charAt(end))) {
        end++;
      }
      if (end - at > 1) {
        for (Term term : Model.INSTANCE.seg(folded.substring(at, end))) {
          if (term.word.length() > 1) {
            word.accept(term.word);
          }
        }
      }
      at = Math.max(end, at + 1);
    }
  }
}
