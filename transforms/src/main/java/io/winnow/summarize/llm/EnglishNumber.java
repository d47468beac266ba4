package io.winnow.summarize.llm;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number in English words.
 *
 * @param value 0 where there is none
 * @param words how many it has
 * @param end where it ends in the text
 */
record EnglishNumber(BigDecimal value, int words, int end) {
  private static final List<String> UNITS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> POWERS =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
  private static final Map<String, Integer> SMALL = small();
  private static final int MAX_WORDS = 20;

  /** The number whose first word begins there, in lower case. */
  static EnglishNumber at(String text, int start) {
    BigDecimal total = BigDecimal.ZERO;
    long section = 0;
    int words = 0;
    int end = start;
    for (int at = start; words < MAX_WORDS; ) {
      String word = word(text, at);
      if (SMALL.containsKey(word)) {
        section += SMALL.get(word);
      } else if (words > 0 && word.equals("hundred")) {
        section = Math.max(1, section) * 100;
      } else if (words > 0 && POWERS.containsKey(word)) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(POWERS.get(word));
        total = total.add(BigDecimal.valueOf(section).multiply(power));
        section = 0;
      } else if (words > 0 && word.equals("and") && SMALL.containsKey(word(text, at + 4))) {
        // "a hundred and five", but "two and three" are two numbers.
        if (section < 100 && total.signum() == 0) {
          break;
        }
        at += 4;
        continue;
      } else {
        break;
      }
      words++;
      end = at + word.length();
      at = end + (end < text.length() && " -".indexOf(text.charAt(end)) >= 0 ? 1 : 0);
      if (at == end) {
        break;
      }
    }
    return new EnglishNumber(total.add(BigDecimal.valueOf(section)), words, end);
  }

  private static String word(String text, int from) {
    int at = from;
    while (at < text.length()
        && at - from < 12
        && text.charAt(at) >= 'a'
        && text.charAt(at) <= 'z') {
      at++;
    }
    return text.substring(Math.min(from, text.length()), at);
  }

  private static Map<String, Integer> small() {
    Map<String, Integer> small = new HashMap<>();
    for (int i = 0; i < UNITS.size(); i++) {
      small.put(UNITS.get(i), i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      small.put(TENS.get(i), 20 + 10 * i);
    }
    return small;
  }
}
