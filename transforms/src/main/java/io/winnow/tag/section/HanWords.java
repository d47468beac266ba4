package io.winnow.tag.section;

import io.winnow.han.WordCutter;
import io.winnow.text.Scripts;
import java.util.function.Consumer;

/** Cuts Chinese text into words by the segmenter's own dictionary. */
final class HanWords {
  private HanWords() {}

  /** Every word of two characters or more. */
  static void forEach(String folded, Consumer<String> word) {
    WordCutter cutter = null;
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      while (end < folded.length() && Scripts.isCjk(folded.charAt(end))) {
        end++;
      }
      if (end - at > 1) {
        cutter = cutter == null ? WordCutter.plain() : cutter;
        cutter.cut(folded, at, end);
        for (int i = 0; i < cutter.count(); i++) {
          if (cutter.length(i) > 1) {
            int begin = at + cutter.begin(i);
            word.accept(folded.substring(begin, begin + cutter.length(i)));
          }
        }
      }
      at = Math.max(end, at + 1);
    }
  }
}
