package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts paragraphs that were wrapped at a column back on one line, as mail, RFCs and old notes are.
 * A block of lines counts as wrapped when its lines, the last one excepted, are about equally wide
 * and mostly end in the middle of a sentence.
 */
final class Wrapping {
  private static final int MIN_COLUMNS = 45;
  private static final int MAX_COLUMNS = 110;

  /** A line that ends within a word was wrapped, though it be short. */
  private static final int MIN_BROKEN = 20;

  /** A label and an address: what prints it means it to stand alone. */
  private static final Pattern LABELLED_ADDRESS =
      Pattern.compile("[^:：]{1,24}[:：]\\s?<?https?://\\S{1,2000}");

  private Wrapping() {}

  static List<Line> undo(RawText raw, List<Line> lines) {
    Hyphens hyphens = Hyphens.in(lines);
    List<Line> unwrapped = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); ) {
      int end = i + 1;
      while (end < lines.size() && adjacent(raw, lines.get(end - 1), lines.get(end))) {
        end++;
      }
      List<Line> block = lines.subList(i, end);
      if (isWrapped(block)) {
        unwrapped.add(joined(block, hyphens));
      } else {
        unwrapped.addAll(block);
      }
      i = end;
    }
    return unwrapped;
  }

  /**
   * Joins the soft line breaks of Markdown (CommonMark section 6.8): a line goes on in the next
   * unless it has a hard break, or looks as if its author meant it to stand alone.
   */
  static List<Line> undoSoftBreaks(RawText raw, List<Line> lines) {
    Hyphens hyphens = Hyphens.in(lines);
    List<Line> unwrapped = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); ) {
      int end = i + 1;
      while (end < lines.size() && continues(lines.get(end)) && goesOn(raw, lines.get(end - 1))) {
        end++;
      }
      unwrapped.add(end == i + 1 ? lines.get(i) : joined(lines.subList(i, end), hyphens));
      i = end;
    }
    return unwrapped;
  }

  private static boolean continues(Line line) {
    return line.glued()
        && (line.is(Line.Form.PROSE)
            || line.is(Line.Form.LIST) && line.words().length() == line.text().strip().length());
  }

  private static boolean goesOn(RawText raw, Line before) {
    if (!before.is(Line.Form.PROSE) && !before.is(Line.Form.LIST)) {
      return false;
    }
    String source = raw.text().substring(before.from(), before.to());
    return !LABELLED_ADDRESS.matcher(before.text()).matches()
        && !source.endsWith("  ")
        && !source.endsWith("\\")
        && !Columns.endsInMark(before.text())
        && Columns.of(before.text())
            >= (Hyphens.endsInWord(before.text()) ? MIN_BROKEN : MIN_COLUMNS);
  }

  private static boolean adjacent(RawText raw, Line before, Line after) {
    return after.is(Line.Form.PROSE)
        && (before.is(Line.Form.PROSE) || before.is(Line.Form.LIST))
        && raw.text().substring(before.to(), after.from()).chars().filter(c -> c == '\n').count()
            == 1;
  }

  private static boolean isWrapped(List<Line> block) {
    if (block.size() < 2) {
      return false;
    }
    int widest = block.stream().mapToInt(line -> Columns.of(line.text())).max().orElse(0);
    if (widest < MIN_COLUMNS || widest > MAX_COLUMNS) {
      return false;
    }
    int full = 0;
    int open = 0;
    for (Line line : block.subList(0, block.size() - 1)) {
      full += Columns.of(line.text()) >= widest - 16 ? 1 : 0;
      open += Columns.endsInMark(line.text()) ? 0 : 1;
    }
    int breaks = block.size() - 1;
    return full >= 0.8 * breaks && open >= 0.6 * breaks;
  }

  private static Line joined(List<Line> block, Hyphens hyphens) {
    Line first = block.get(0);
    StringBuilder all = new StringBuilder();
    String before = first.text();
    for (Line line : block.subList(1, block.size())) {
      String words = line.text().strip();
      String both = hyphens.joined(before, words);
      int rest = both.length() - words.length();
      all.append(both, 0, rest);
      before = words;
    }
    all.append(before);
    int to = block.get(block.size() - 1).to();
    return new Line(first.form(), all.toString(), first.from(), to, first.glued());
  }
}
