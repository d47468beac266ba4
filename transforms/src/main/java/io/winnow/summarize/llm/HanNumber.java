package io.winnow.summarize.llm;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numerals in Chinese characters, simplified. */
final class HanNumber {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final int MAX = 24;

  private HanNumber() {}

  static boolean isNumeral(char c) {
    return digit(c) >= 0 || unit(c) > 0 || c == '万' || c == '亿';
  }

  /**
   * The value of a numeral: with units as 三百二十, or digit by digit as 二〇二六. Empty where it is none,
   * or only a unit, as in 万一.
   */
  static Optional<BigDecimal> value(String numeral) {
    if (numeral.length() < 2 || numeral.length() > MAX) {
      return Optional.empty();
    }
    if (numeral.chars().allMatch(c -> digit((char) c) >= 0)) {
      return numeral.length() < 3 ? Optional.empty() : Optional.of(digitByDigit(numeral));
    }
    boolean begins = digit(numeral.charAt(0)) > 0 || numeral.charAt(0) == '十';
    return begins ? withUnits(numeral) : Optional.empty();
  }

  private static BigDecimal digitByDigit(String numeral) {
    StringBuilder digits = new StringBuilder();
    numeral.chars().forEach(c -> digits.append(digit((char) c)));
    return new BigDecimal(digits.toString());
  }

  private static Optional<BigDecimal> withUnits(String numeral) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal tenThousands = BigDecimal.ZERO;
    long section = 0;
    long digit = -1;
    for (char c : numeral.toCharArray()) {
      if (digit(c) >= 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        digit = digit(c);
      } else if (c == '万' || c == '亿') {
        BigDecimal small = BigDecimal.valueOf(section + Math.max(0, digit));
        if (c == '万') {
          tenThousands = tenThousands.add(small.scaleByPowerOfTen(4));
        } else {
          total = total.add(tenThousands.add(small).scaleByPowerOfTen(8));
          tenThousands = BigDecimal.ZERO;
        }
        section = 0;
        digit = -1;
      } else {
        section += (digit < 0 ? 1 : digit) * unit(c);
        digit = -1;
      }
    }
    return Optional.of(
        total.add(tenThousands).add(BigDecimal.valueOf(section + Math.max(0, digit))));
  }

  private static int digit(char c) {
    return c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
  }

  private static int unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }
}
