package io.winnow.summarize.llm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads what stands after a number and changes its value: 万, million, k, %. */
final class Scale {
  private static final Map<Character, Integer> HAN =
      Map.of('十', 1, '百', 2, '千', 3, '万', 4, '亿', 8, '兆', 12);
  private static final Map<String, Integer> WORDS =
      Map.of(
          "hundred",
          2,
          "thousand",
          3,
          "million",
          6,
          "billion",
          9,
          "trillion",
          12,
          "mn",
          6,
          "bn",
          9,
          "tn",
          12,
          "k",
          3,
          "b",
          9);
  private static final Map<String, Integer> OF_MONEY = Map.of("m", 6, "t", 12);
  private static final List<String> PERCENT =
      List.of("%", "percent", "per cent", "pct", "个百分点", "百分点");
  private static final int MAX_HAN = 4;

  private Scale() {}

  /** What the number that ends there is to be multiplied with. */
  static BigDecimal after(String text, int end, boolean money) {
    int power = 0;
    int at = end;
    while (at < text.length() && at - end < MAX_HAN && isHan(text, at)) {
      power += HAN.get(text.charAt(at));
      at++;
    }
    if (at == end) {
      String word = word(text, end, money);
      power = word.isEmpty() ? 0 : WORDS.getOrDefault(word, OF_MONEY.getOrDefault(word, 0));
    }
    return BigDecimal.ONE.scaleByPowerOfTen(power);
  }

  /** Characters of that scale. */
  static int length(String text, int end, boolean money) {
    int at = end;
    while (at < text.length() && at - end < MAX_HAN && isHan(text, at)) {
      at++;
    }
    if (at > end) {
      return at - end;
    }
    String word = word(text, end, money);
    return word.isEmpty() ? 0 : gap(text, end) + word.length();
  }

  /** Whether the number from {@code start} to {@code end} is one of hundredths. */
  static boolean isPercent(String text, int start, int end) {
    int at = end + gap(text, end);
    return PERCENT.stream().anyMatch(sign -> text.startsWith(sign, at))
        || text.startsWith("百分之", start - 3);
  }

  private static boolean isHan(String text, int at) {
    return HAN.containsKey(text.charAt(at)) && !text.startsWith("百分", at);
  }

  private static String word(String text, int end, boolean money) {
    int from = end + gap(text, end);
    int at = from;
    while (at < text.length()
        && at - from <= 8
        && text.charAt(at) >= 'a'
        && text.charAt(at) <= 'z') {
      at++;
    }
    String word = text.substring(from, at);
    boolean joined = from == end;
    boolean digitAfter = at < text.length() && Character.isDigit(text.charAt(at));
    boolean known =
        word.length() > 2
            ? WORDS.containsKey(word)
            : joined && (WORDS.containsKey(word) || money && OF_MONEY.containsKey(word));
    return known && !digitAfter ? word : "";
  }

  private static int gap(String text, int end) {
    return end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-') ? 1 : 0;
  }
}
