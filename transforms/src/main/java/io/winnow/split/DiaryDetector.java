package io.winnow.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a diary in plain text at the lines that open an entry with its day: {@code 2026-01-31
 * Title}, {@code 2026年1月31日 星期六 晴}, {@code 【2026/01/31】Title}, {@code January 31, 2026}.
 *
 * <p>Articles tell histories, too, day by day, and stay whole: entries have to stand in the order
 * of their days, each opened by a line of its own after a blank one, with a text of some length
 * below it, and what stands above the first one has to be shorter than an entry.
 */
final class DiaryDetector implements Detector {
  private static final int MIN_ENTRIES = 5;
  private static final double MIN_ORDER = 0.9;

  /** Least length of the entries, on the median, in Han characters or three Latin letters. */
  private static final int MIN_LENGTH = 60;

  private static final int MAX_TITLE = 60;
  private static final double DATE_LINE = 0.95;
  private static final int MAX_LINE = 200;

  private static final Pattern OPENING = Pattern.compile("^\\s{0,8}[【\\[（(《<]?\\s{0,2}");

  /** Weekday, weather and closing bracket between a day and the title of its entry. */
  private static final Pattern AFTER_DAY =
      Pattern.compile(
          "^[\\s】\\]）)》>,，:：、|·—–-]{0,8}(?:(?:星期|周|礼拜)[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?"
              + "|fri|sat(?:ur)?|sun)(?:day)?\\b)?[\\s】\\]）)》>,，:：、|·—–-]{0,8}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WEATHER =
      Pattern.compile("^(?:晴|阴|多云|[小中大暴雷阵]?雨|[小中大]?雪|雾|霾|风|转|到|间|[\\s，,])+$");

  private record Entry(int line, PrintedDate.Found date, @Nullable String title) {}

  @Override
  public String name() {
    return "diary";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse()) {
      return Optional.empty();
    }
    List<Entry> entries = entries(lines);
    if (entries.size() < MIN_ENTRIES) {
      return Optional.empty();
    }
    double[] lengths = new double[entries.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Prose.length(lines, entries.get(i).line() + 1, end(lines, entries, i));
    }
    Arrays.sort(lengths);
    double median = lengths[lengths.length / 2];
    List<LocalDate> typed = entries.stream().map(entry -> entry.date().day()).toList();
    double order = TypedDays.order(typed);
    int preface = entries.get(0).line() - 1;
    if (median < MIN_LENGTH
        || order < MIN_ORDER
        || typed.stream().distinct().count() * 2 < typed.size()
        || Prose.length(lines, lines.first(), preface) > median) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    layout.notAnArticle(lines.first(), preface, "front-matter");
    List<LocalDate> days =
        TypedDays.correct(typed, Collections.nCopies(typed.size(), (LocalDate) null));
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      LocalDate day = days.get(i);
      layout.article(
          entry.line(),
          end(lines, entries, i),
          List.of(new Cue("date-line", DATE_LINE)),
          piece ->
              piece
                  .setTitle(entry.title())
                  .setPublished(day)
                  .setPublishedRaw(entry.date().raw())
                  .setPublishedOrigin(day.equals(entry.date().day()) ? "given" : "corrected"));
    }
    return Optional.of(
        layout.build(Score.of(layout.explained(), DATE_LINE * order, entries.size())));
  }

  private static List<Entry> entries(Lines lines) {
    List<Entry> entries = new ArrayList<>();
    for (int n = lines.first(); n <= lines.last(); n++) {
      boolean alone = n == lines.first() || lines.isBlank(n - 1);
      if (alone && !lines.isBlank(n) && !lines.isCode(n) && lines.line(n).length() <= MAX_LINE) {
        Entry entry = entry(lines.line(n), n);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private static @Nullable Entry entry(String line, int n) {
    Matcher opening = OPENING.matcher(line);
    String text = opening.find() ? line.substring(opening.end()) : line;
    PrintedDate.Found date = PrintedDate.leading(text);
    if (date == null) {
      return null;
    }
    Matcher after = AFTER_DAY.matcher(text).region(date.end(), text.length());
    String title = after.lookingAt() ? text.substring(after.end()).strip() : "";
    if (title.codePointCount(0, title.length()) > MAX_TITLE || Prose.endsSentence(title)) {
      return null;
    }
    return new Entry(n, date, title.isEmpty() || WEATHER.matcher(title).matches() ? null : title);
  }

  private static int end(Lines lines, List<Entry> entries, int i) {
    return i + 1 < entries.size() ? entries.get(i + 1).line() - 1 : lines.last();
  }
}
