package io.winnow.tag.keyword;

import java.util.Arrays;

/**
 * Joins what the segmenter cut through because its dictionary lacks the word: a piece that in this
 * text never stands without the same single character beside it belongs to that character.
 */
final class NewWords {
  private static final int LEAST = 2;

  /** Grammar words join nothing: 的, 在, 和, 这, 不 and punctuation. */
  private static final String GRAMMAR = "wupcrdfmqyeot";

  private final ChineseKinds kinds;
  private final WordTable<Term> terms;

  NewWords(ChineseKinds kinds, WordTable<Term> terms) {
    this.kinds = kinds;
    this.terms = terms;
  }

  /** The same text with its new words joined. */
  ChineseText join(ChineseText text) {
    Numbers words = new Numbers(9);
    Numbers pairs = new Numbers(6);
    int[] numbers = new int[text.size];
    int[] pairNumbers = new int[text.size];
    boolean[] content = new boolean[text.size];
    int[] counts = new int[512];
    int[] pairCounts = new int[64];
    for (int s = 0; s < text.sentences(); s++) {
      for (int i = text.begin(s); i < text.end(s); i++) {
        int number = words.number(text.words[i].hash);
        counts = Numbers.withRoom(counts, number);
        counts[number]++;
        numbers[i] = number;
        content[i] = isContent(text, i);
        pairNumbers[i] = Numbers.NONE;
        if (i > text.begin(s) && mayJoin(text, content, i)) {
          int pair = pairs.number((long) numbers[i - 1] << 32 | number);
          pairCounts = Numbers.withRoom(pairCounts, pair);
          pairCounts[pair]++;
          pairNumbers[i] = pair;
        }
      }
    }
    if (Arrays.stream(pairCounts).noneMatch(count -> count >= LEAST)) {
      return text;
    }
    ChineseText joined = new ChineseText();
    for (int s = 0; s < text.sentences(); s++) {
      for (int i = text.begin(s); i < text.end(s); i++) {
        int together = pairNumbers[i] < 0 ? 0 : pairCounts[pairNumbers[i]];
        if (together >= LEAST
            && (counts[numbers[i]] == together || counts[numbers[i - 1]] == together)) {
          int last = --joined.size;
          String word = joined.words[last].text + text.words[i].text;
          joined.add(terms.get(word), ChineseText.PROPER, joined.spaced[last]);
        } else {
          joined.add(text.words[i], text.natures[i], text.spaced[i]);
        }
      }
      joined.endSentence();
    }
    return joined;
  }

  private static boolean mayJoin(ChineseText text, boolean[] content, int right) {
    return content[right]
        && content[right - 1]
        && !text.spaced[right]
        && (text.words[right - 1].text.length() == 1 || text.words[right].text.length() == 1);
  }

  private boolean isContent(ChineseText text, int i) {
    char nature = ChineseText.firstLetter(text.natures[i]);
    return nature != 0
        && GRAMMAR.indexOf(nature) < 0
        && !(nature == 'v' && kinds.isStop(text.words[i]));
  }
}
