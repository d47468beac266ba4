package io.winnow.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day that a short text names, in numbers or with the name of a month in one of the
 * languages of the web. Relative days (yesterday, 昨天) are none.
 *
 * @param day the day
 * @param from where its date begins in the text
 * @param to where it ends
 */
record DayText(LocalDate day, int from, int to) {
  private static final int MAX_CHARS = 200;
  private static final LocalDate FIRST = LocalDate.of(1991, 1, 1);
  private static final String YEAR = "((?:19|20)\\d\\d)";
  private static final String MONTH = "(\\p{L}{3,12}+)\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?";
  private static final String OF = "(?:\\s?de[l]?\\s|\\s?di\\s|,|\\s){0,2}\\s?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)" + YEAR + "\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)" + DAY + "[\\s-]?" + OF + MONTH + "[\\s-]?" + OF + YEAR + "(?!\\d)");
  private static final Pattern DAY_MONTH_SHORT =
      Pattern.compile("(?<!\\d)(\\d{1,2})[.-]" + MONTH + "[.-]?(\\d\\d)(?!\\d)");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{L})" + MONTH + "\\s" + DAY + "(?:,|\\s|at\\s|@)*" + YEAR + "(?!\\d)");
  private static final Pattern MONTH_DAY_TIME =
      Pattern.compile(
          "(?<!\\p{L})"
              + MONTH
              + "\\s"
              + DAY
              + "\\s\\d{1,2}:\\d\\d(?::\\d\\d)?\\s(?:[A-Z]{2,5}\\s)?"
              + YEAR
              + "(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\d.,/])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?("
              + YEAR
              + "|\\d\\d)(?![\\d/])");
  private static final Pattern DIGITS =
      Pattern.compile("(?<!\\d)(20[0-4]\\d)([01]\\d)([0-3]\\d)(?!\\d)");

  private static final Map<String, Integer> MONTHS = months();

  /**
   * The first day in a text.
   *
   * @param monthFirst how 3/4/2026 is read: as 4 March
   * @param today logical date of the run: no article is from later than the day after
   */
  static Optional<DayText> find(String text, boolean monthFirst, LocalDate today) {
    if (text.length() > MAX_CHARS || !hasDigits(text)) {
      return Optional.empty();
    }
    return numeric(YEAR_FIRST.matcher(text), 1, 2, 3)
        .or(() -> named(DAY_MONTH.matcher(text), 3, 2, 1))
        .or(() -> named(MONTH_DAY.matcher(text), 3, 1, 2))
        .or(() -> named(MONTH_DAY_TIME.matcher(text), 3, 1, 2))
        .or(() -> mixed(NUMBERS.matcher(text), monthFirst))
        .or(() -> named(DAY_MONTH_SHORT.matcher(text), 3, 2, 1))
        .or(() -> numeric(DIGITS.matcher(text), 1, 2, 3))
        .filter(found -> !found.day.isAfter(today.plusDays(1)) && !found.day.isBefore(FIRST));
  }

  private static boolean hasDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= 3;
  }

  private static Optional<DayText> numeric(Matcher found, int year, int month, int day) {
    while (found.find()) {
      Optional<DayText> date =
          day(found, found.group(year), Integer.parseInt(found.group(month)), found.group(day));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<DayText> named(Matcher found, int year, int month, int day) {
    while (found.find()) {
      Integer number = month(found.group(month));
      Optional<DayText> date =
          number == null
              ? Optional.empty()
              : day(found, found.group(year), number, found.group(day));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<DayText> mixed(Matcher found, boolean monthFirst) {
    while (found.find()) {
      int first = Integer.parseInt(found.group(1));
      int second = Integer.parseInt(found.group(3));
      boolean dotted = found.group(2).equals(".");
      boolean swap = second > 12 && !dotted || monthFirst && !dotted && first <= 12;
      Optional<DayText> date =
          day(found, found.group(4), swap ? first : second, swap ? found.group(3) : found.group(1));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<DayText> day(Matcher found, String year, int month, String day) {
    try {
      int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
      return Optional.of(
          new DayText(
              LocalDate.of(full, month, Integer.parseInt(day)), found.start(), found.end()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether no word of a text is the name of a month. */
  static boolean isNoMonth(String text) {
    for (String word : text.split("\\s+")) {
      if (month(word) != null) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Integer month(String word) {
    return MONTHS.get(word.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new TreeMap<>();
    String[] names = {
      "jan januar january janvier enero ene gennaio gen janeiro januari ocak styczeń stycznia sty января янв январь jänner jän jaan tammikuu leden ledna január",
      "feb februar february février fevrier févr fev fév febrero febbraio fevereiro februari şubat luty lutego lut февраля фев февраль feber únor února február",
      "mar mär märz maerz mrz march mars marzo março maart mrt maret mart marzec marca марта мар март březen března marec",
      "apr april avril avr abril abr aprile aprili nisan kwiecień kwietnia kwi апреля апр апрель duben dubna apríl",
      "may mai mayo maggio mag maio mei mayıs maj maja мая май květen května máj",
      "jun june juni juin junio giugno giu junho haziran czerwiec czerwca cze июня июн июнь červen června jún",
      "jul july juli juillet juil julio luglio lug julho temmuz lipiec lipca lip июля июл июль červenec července júl",
      "aug august août aout agosto ago augustus agustus ağustos sierpień sierpnia sie августа авг август srpen srpna",
      "sep sept september septembre septiembre setiembre settembre set setembro eylül wrzesień września wrz сентября сен сентябрь září",
      "oct okt october oktober octobre octubre ottobre ott outubro out ekim październik października paź октября окт октябрь říjen října",
      "nov november novembre noviembre novembro kasım listopad listopada lis ноября ноя ноябрь",
      "dec dez december dezember décembre decembre déc diciembre dic dicembre dezembro desember des aralık grudzień grudnia gru декабря дек декабрь prosinec prosince",
    };
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ")) {
        months.put(name, i + 1);
      }
    }
    return months;
  }
}
