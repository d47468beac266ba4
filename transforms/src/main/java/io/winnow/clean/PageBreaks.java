package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins paragraphs that a page break tore apart: a paragraph of running text that stops in the
 * middle of a sentence, one blank line, and the rest, which may have been taken for a heading.
 * Every join is logged among the dropped spans: the gap, with the words around it.
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

  private static final String RULE = "page-break";

  /** Most long paragraphs that may lack an end mark before that is the author's style. */
  private static final double MAX_OPEN = 0.5;

  /** In a text of fewer paragraphs the second half must end in a mark for the first to lack one. */
  private static final int FEW_PARAGRAPHS = 4;

  private static final int MIN_PARAGRAPHS = 2;

  /** The same for plain text, where a missing mark may be a heading, a label or lost code. */
  private static final double MAX_OPEN_PLAIN = 0.25;

  private static final int MIN_PARAGRAPHS_PLAIN = 6;

  /** Characters that words repeat: 常常, 渐渐, 刚刚. */
  private static final String TWINS = "常渐慢刚往天人年时处层个种次家偏仅恰多大小好看想说试谢哈呵星爸妈哥姐弟妹";

  private static final Pattern RUNNING = Pattern.compile("[，。；！？、：（“《,;]|[.?!] ");
  private static final Pattern WIDE = Pattern.compile("[，。；！？、：（“《]|\\p{IsHan}[,;](?! )");
  private static final Pattern ADDRESS_END = Pattern.compile("https?://\\S*$");
  private static final Pattern NEW_BEGINNING =
      Pattern.compile(
          "(?:[①-⑳■●◆▲✓•]|\\d{1,2}[.、)）]|[图表]\\s?\\d|(?:图片|截图|来源|资料)\\S{0,6}[:：]"
              + "|[QA问答]\\d{0,2}\\s?[:：]|https?://)");
  private static final Pattern HAN_COMMA = Pattern.compile("\\p{IsHan},");
  private static final Pattern CODE = Pattern.compile(" = |[{};]$|\\)$");
  private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}[\\p{L}'’-]{0,40}[ ,.;:)]");

  /** A word after which an English sentence cannot end: what follows may be a name. */
  private static final Pattern BEFORE_NOUN =
      Pattern.compile(
          "(?:^| )(?:of|the|and|a|an|to|in|for|with|by|or|at|from|on|into|between|than|as|that"
              + "|which|his|her|its|their|our|your|my|was|were|is|are|be|been|such|Mr\\.|Dr\\.)$");

  /** Words that open a sentence, or follow a comma. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:虽然|但是?|不过|然而|因此|所以|首先|其次|最后|另外|此外|总之|同时|接下来|综上|总的来说|那么)"
              + "|(?:The|A|An|But|And|So|Or|It|This|That|These|Those|He|She|They|We|You|I|If|In|On|At"
              + "|When|What|Why|How|Who|Then|There|Here|Now|For|As|To|After|Before|While)\\b");

  /** Particles that end a sentence; a mark would stand on the same page. */
  private static final String PARTICLES = "吧呢吗啊哦啦嘛呀";

  private static final Pattern LABEL = Pattern.compile("([\\p{L}·. ]{1,24}?)\\s?[:：].*");

  /** What the text is made of, and so how much a missing end mark says. */
  enum Source {
    /** Pages, as Markdown made of a PDF is. */
    PAGES,
    /** Plain text, where some authors end paragraphs without a mark. */
    PLAIN,
    /** Elements of a page, which are never torn; a comma at an end is all that tells a tear. */
    ELEMENTS;

    static Source of(String media) {
      return switch (media) {
        case "markdown" -> PAGES;
        case "html" -> ELEMENTS;
        default -> PLAIN;
      };
    }
  }

  private final Manuscript text;
  private final boolean pages;
  private final boolean wide;
  private final boolean few;
  private final boolean elements;
  private final Map<String, Integer> labels = new HashMap<>();

  private PageBreaks(Manuscript text, Source source) {
    this.text = text;
    this.elements = source == Source.ELEMENTS;
    this.pages = source == Source.PAGES || source == Source.PLAIN && marksAreTheRule();
    this.few = paragraphs(text).count() < FEW_PARAGRAPHS;
    this.wide =
        text.lines().stream().filter(line -> line.text().indexOf('，') >= 0).count()
            >= text.lines().stream().filter(line -> hasHanComma(line.text())).count();
    text.lines()
        .forEach(line -> label(line).ifPresent(label -> labels.merge(label, 1, Integer::sum)));
  }

  /** The text with torn paragraphs whole. */
  static Manuscript join(Manuscript text, Source source) {
    PageBreaks breaks = new PageBreaks(text, source);
    return breaks.missingMarksAreRare(MIN_PARAGRAPHS, MAX_OPEN) ? breaks.joined() : text;
  }

  private boolean marksAreTheRule() {
    return missingMarksAreRare(MIN_PARAGRAPHS_PLAIN, MAX_OPEN_PLAIN);
  }

  private boolean missingMarksAreRare(int minParagraphs, double maxOpen) {
    long open = paragraphs(text).filter(line -> endsOpen(line.text())).count();
    long all = paragraphs(text).count();
    return all >= minParagraphs && open <= maxOpen * all;
  }

  private static Stream<Line> paragraphs(Manuscript text) {
    return text.lines().stream()
        .filter(line -> line.is(Line.Form.PROSE) && Columns.reach(line.text(), MIN_COLUMNS));
  }

  private Manuscript joined() {
    Hyphens hyphens = Hyphens.in(text.lines());
    List<Line> lines = new ArrayList<>();
    List<DroppedSpan> spans = new ArrayList<>(text.dropped());
    for (Line line : text.lines()) {
      Line before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (before != null && isTorn(before) && goesOn(before, line)) {
        spans.add(text.raw().seam(RULE, before.to(), line.from()));
        lines.set(lines.size() - 1, rejoined(before, line, hyphens));
      } else {
        lines.add(line);
      }
    }
    return new Manuscript(text.raw(), lines, spans, text.links());
  }

  /** One paragraph of two halves; a character that recognition read on both pages counts once. */
  private static Line rejoined(Line before, Line after, Hyphens hyphens) {
    String left = before.text();
    String right = after.words();
    char last = left.charAt(left.length() - 1);
    boolean twice = last == right.charAt(0) && Scripts.isHan(last) && TWINS.indexOf(last) < 0;
    if (twice) {
      return before.withText(left.substring(0, left.length() - 1)).joined(after, "");
    }
    String both = hyphens.joined(left, right);
    return before.withText(both.substring(0, both.length() - right.length())).joined(after, "");
  }

  private boolean isTorn(Line line) {
    return (line.is(Line.Form.PROSE) || line.is(Line.Form.LIST))
        && Columns.reach(line.text(), MIN_COLUMNS)
        && endsOpen(line.text())
        && (pages || COMMAS.indexOf(line.text().charAt(line.text().length() - 1)) >= 0)
        && isRunningText(line)
        && Byline.of(line.text()).isEmpty()
        && !endsInLink(line)
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
    int last = before.text().codePointBefore(before.text().length());
    if (PARTICLES.indexOf(last) >= 0
        || COMMAS.indexOf(last) < 0 && OPENING.matcher(after.words()).lookingAt()) {
      return false;
    }
    boolean quoted = CLOSERS.indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
    if (quoted && !Scripts.isHan(after.words().codePointAt(0))) {
      return false;
    }
    if (few && !Columns.endsSentence(after.words())) {
      return false;
    }
    if (after.is(Line.Form.HEADING)) {
      return before.is(Line.Form.PROSE) && Columns.endsSentence(after.words());
    }
    return after.is(Line.Form.PROSE)
        && (hasHan(before) || startsSmall(after) || BEFORE_NOUN.matcher(tail(before.text())).find())
        && (pages || startsSmall(after) || Scripts.isHan(after.text().codePointAt(0)));
  }

  /** A link at the end of a line is what the line is for, or stands where its mark would. */
  private boolean endsInLink(Line line) {
    return line.to() > line.from()
        && text.raw().text().charAt(line.to() - 1) == ')'
        && line.text().charAt(line.text().length() - 1) != ')';
  }

  /** A label that begins several lines names who speaks. */
  private boolean isSpeaker(Line line) {
    return label(line).map(label -> labels.getOrDefault(label, 0) > 1).orElse(false);
  }

  private static boolean hasHanComma(String line) {
    return line.indexOf(',') >= 0 && HAN_COMMA.matcher(line).find();
  }

  private static Optional<String> label(Line line) {
    String head = Scripts.head(line.words(), 40);
    if (head.indexOf(':') < 0 && head.indexOf('：') < 0) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(head);
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

  /** A mark that was narrow with a space behind it, as between words on slides, does not count. */
  private boolean isRunningText(Line line) {
    if (!wide || Scripts.cjkShare(line.text()) <= 0.2) {
      return RUNNING.matcher(line.text()).find();
    }
    return elements
        ? WIDE.matcher(line.text()).find()
        : WIDE.matcher(text.raw().text()).region(line.from(), line.to()).find();
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
