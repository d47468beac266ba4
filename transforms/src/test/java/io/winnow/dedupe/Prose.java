package io.winnow.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes up texts: the same seed, the same text; different seeds, texts that share hardly a shingle.
 */
final class Prose {
  private static final String SYLLABLES =
      "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu";

  private Prose() {}

  /** English-like sentences of 8 to 16 words. */
  static List<String> sentences(long seed, int count) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int words = 8 + random.nextInt(9);
      sentences.add(
          random.ints(words, 0, 40_000).mapToObj(Prose::word).collect(Collectors.joining(" "))
              + ". ");
    }
    return sentences;
  }

  /** Chinese-like sentences of 15 to 34 characters. */
  static List<String> chineseSentences(long seed, int count) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder();
      int characters = 15 + random.nextInt(20);
      for (int k = 0; k < characters; k++) {
        sentence.appendCodePoint(0x4E00 + random.nextInt(3_000));
      }
      sentences.add(sentence.append('。').toString());
    }
    return sentences;
  }

  static String text(long seed) {
    return String.join("", sentences(seed, 30));
  }

  private static String word(int number) {
    String[] syllables = SYLLABLES.split(" ");
    StringBuilder word = new StringBuilder();
    for (int rest = number + 20; rest > 0; rest /= 20) {
      word.append(syllables[rest % 20]);
    }
    return word.toString();
  }
}
