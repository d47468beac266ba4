package io.winnow.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.winnow.privacy.NumberFinder.Found;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers: of China with or without its code, of any country with it, and in the forms
 * that other countries print. Which digits are a number is libphonenumber's to say; what is a
 * number only by chance has to be separated as numbers are, or to stand behind a word for it.
 */
final class PhoneNumbers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** Digits from which on a number behind a plus need not be in use: nothing else looks so. */
  private static final int LONG = 11;

  private static final Set<String> MOBILE =
      Set.of("11", "3-4-4", "3-8", "7-4", "4-3-4", "4-4-3", "3-3-5", "5-6", "5-3-3");
  private static final Set<String> NORTH_AMERICA = Set.of("3-3-4", "1-3-3-4");
  private static final Set<String> BRITISH = Set.of("3-4-4", "4-3-4", "5-6", "5-3-3", "4-3-3");
  private static final String[] TRUNK_REGIONS = {
    "CN", "JP", "KR", "TW", "GB", "DE", "FR", "IT", "AU", "NL", "IN"
  };
  private static final Pattern WORD =
      Pattern.compile(
          "(?:^|[^a-z.])(?:t[eé]l|telephone|telefon|telefax|telefono|t[eé]l[eé]phone|phones?|mobile|mobil|mob|cell"
              + "|cellphone|fax|fon|call|calling|whatsapp|hotline|sms|dial|ring|text me|reach me|hdy|handy)(?:[^a-z]|$)"
              + "|[_-](?:phone|tel|mobile)(?:[^a-z]|$)|phone(?:number|no|num)"
              + "|电话|電話|手机|手機|联系|聯繫|聯絡|热线|熱線|致电|拨打|传真|座机|客服|咨询|微信|来电|短信|☎|📞|📱|☏|✆");

  /** What may stand between the word and a short number. */
  private static final Pattern RIGHT_BEHIND =
      Pattern.compile("(?:[\\s:：.\"'=#(（>]|no|number|is|号码|号|是|为)*");

  private final FoldedText text;
  private final DigitGroups groups;
  private final int first;
  private final BiPredicate<DigitGroups, Found> freeAfter;
  private final boolean afterNumber;
  private final boolean plus;
  private @Nullable Boolean inAddress;
  private @Nullable Boolean announced;

  /**
   * @param first group that a number may begin with
   * @param afterNumber whether another number ends right before it
   * @param freeAfter whether a number may end where it does
   */
  PhoneNumbers(
      FoldedText text,
      DigitGroups groups,
      int first,
      boolean afterNumber,
      BiPredicate<DigitGroups, Found> freeAfter) {
    this.afterNumber = afterNumber;
    this.text = text;
    this.groups = groups;
    this.first = first;
    this.freeAfter = freeAfter;
    int start = groups.start(first);
    this.plus = text.at(start - 1) == '+' || text.at(start - 1) == '(' && text.at(start - 2) == '+';
  }

  /** The number that begins with the group; null where none does. */
  @Nullable Found find() {
    int digits = 0;
    int last = first - 1;
    int[] sums = new int[NumberFinder.MAX_GROUPS];
    while (last + 1 < groups.count() && last + 1 - first < NumberFinder.MAX_GROUPS) {
      digits += groups.length(last + 1);
      if (digits > 17) {
        break;
      }
      last++;
      sums[last - first] = digits;
    }
    if (digits < 7) {
      return null;
    }
    for (; last >= first; last--) {
      if (sums[last - first] >= 7 && isNumber(last, sums[last - first])) {
        Found found = found(last);
        if (freeAfter.test(groups, found)) {
          return found;
        }
      }
    }
    return null;
  }

  private boolean inAddress() {
    if (inAddress == null) {
      inAddress = Surroundings.inAddress(text, groups.start(first));
    }
    return inAddress;
  }

  /** Whether a word for a telephone stands shortly before it. */
  private boolean announced() {
    if (announced == null) {
      announced = WORD.matcher(Surroundings.lineBefore(text, groups.start(first))).find();
    }
    return announced;
  }

  private Found found(int last) {
    int from = groups.start(first);
    if (plus) {
      from -= text.at(from - 1) == '(' ? 2 : 1;
    }
    if (text.at(from - 1) == '(' && closes(from, last)) {
      from--;
    }
    boolean extended =
        last + 1 < groups.count()
            && groups.separator(last + 1).equals("-")
            && groups.length(last + 1) <= 6
            && groups.digits(first, last).startsWith("0");
    int end = extended ? last + 1 : last;
    return new Found(new Hit(PersonalDataKind.PHONE, from, groups.end(end)), end);
  }

  private boolean closes(int from, int last) {
    return text.substring(from, groups.end(last)).indexOf(')') >= 0;
  }

  private boolean isNumber(int last, int length) {
    String digits = groups.digits(first, last);
    if (plus) {
      return isTight(last) && isInternational(digits);
    }
    if (isMixed(last) || isContinued(last) || !announced() && isNamed(last)) {
      return false;
    }
    return isMobile(digits, last)
        || isLandline(digits, last)
        || isService(digits, last)
        || length >= 9 && isNational(digits, last)
        || isPrefixed(digits, last)
        || announced() && isLocal(digits, last);
  }

  /** Whether groups of the same kind stand before it, as in an IBAN. */
  private boolean isContinued(int last) {
    return !afterNumber
        && !announced()
        && last > first
        && groups.separator(first).equals(" ")
        && (groups.areSeparatedBy(" ", first, last) || groups.areSeparatedBy(".", first, last));
  }

  /** Whether it stands where programs keep numbers: ids, keys, values without quotes. */
  private boolean isNamed(int last) {
    int start = groups.start(first);
    int end = groups.end(last);
    boolean isKey = text.at(end) == '"' && text.at(end + 1) == ':';
    boolean isSuffix =
        first < last && text.at(start - 1) == '-' && Surroundings.isLetter(text.at(start - 2));
    return isKey || isSuffix || Surroundings.isIdentifier(text, start);
  }

  /** Whether dots and other separators alternate, as in decimals one after the other. */
  private boolean isMixed(int last) {
    boolean dots = false;
    boolean others = false;
    for (int i = first + 1; i <= last; i++) {
      boolean dot = groups.separator(i).equals(".");
      dots |= dot;
      others |= !dot;
    }
    return dots && others;
  }

  /** Whether no separator is wider than within one number. */
  private boolean isTight(int last) {
    for (int i = first + 1; i <= last; i++) {
      String separator = groups.separator(i);
      boolean area = announced() && i == first + 1 && text.at(groups.start(first)) == '0';
      if (separator.indexOf('/') >= 0 && !area || separator.startsWith("  ")) {
        return false;
      }
    }
    return true;
  }

  /** 11 digits from 13 to 19, in the groups that people write, with the country's code or not. */
  private boolean isMobile(String digits, int last) {
    String number = digits;
    int from = first;
    for (String code : new String[] {"0086", "086", "86", "0"}) {
      if (digits.length() == 11 + code.length() && digits.startsWith(code)) {
        number = digits.substring(code.length());
        from = groups.length(first) == code.length() ? first + 1 : first;
      }
    }
    if (number.length() != 11 || number.charAt(0) != '1' || number.charAt(1) < '3') {
      return false;
    }
    String shape = groups.shape(from, last);
    boolean coded = from == first || !groups.separator(from).equals(".");
    boolean dotted = from < last && groups.areSeparatedBy(".", from, last);
    boolean written =
        coded
            && (from == last
                || MOBILE.contains(shape) && isUniform(from, last) && !dotted
                || dotted && shape.equals("3-4-4"));
    boolean spelt = announced() && isTight(last);
    return (written || spelt) && isValid(number, "CN");
  }

  private boolean isUniform(int from, int last) {
    for (String separator : new String[] {" ", "-", ".", " - ", "\u00B7", "  "}) {
      if (groups.areSeparatedBy(separator, from, last)) {
        return true;
      }
    }
    return false;
  }

  /** Area code and number, parted: {@code 010-6234 5678}, {@code (0571)88888888}. */
  private boolean isLandline(String digits, int last) {
    int area = groups.length(first);
    boolean trunk = digits.charAt(0) == '0' && (area == 3 || area == 4);
    boolean parted = trunk && last > first && last - first <= 2 && digits.length() - area >= 7;
    boolean bare = first == last && announced() && digits.charAt(0) == '0' && digits.length() >= 10;
    return (parted && isTight(last) && !groups.separator(first + 1).equals(".") || bare)
        && digits.length() <= 12
        && isValid(digits, "CN");
  }

  /** 400 and 800 numbers. */
  private boolean isService(String digits, int last) {
    return digits.length() == 10
        && (digits.startsWith("400") || digits.startsWith("800"))
        && !digits.endsWith("0000")
        && (first < last && isUniform(first, last) || !inAddress() && (announced() || isHan()))
        && isValid(digits, "CN");
  }

  /** Whether it stands in Chinese text. */
  private boolean isHan() {
    return text.at(groups.start(first) - 1) >= 0x2E80;
  }

  /** Forms of other countries that no other number has. */
  private boolean isNational(String digits, int last) {
    if (inAddress() && !announced()) {
      return false;
    }
    String shape = groups.shape(first, last);
    boolean bracketed =
        text.at(groups.start(first) - 1) == '(' || groups.separator(last).indexOf(')') >= 0;
    boolean dashed = last > first && groups.areSeparatedBy("-", first, last);
    boolean dotted = last > first && groups.areSeparatedBy(".", first, last);
    if (NORTH_AMERICA.contains(shape) && (bracketed || dashed || dotted || announced())) {
      return isValid(digits, "US");
    }
    if (announced() && digits.length() == 10 && first == last && digits.charAt(0) >= '2') {
      return isValid(digits, "US");
    }
    if (digits.charAt(0) != '0' || digits.length() > 12 || first == last && !announced()) {
      return false;
    }
    boolean written =
        groups.length(first) >= 2 && (dashed || bracketed) && groups.length(last) >= 3;
    if (written || announced() && isTight(last)) {
      return isValidInAny(digits);
    }
    boolean spaced = groups.areSeparatedBy(" ", first, last) && BRITISH.contains(shape);
    boolean mobile = digits.startsWith("07") && digits.length() == 11;
    return spaced
        && (mobile || isValid(digits, "GB") || digits.startsWith("04") && isValid(digits, "AU"));
  }

  /** With a country's code behind 00, or the one of China without any sign. */
  private boolean isPrefixed(String digits, int last) {
    if (inAddress() || !isTight(last)) {
      return false;
    }
    boolean dotted = last > first && groups.areSeparatedBy(".", first, last);
    boolean dialled =
        digits.startsWith("00") && groups.length(first) >= 2 && (announced() || last > first);
    if (dialled && !dotted) {
      return isInUse(digits.substring(2));
    }
    return digits.startsWith("86")
        && groups.length(first) == 2
        && last > first + 1
        && !dotted
        && isInUse(digits);
  }

  /** Seven or eight digits, or any possible number, right behind a word for it. */
  private boolean isLocal(String digits, int last) {
    boolean isDate = digits.length() == 8 && digits.matches("(19|20)\\d\\d[01]\\d[0-3]\\d");
    if (isDate || inAddress() || !isTight(last) || !isRightBehindWord() || last - first > 2) {
      return false;
    }
    String shape = groups.shape(first, last);
    boolean isShort = Set.of("8", "4-4", "7", "3-4").contains(shape);
    return isShort && digits.charAt(0) >= '2';
  }

  private boolean isRightBehindWord() {
    String before = Surroundings.lineBefore(text, groups.start(first));
    Matcher word = WORD.matcher(before);
    int end = -1;
    while (word.find()) {
      end = word.end();
    }
    return end >= 0
        && before.length() - end <= 8
        && RIGHT_BEHIND.matcher(before.substring(end)).matches();
  }

  private static boolean isValidInAny(String digits) {
    for (String region : TRUNK_REGIONS) {
      if (isValid(digits, region)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInternational(String digits) {
    return isInUse(digits) || digits.length() >= LONG && isPossible(digits);
  }

  private static boolean isPossible(String digits) {
    try {
      return NUMBERS.isPossibleNumber(NUMBERS.parse("+" + digits, null));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean isInUse(String digits) {
    try {
      return NUMBERS.isValidNumber(NUMBERS.parse("+" + digits, null));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean isValid(String digits, String region) {
    try {
      PhoneNumber number = NUMBERS.parse(digits, region);
      return NUMBERS.isValidNumber(number)
          && number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region);
    } catch (NumberParseException e) {
      return false;
    }
  }
}
