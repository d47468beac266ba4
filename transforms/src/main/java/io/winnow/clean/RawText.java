package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import io.winnow.text.Scripts;
import java.util.stream.IntStream;

/**
 * Text of a piece as split. Inside cleaning, ranges are UTF-16 offsets into it; {@link #codePoint}
 * turns them into the code points that rows hold.
 */
final class RawText {
  private static final int MAX_EXCERPT = 200;

  private final String text;
  private final int[] supplementary;

  RawText(String text) {
    this.text = text;
    this.supplementary =
        IntStream.range(0, text.length())
            .filter(i -> Character.isLowSurrogate(text.charAt(i)))
            .filter(i -> i > 0 && Character.isHighSurrogate(text.charAt(i - 1)))
            .toArray();
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** The code point that begins at, or lies around, this UTF-16 offset. */
  int codePoint(int offset) {
    int low = 0;
    int high = supplementary.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (supplementary[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset - low;
  }

  /** The row that says this range was removed by {@code rule}. */
  DroppedSpan dropped(String rule, int from, int to) {
    return DroppedSpan.newBuilder()
        .setRule(rule)
        .setFromChar(codePoint(from))
        .setToChar(codePoint(to))
        .setExcerpt(Scripts.head(text.substring(from, to).strip(), MAX_EXCERPT))
        .build();
  }
}
