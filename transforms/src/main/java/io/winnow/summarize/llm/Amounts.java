package io.winnow.summarize.llm;

import io.winnow.text.Folding;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the numbers of a text by value, however they are written: {@code 1,200}, {@code １２００},
 * {@code 1.2k}, {@code 3.2亿}, {@code 320 million}, {@code 三百二十}, {@code twenty-five}, {@code 40 %}.
 *
 * <p>Words and numerals up to ten are not counted: "one", "一些" and the like are hardly numbers.
 */
final class Amounts {
  private static final int MAX_DIGITS = 40;

  private final String text;
  private final Set<String> found = new TreeSet<>();
  private int at;

  private Amounts(String text) {
    this.text = text;
  }

  /** The numbers of the text: plain decimals, those of percentages with {@code %} after them. */
  static Set<String> of(String text) {
    Amounts amounts = new Amounts(folded(text));
    amounts.read();
    return amounts.found;
  }

  /** Whether a text has that number; a percentage has its bare number, too. */
  static boolean has(Set<String> numbers, String number) {
    return numbers.contains(number) || numbers.contains(number + "%");
  }

  private static String folded(String text) {
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(wide.length());
    wide.codePoints()
        .map(
            c ->
                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                    ? '0' + Character.digit(c, 10)
                    : Folding.simplify(c))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(at)) {
        digits();
      } else if (HanNumber.isNumeral(c)) {
        han();
      } else if (isLatin(c)) {
        words();
      } else {
        at++;
      }
    }
  }

  private void digits() {
    int start = at;
    StringBuilder number = new StringBuilder();
    int points = 0;
    while (at < text.length()) {
      if (isDigit(at)) {
        number.append(text.charAt(at));
        at++;
      } else if (text.charAt(at) == '.' && isDigit(at + 1)) {
        number.append('.');
        points++;
        at++;
      } else if (points == 0 && isGroup(start)) {
        at++;
      } else {
        break;
      }
    }
    if (points > 1 || number.length() > MAX_DIGITS) {
      found.add("v" + number);
      return;
    }
    BigDecimal scale = Scale.after(text, at, isAfterCurrency(start));
    at += Scale.length(text, at, isAfterCurrency(start));
    add(new BigDecimal(number.toString()).multiply(scale), start);
  }

  /** A separator of thousands: three digits follow, and no fourth. */
  private boolean isGroup(int start) {
    char c = text.charAt(at);
    return (c == ',' || c == '\'' || c == '’')
        && (at - start <= 3 || at - start >= 5 && isSeparator(text.charAt(at - 4)))
        && isDigit(at + 1)
        && isDigit(at + 2)
        && isDigit(at + 3)
        && !isDigit(at + 4);
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == '\'' || c == '’';
  }

  private boolean isAfterCurrency(int start) {
    return start > 0 && "$€£¥".indexOf(text.charAt(start - 1)) >= 0;
  }

  private void han() {
    int start = at;
    while (at < text.length() && HanNumber.isNumeral(text.charAt(at))) {
      at++;
    }
    String numeral = text.substring(start, at);
    HanNumber.value(numeral)
        .ifPresent(
            value -> {
              if (value.compareTo(BigDecimal.TEN) > 0) {
                add(value, start);
              }
            });
  }

  private void words() {
    int start = at;
    EnglishNumber number = EnglishNumber.at(text, at);
    at = Math.max(number.end(), at + 1);
    if (number.value().compareTo(BigDecimal.TEN) > 0) {
      add(number.value(), start);
    }
    while (number.words() == 0 && at < text.length() && (isLatin(text.charAt(at)))) {
      at++;
    }
  }

  private void add(BigDecimal value, int start) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    found.add(Scale.isPercent(text, start, at) ? plain + "%" : plain);
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }
}
