package io.winnow.privacy;

import static io.winnow.privacy.Surroundings.isLetter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds resident ID numbers, bank cards and telephone numbers, in this order.
 *
 * <p>Each group of digits costs a look at no more than {@value #MAX_GROUPS} groups after it.
 */
final class NumberFinder {
  /** Most groups that one number has. */
  static final int MAX_GROUPS = 6;

  private static final Set<String> LABELS =
      Set.of(
          "tel",
          "tele",
          "telephone",
          "phone",
          "mobile",
          "mob",
          "cell",
          "fax",
          "call",
          "whatsapp",
          "sms",
          "wechat",
          "weixin",
          "vx",
          "wx",
          "hotline",
          "id",
          "sfz",
          "card",
          "no",
          "qq");
  private static final Set<String> GLUED =
      Set.of("tel", "phone", "mobile", "fax", "or", "and", "qq", "email", "mail", "ext", "wx");
  private static final List<String> UNITS =
      List.of(
          "元", "美元", "万", "亿", "人", "次", "个", "字节", "年", "条", "吨", "%", "bytes", "byte", "kb", "mb",
          "gb", "ms", "ns", "usd", "rmb", "km", "px", "hz", "dollars", "people", "users");

  private final FoldedText text;
  private final Set<PersonalDataKind> kinds;
  private final List<Hit> hits = new ArrayList<>();

  private NumberFinder(FoldedText text, Set<PersonalDataKind> kinds) {
    this.text = text;
    this.kinds = kinds;
  }

  /**
   * The numbers, in order.
   *
   * @param taken what was found before, in order; no number overlaps it
   */
  static List<Hit> find(FoldedText text, Set<PersonalDataKind> kinds, List<Hit> taken) {
    NumberFinder finder = new NumberFinder(text, kinds);
    int next = 0;
    int at = 0;
    while (at < text.length()) {
      while (next < taken.size() && taken.get(next).to() <= at) {
        next++;
      }
      int to = next < taken.size() ? taken.get(next).from() : text.length();
      if (at >= to) {
        at = taken.get(next).to();
      } else if (Surroundings.isDigit(text.at(at))) {
        DigitGroups groups = DigitGroups.at(text, at, to);
        finder.search(groups);
        at = groups.end(groups.count() - 1);
      } else {
        at++;
      }
    }
    return finder.hits;
  }

  private void search(DigitGroups groups) {
    int group = 0;
    while (group < groups.count()) {
      Found found = isFreeBefore(groups, group) ? at(groups, group) : null;
      if (found == null) {
        group++;
      } else {
        hits.add(found.hit());
        group = found.last() + 1;
      }
    }
  }

  /** A number, and its last group. */
  record Found(Hit hit, int last) {}

  private @Nullable Found at(DigitGroups groups, int first) {
    if (kinds.contains(PersonalDataKind.ID_NUMBER)) {
      Found id = IdNumbers.at(text, groups, first);
      if (id != null && isFreeAfter(groups, id)) {
        return id;
      }
    }
    if (kinds.contains(PersonalDataKind.BANK_CARD)) {
      Found card = BankCards.at(text, groups, first);
      if (card != null && isFreeAfter(groups, card)) {
        return card;
      }
    }
    if (kinds.contains(PersonalDataKind.PHONE)) {
      Found phone =
          new PhoneNumbers(text, groups, first, follows(groups, first), this::isFreeAfter).find();
      if (phone != null) {
        return phone;
      }
    }
    return null;
  }

  /** Whether a number may begin here, and is no part of a word, a decimal or an amount. */
  private boolean isFreeBefore(DigitGroups groups, int group) {
    String separator = groups.separator(group);
    if (group > 0) {
      boolean found = follows(groups, group);
      boolean loose =
          separator.indexOf(' ') >= 0 || separator.indexOf('(') >= 0 || separator.indexOf('/') >= 0;
      return found || loose || separator.equals("-") && groups.length(group) >= 11;
    }
    int at = groups.start(group);
    while (at > 0 && (text.at(at - 1) == '(' || text.at(at - 1) == '+')) {
      at--;
    }
    char before = text.at(at - 1);
    if (isLetter(before)) {
      return LABELS.contains(wordBefore(at));
    }
    boolean isExponent =
        (before == '-' || before == '+')
            && (text.at(at - 2) | 0x20) == 'e'
            && Surroundings.isDigit(text.at(at - 3));
    return "$€£¥￥#".indexOf(before) < 0
        && !isExponent
        && !(before == ' ' && "$€£¥￥".indexOf(text.at(at - 2)) >= 0)
        && !(before == '.' && (groups.length(group) < 11 || !isLetter(text.at(at - 2))))
        && !(before == ',' && Surroundings.isDigit(text.at(at - 2)));
  }

  /** Whether another number ends right before a group. */
  private boolean follows(DigitGroups groups, int group) {
    return group > 0 && !hits.isEmpty() && hits.get(hits.size() - 1).to() == groups.end(group - 1);
  }

  private String wordBefore(int at) {
    int from = at;
    while (at - from < 12 && isLetter(text.at(from - 1))) {
      from--;
    }
    return text.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private boolean isFreeAfter(DigitGroups groups, Found found) {
    int end = found.hit().to();
    char after = text.at(end);
    if (isLetter(after)) {
      return GLUED.contains(wordAfter(end))
          || Character.isUpperCase(after) && end > 0 && isName(end);
    }
    if (found.last() + 1 < groups.count() && groups.end(found.last()) == end) {
      String separator = groups.separator(found.last() + 1);
      if (separator.equals(".") || separator.equals("-") && groups.length(found.last() + 1) > 6) {
        return false;
      }
    }
    if (after == '-'
        && Surroundings.isWord(text.at(end + 1))
        && !Surroundings.isDigit(text.at(end + 1))) {
      return false;
    }
    return !isAmount(end) && !(after == ',' && isThousands(end));
  }

  private boolean isThousands(int end) {
    for (int i = 1; i <= 3; i++) {
      if (!Surroundings.isDigit(text.at(end + i))) {
        return false;
      }
    }
    return !Surroundings.isDigit(text.at(end + 4));
  }

  /** A word with a capital is glued where a page lost its breaks: {@code 02155550123Email}. */
  private boolean isName(int end) {
    return Character.isLowerCase(text.at(end + 1)) && Character.isLowerCase(text.at(end + 2));
  }

  private String wordAfter(int end) {
    int to = end;
    while (to - end < 12 && isLetter(text.at(to))) {
      to++;
    }
    return text.substring(end, to).toLowerCase(Locale.ROOT);
  }

  private boolean isAmount(int end) {
    int from = text.at(end) == ' ' ? end + 1 : end;
    String unit = text.substring(from, from + 8).toLowerCase(Locale.ROOT);
    return UNITS.stream()
        .anyMatch(
            each ->
                unit.startsWith(each)
                    && (each.charAt(0) > 127
                        || each.equals("%")
                        || each.length() >= unit.length()
                        || !isLetter(unit.charAt(each.length()))));
  }
}
