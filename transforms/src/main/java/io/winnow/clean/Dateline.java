package io.winnow.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that is nothing but the date of publication. */
record Dateline(LocalDate day, String raw) {
  private static final int MAX_CHARS = 80;
  private static final String LABEL =
      "(?:(?:发布|发表|更新|创建|写作|文章)?(?:于|时间|日期)?|published(?: on| at)?|posted(?: on)?|date|updated(?: on)?)\\s*[:|]?\\s*";
  private static final String TIME =
      "(?:[ T,]+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?\\s*(?:[ap]m|z|[+-]\\d{2}:?\\d{2})?)?\\W{0,3}";
  private static final Pattern NUMBERS =
      Pattern.compile(
          "\\W{0,3}"
              + LABEL
              + "((?:19|20)\\d\\d)\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})日?"
              + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\W{0,3}"
              + LABEL
              + "([a-z]{3})[a-z]{0,6}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)"
              + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\W{0,3}"
              + LABEL
              + "(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]{0,6}\\.?,? ((?:19|20)\\d\\d)"
              + TIME,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHANGE = Pattern.compile("更新|updated", Pattern.CASE_INSENSITIVE);

  /**
   * The day a line gives; empty when it is no dateline.
   *
   * @param today logical date of the run: no article is from later than the day after
   */
  static Optional<Dateline> of(String line, LocalDate today) {
    String folded = BoilerplateRule.folded(line);
    if (folded.length() > MAX_CHARS) {
      return Optional.empty();
    }
    Matcher found = NUMBERS.matcher(folded);
    if (found.matches()) {
      return day(found.group(1), found.group(2), found.group(3), line, today);
    }
    found = MONTH_FIRST.matcher(folded);
    if (found.matches()) {
      return day(found.group(3), found.group(1), found.group(2), line, today);
    }
    found = DAY_FIRST.matcher(folded);
    return found.matches()
        ? day(found.group(3), found.group(2), found.group(1), line, today)
        : Optional.empty();
  }

  /** Whether the line says when the text was changed, which is not when it was published. */
  boolean isChange() {
    return CHANGE.matcher(raw).find();
  }

  private static Optional<Dateline> day(
      String year, String month, String dayOfMonth, String line, LocalDate today) {
    try {
      LocalDate day =
          LocalDate.of(Integer.parseInt(year), monthOf(month), Integer.parseInt(dayOfMonth));
      return day.isAfter(today.plusDays(1))
          ? Optional.empty()
          : Optional.of(new Dateline(day, line.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int monthOf(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    for (Month name : Month.values()) {
      if (name.name().startsWith(month.toUpperCase(Locale.ROOT))) {
        return name.getValue();
      }
    }
    throw new DateTimeException("no month: " + month);
  }
}
