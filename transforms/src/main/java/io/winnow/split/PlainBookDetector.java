package io.winnow.split;

import io.winnow.split.ContentsPage.Entry;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts a book or e-zine in plain text, which has no headings, at the lines that repeat the entries
 * of its contents page in their order.
 *
 * <p>Long articles list their sections, too, and stay whole: most entries have to be found again,
 * and they have to be numbered as chapters, or long enough to be texts of their own. What stands
 * above the contents is the cover.
 */
final class PlainBookDetector implements Detector {
  private static final int MIN_CHAPTERS = 3;

  /** Lines with text among which the contents begin. */
  private static final int HEAD_LINES = 200;

  private static final int MAX_LINE = 200;
  private static final double MIN_FOUND = 0.7;

  /**
   * Median length from which parts are texts of their own, in Han characters or 3 Latin letters.
   */
  private static final double LONG = 1000;

  /** Median length that chapters have at least, however they are numbered. */
  private static final double SHORT = 150;

  private static final double LISTED = 0.9;

  private static final Pattern CHAPTER =
      Pattern.compile(
          "^(?:第\\s?[一二三四五六七八九十百零〇两\\d]{1,6}\\s?[章回卷篇部讲講课課期]|(?:chapter|part|book)\\s(?:\\d{1,3}|[ivxlc]{1,7})\\b)",
          Pattern.CASE_INSENSITIVE);

  private record Chapter(int line, Entry entry) {}

  @Override
  public String name() {
    return "plain-book";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse() || !lines.headings().isEmpty()) {
      return Optional.empty();
    }
    int contents = contents(lines);
    List<Entry> entries = contents < 0 ? List.of() : entries(lines, contents);
    List<Chapter> chapters = chapters(lines, entries);
    if (chapters.size() < MIN_CHAPTERS || chapters.size() < MIN_FOUND * entries.size()) {
      return Optional.empty();
    }
    double[] lengths = new double[chapters.size()];
    int numbered = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Prose.length(lines, chapters.get(i).line() + 1, end(lines, chapters, i));
      numbered += CHAPTER.matcher(chapters.get(i).entry().title()).find() ? 1 : 0;
    }
    Arrays.sort(lengths);
    double median = lengths[lengths.length / 2];
    if (median < (2 * numbered > lengths.length ? SHORT : LONG)) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    int last = entries.get(entries.size() - 1).line();
    layout.notAnArticle(lines.first(), contents - 1, "cover");
    layout.contents(contents, Math.min(last, chapters.get(0).line() - 1));
    layout.notAnArticle(last + 1, chapters.get(0).line() - 1, "front-matter");
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      layout.article(
          chapter.line(),
          end(lines, chapters, i),
          List.of(new Cue("listed-in-contents", LISTED)),
          piece -> piece.setTitle(chapter.entry().title()));
    }
    double evidence = LISTED * chapters.size() / entries.size();
    return Optional.of(layout.build(Score.of(layout.explained(), evidence, chapters.size())));
  }

  /** The line that says that contents follow; -1 without one. */
  private static int contents(Lines lines) {
    int seen = 0;
    for (int n = lines.first(); n <= lines.last() && seen < HEAD_LINES; n++) {
      if (!lines.isBlank(n)) {
        seen++;
        if (lines.line(n).length() <= MAX_LINE && ContentsPage.names(lines.line(n))) {
          return n;
        }
      }
    }
    return -1;
  }

  /**
   * The entries below it, up to the first line that repeats one: there the first chapter begins.
   */
  private static List<Entry> entries(Lines lines, int contents) {
    List<Entry> entries = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int n = contents + 1; n <= lines.last() && entries.size() < HEAD_LINES; n++) {
      if (lines.isBlank(n)) {
        continue;
      }
      Entry entry = lines.line(n).length() <= MAX_LINE ? ContentsPage.entry(lines, n, null) : null;
      if (entry == null || keys.contains(key(entry.title()))) {
        break;
      }
      entries.add(entry);
      keys.add(key(entry.title()));
    }
    return entries;
  }

  /** For each entry in order, the next line that repeats it. */
  private static List<Chapter> chapters(Lines lines, List<Entry> entries) {
    List<Chapter> chapters = new ArrayList<>();
    if (entries.isEmpty()) {
      return chapters;
    }
    int entry = 0;
    for (int n = entries.get(entries.size() - 1).line() + 1; n <= lines.last(); n++) {
      if (lines.isBlank(n) || lines.line(n).length() > MAX_LINE) {
        continue;
      }
      String key = key(lines.line(n));
      for (int e = entry; e < Math.min(entries.size(), entry + MIN_CHAPTERS); e++) {
        if (key(entries.get(e).title()).equals(key)) {
          chapters.add(new Chapter(n, entries.get(e)));
          entry = e + 1;
          break;
        }
      }
    }
    return chapters;
  }

  private static int end(Lines lines, List<Chapter> chapters, int i) {
    return i + 1 < chapters.size() ? chapters.get(i + 1).line() - 1 : lines.last();
  }

  private static String key(String line) {
    return Folding.key(line);
  }
}
