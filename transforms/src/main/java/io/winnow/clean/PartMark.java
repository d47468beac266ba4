package io.winnow.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mark by which a title says that it is a part of something longer.
 *
 * @param stem the title without the mark
 * @param part number of the part; null where only its place is known, as with 下 (the last one)
 * @param place what the mark says
 */
record PartMark(String stem, @Nullable Integer part, Place place) {

  /** What a mark says about the order of parts. */
  enum Place {
    FIRST,
    MIDDLE,
    LAST,
    NUMBERED,
    /** A bare number at the end: a mark only when a sibling has one too. */
    BARE
  }

  private static final Pattern ORDINAL =
      Pattern.compile("(.*\\S)\\s*[（(【\\[]\\s*([上中下])(?:篇|集|部|期)?\\s*[)）】\\]]");
  private static final Pattern BARE_ORDINAL =
      Pattern.compile("(.*[\\s.。?？!！:：\\-–—|])\\s*([上中下])(?:篇|集|部)?");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(.*\\S)\\s*[（(【\\[]\\s*(?:part\\s*|第\\s*)?(\\d{1,2}|[一二三四五六七八九十])(?:\\s*(?:篇|部分|集|期|讲))?(?:\\s*(?:/|of)\\s*\\d{1,2})?\\s*[)）】\\]]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART =
      Pattern.compile(
          "(.*\\S)[\\s,:：\\-–—|]+(?:part|pt\\.?)\\s*(\\d{1,2}|one|two|three|i{1,3}|iv|v)(?:\\s*(?:/|of)\\s*\\d{1,2})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_NUMBER = Pattern.compile("(.*\\S)\\s+(\\d{1,2})");
  private static final String DIGITS = "一二三四五六七八九十";
  private static final int MAX_CHARS = 400;

  /** The mark at the end of a title, Markdown removed; empty without one. */
  static Optional<PartMark> of(String title) {
    if (title.length() > MAX_CHARS) {
      return Optional.empty();
    }
    for (Pattern pattern : new Pattern[] {ORDINAL, BARE_ORDINAL}) {
      Matcher mark = pattern.matcher(title);
      if (mark.matches()) {
        return Optional.of(ordinal(mark.group(1).strip(), mark.group(2)));
      }
    }
    for (Pattern pattern : new Pattern[] {NUMBER, PART}) {
      Matcher mark = pattern.matcher(title);
      if (mark.matches()) {
        return Optional.of(
            new PartMark(stem(mark.group(1)), number(mark.group(2)), Place.NUMBERED));
      }
    }
    Matcher bare = BARE_NUMBER.matcher(title);
    return bare.matches()
        ? Optional.of(new PartMark(stem(bare.group(1)), number(bare.group(2)), Place.BARE))
        : Optional.empty();
  }

  private static PartMark ordinal(String title, String mark) {
    return switch (mark) {
      case "上" -> new PartMark(stem(title), 1, Place.FIRST);
      case "中" -> new PartMark(stem(title), 2, Place.MIDDLE);
      default -> new PartMark(stem(title), null, Place.LAST);
    };
  }

  private static String stem(String title) {
    return title.replaceAll("[\\s,:：\\-–—|]++$", "");
  }

  private static int number(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Integer.parseInt(number);
    }
    int chinese = DIGITS.indexOf(number);
    if (chinese >= 0) {
      return chinese + 1;
    }
    return switch (number.toLowerCase(java.util.Locale.ROOT)) {
      case "one", "i" -> 1;
      case "two", "ii" -> 2;
      case "three", "iii" -> 3;
      case "iv" -> 4;
      default -> 5;
    };
  }
}
