package io.winnow.privacy;

import io.winnow.privacy.NumberFinder.Found;
import java.util.List;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of bank cards, ISO/IEC 7812: issuer, length and Luhn's check digit. One digit in ten
 * passes Luhn by chance, so rare issuers and lengths, and numbers within web addresses, count only
 * where the text says card.
 */
final class BankCards {
  private static final int MAX_GROUPS = 5;
  private static final int MIN_LENGTH = 13;
  private static final Set<String> SHAPES =
      Set.of(
          "4-4-4-4",
          "4-4-4-4-3",
          "4-4-4-7",
          "4-4-4-5",
          "6-13",
          "6-10",
          "4-6-5",
          "4-6-4",
          "6-4-4-5",
          "8-8",
          "4-4-4-4-2",
          "4-4-4-4-1");
  private static final List<String> WORDS =
      List.of(
          "卡号",
          "銀行卡",
          "银行卡",
          "信用卡",
          "储蓄卡",
          "借记卡",
          "账号",
          "帐号",
          "账户",
          "帳號",
          "银联",
          "开户",
          "credit card",
          "debit card",
          "card number",
          "card no",
          "card ",
          "card:",
          "visa",
          "mastercard",
          "amex",
          "american express",
          "unionpay",
          "\"pan\"");

  private BankCards() {}

  /** The number that begins with a group; null where none does. */
  static @Nullable Found at(FoldedText text, DigitGroups groups, int first) {
    int end = Math.min(groups.count(), first + MAX_GROUPS) - 1;
    if (groups.end(end) - groups.start(first) < MIN_LENGTH) {
      return null;
    }
    for (int last = end; last >= first; last--) {
      if (isShaped(groups, first, last)) {
        String number = groups.digits(first, last);
        if (isCard(number)
            && (isCommon(number, first < last) && !isListed(text, groups, first)
                || says(text, groups, first))) {
          return new Found(
              new Hit(PersonalDataKind.BANK_CARD, groups.start(first), groups.end(last)), last);
        }
      }
    }
    return null;
  }

  private static boolean isShaped(DigitGroups groups, int first, int last) {
    if (first == last) {
      return groups.length(first) >= 13 && groups.length(first) <= 19;
    }
    return SHAPES.contains(groups.shape(first, last))
        && (groups.areSeparatedBy(" ", first, last)
            || groups.areSeparatedBy("-", first, last)
            || groups.areSeparatedBy("  ", first, last)
            || groups.areSeparatedBy(".", first, last));
  }

  /** Whether it is part of an address or a name, or a value that programs keep. */
  private static boolean isListed(FoldedText text, DigitGroups groups, int first) {
    int start = groups.start(first);
    char before = text.at(start - 1);
    return Surroundings.inAddress(text, start)
        || before == '/'
        || (before == '-' || before == '_') && Surroundings.isLetter(text.at(start - 2))
        || Surroundings.isValue(text, start)
        || Surroundings.isIdentifier(text, start);
  }

  private static boolean says(FoldedText text, DigitGroups groups, int first) {
    return Surroundings.says(text, groups.start(first), WORDS);
  }

  private static boolean isCard(String number) {
    return "3456291".indexOf(number.charAt(0)) >= 0
        && number.chars().distinct().count() > 1
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number);
  }

  /** Issuers and lengths that are common: no other number has this form but by chance. */
  private static boolean isCommon(String number, boolean grouped) {
    int four = Integer.parseInt(number.substring(0, 4));
    int two = four / 100;
    return switch (number.length()) {
      case 14 -> grouped && (two == 36 || two == 38);
      case 15 -> grouped && (two == 34 || two == 37);
      case 16 ->
          two / 10 == 4
              || two >= 51 && two <= 55
              || four >= 2221 && four <= 2720
              || two == 62
              || two == 65
              || four == 6011
              || four >= 6440 && four <= 6499
              || four >= 3528 && four <= 3589;
      case 17, 18 -> false;
      case 19 -> two == 62;
      default -> false;
    };
  }
}
