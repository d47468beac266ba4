package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins paragraphs that a page break tore apart: a paragraph of running text that stops in the
 * middle of a sentence, one blank line, and the rest, which may have been taken for a heading.
 *
 * <p>A wider gap means that a picture or a page is missing, so its sides stay apart. In an article
 * that often ends paragraphs without a mark, a missing mark says nothing, and nothing is joined.
 */
final class PageBreaks {
  /** A torn paragraph fills at least one line of print. */
  private static final int MIN_COLUMNS = 60;

  private static final int MAX_LINE_ENDS = 3;
  private static final String COMMAS = "，,、";
  private static final String CLOSERS = "”’\"'」』》";

  /** Most long paragraphs that may lack an end mark before that is the author's style. */
  private static final double MAX_OPEN = 0.5;

  private static final int MIN_PARAGRAPHS = 4;

  /** Characters that words repeat: 常常, 渐渐, 刚刚. */
  private static final String TWINS = "常渐慢刚往天人年时处层个种次家偏仅恰多大小好看想说试谢哈呵星爸妈哥姐弟妹";

  private static final Pattern RUNNING = Pattern.compile("[，。；！？、：（“《,;]|[.?!] ");
  private static final Pattern WIDE = Pattern.compile("[，。；！？、：（“《]");
  private static final Pattern ADDRESS_END = Pattern.compile("https?://\\S*$");
  private static final Pattern NEW_BEGINNING =
      Pattern.compile(
          "(?:[①-⑳■●◆▲✓•]|\\d{1,2}[.、)）]|[图表]\\s?\\d|(?:图片|截图|来源|资料)\\S{0,6}[:：]"
              + "|[QA问答]\\d{0,2}\\s?[:：]|https?://)");
  private static final Pattern CODE = Pattern.compile(" = |[{};]$|\\)$");
  private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}+[ ,]");
  private static final Pattern LABEL = Pattern.compile("([\\p{L}·. ]{1,24}?)\\s?[:：].*");

  private final Manuscript text;
  private final boolean pages;
  private final boolean wide;
  private final Map<String, Integer> labels = new HashMap<>();

  private PageBreaks(Manuscript text, boolean pages) {
    this.text = text;
    this.pages = pages;
    this.wide =
        text.lines().stream().filter(line -> line.text().indexOf('，') >= 0).count()
            >= text.lines().stream().filter(line -> line.text().matches(".*\\p{IsHan},.*")).count();
    text.lines()
        .forEach(line -> label(line).ifPresent(label -> labels.merge(label, 1, Integer::sum)));
  }

  /**
   * The text with torn paragraphs whole.
   *
   * @param pages whether the text comes from pages, as Markdown made of a PDF may; in plain text,
   *     where paragraphs often lack a mark, only a comma at the end of a line proves a tear
   */
  static Manuscript join(Manuscript text, boolean pages) {
    PageBreaks breaks = new PageBreaks(text, pages);
    return breaks.missingMarksAreRare() ? breaks.joined() : text;
  }

  private boolean missingMarksAreRare() {
    int open = 0;
    int all = 0;
    for (Line line : text.lines()) {
      if (line.is(Line.Form.PROSE) && Columns.of(line.text()) >= MIN_COLUMNS) {
        all++;
        open += endsOpen(line.text()) ? 1 : 0;
      }
    }
    return all >= MIN_PARAGRAPHS && open <= MAX_OPEN * all;
  }

  private Manuscript joined() {
    List<Line> lines = new ArrayList<>();
    for (Line line : text.lines()) {
      Line before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (before != null && isTorn(before) && goesOn(before, line)) {
        lines.set(lines.size() - 1, rejoined(before, line));
      } else {
        lines.add(line);
      }
    }
    return text.withLines(lines);
  }

  /** One paragraph of two halves; a character that recognition read on both pages counts once. */
  private static Line rejoined(Line before, Line after) {
    String left = before.text();
    String right = after.words();
    char last = left.charAt(left.length() - 1);
    boolean twice = last == right.charAt(0) && Scripts.isHan(last) && TWINS.indexOf(last) < 0;
    Line half = twice ? before.withText(left.substring(0, left.length() - 1)) : before;
    return half.joined(after, twice ? "" : Columns.seam(left, right));
  }

  private boolean isTorn(Line line) {
    return (line.is(Line.Form.PROSE) || line.is(Line.Form.LIST))
        && Columns.of(line.text()) >= MIN_COLUMNS
        && endsOpen(line.text())
        && (pages || COMMAS.indexOf(line.text().charAt(line.text().length() - 1)) >= 0)
        && isRunningText(line.text())
        && Byline.of(line.text()).isEmpty()
        && !ADDRESS_END.matcher(tail(line.text())).find();
  }

  private boolean goesOn(Line before, Line after) {
    String gap = text.raw().text().substring(before.to(), Math.max(before.to(), after.from()));
    long ends = gap.chars().filter(c -> c == '\n').count();
    if (after.glued()
        || ends > MAX_LINE_ENDS
        || CODE.matcher(Scripts.head(after.words(), 80)).find()
        || NEW_BEGINNING.matcher(after.words()).lookingAt()
        || isSpeaker(after)) {
      return false;
    }
    boolean quoted = CLOSERS.indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
    if (quoted && !Scripts.isHan(after.words().codePointAt(0))) {
      return false;
    }
    if (after.is(Line.Form.HEADING)) {
      return before.is(Line.Form.PROSE) && Columns.endsSentence(after.words());
    }
    return after.is(Line.Form.PROSE)
        && (hasHan(before) || startsSmall(after))
        && (pages || startsSmall(after) || Scripts.isHan(after.text().codePointAt(0)));
  }

  /** A label that begins several lines names who speaks. */
  private boolean isSpeaker(Line line) {
    return label(line).map(label -> labels.getOrDefault(label, 0) > 1).orElse(false);
  }

  private static Optional<String> label(Line line) {
    Matcher label = LABEL.matcher(Scripts.head(line.words(), 40));
    return label.matches() ? Optional.of(label.group(1)) : Optional.empty();
  }

  private static boolean endsOpen(String text) {
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int last = end == 0 ? 0 : text.codePointBefore(end);
    return Character.isLetterOrDigit(last) || (COMMAS + "—-").indexOf(last) >= 0;
  }

  private boolean isRunningText(String text) {
    return (wide && Scripts.cjkShare(text) > 0.2 ? WIDE : RUNNING).matcher(text).find();
  }

  private static boolean hasHan(Line line) {
    return Scripts.cjkShare(tail(line.text())) > 0.2;
  }

  private static boolean startsSmall(Line line) {
    return SMALL_WORD.matcher(line.text()).lookingAt();
  }

  private static String tail(String text) {
    return text.length() <= 300 ? text : text.substring(text.length() - 300);
  }
}
