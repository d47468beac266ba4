package io.winnow.privacy;

import io.winnow.privacy.NumberFinder.Found;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resident ID numbers of China, GB 11643: region, day of birth, order, check character; and the
 * older ones of 15 digits, which have no check character and count behind a word for them alone.
 */
final class IdNumbers {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** GB/T 2260, and the codes of residence permits of Hong Kong, Macao and Taiwan. */
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

  /** With separators: region, year, day, rest; or the whole in a few parts. */
  private static final Set<String> SHAPES =
      Set.of(
          "18",
          "17",
          "6-8-4",
          "6-8-3",
          "6-4-4-4",
          "6-4-4-3",
          "6-12",
          "6-11",
          "14-4",
          "14-3",
          "6-4-2-2-4",
          "6-4-2-2-3",
          "3-3-4-4-4",
          "3-3-4-4-3",
          "4-4-4-4-2",
          "4-4-4-4-1",
          "3-3-8-4",
          "3-3-8-3");

  private static final List<String> WORDS =
      List.of(
          "身份",
          "身分",
          "证件",
          "證件",
          "公民",
          "户口",
          "id card",
          "id no",
          "id number",
          "idcard",
          "sfz",
          "identity");

  private IdNumbers() {}

  /** The number that begins with a group; null where none does. */
  static @Nullable Found at(FoldedText text, DigitGroups groups, int first) {
    int digits = 0;
    for (int last = first; last < groups.count() && last < first + 5; last++) {
      digits += groups.length(last);
      if (digits > 18) {
        return null;
      }
      if (digits < 15 || last > first && !isSeparated(groups, first, last)) {
        continue;
      }
      String number = groups.digits(first, last);
      int end = groups.end(last);
      char check = Character.toUpperCase(text.at(end));
      if (digits == 17 && check == 'X' && !Surroundings.isWord(text.at(end + 1))) {
        number += 'X';
        end++;
      }
      boolean shaped = SHAPES.contains(groups.shape(first, last));
      if (shaped && number.length() == 18 && isValid(number)
          || first == last && digits == 15 && isOld(text, groups, first)) {
        return new Found(new Hit(PersonalDataKind.ID_NUMBER, groups.start(first), end), last);
      }
    }
    return null;
  }

  private static boolean isSeparated(DigitGroups groups, int first, int last) {
    return groups.areSeparatedBy(" ", first, last) || groups.areSeparatedBy("-", first, last);
  }

  private static boolean isOld(FoldedText text, DigitGroups groups, int group) {
    String number = groups.digits(group, group);
    return isRegion(number)
        && isDay("19" + number.substring(6, 12))
        && Surroundings.says(text, groups.start(group), WORDS);
  }

  /** Whether 17 digits and a check character make an ID number. */
  static boolean isValid(String number) {
    if (!isRegion(number) || !isDay(number.substring(6, 14))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11) == number.charAt(17);
  }

  private static boolean isRegion(String number) {
    int prefecture = Integer.parseInt(number.substring(2, 4));
    return PROVINCES.contains(Integer.parseInt(number.substring(0, 2)))
        && (prefecture <= 70 || prefecture == 90);
  }

  private static boolean isDay(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    int month = Integer.parseInt(digits.substring(4, 6));
    int day = Integer.parseInt(digits.substring(6, 8));
    if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
