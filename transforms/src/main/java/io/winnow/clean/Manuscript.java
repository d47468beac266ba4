package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;

/**
 * A text between two layers: its lines, what was dropped so far, and its links. Immutable; every
 * layer returns a new one.
 */
record Manuscript(RawText raw, List<Line> lines, List<DroppedSpan> dropped, List<FoundLink> links) {
  Manuscript {
    lines = List.copyOf(lines);
    dropped = List.copyOf(dropped);
    links = List.copyOf(links);
  }

  Manuscript withLines(List<Line> lines) {
    return new Manuscript(raw, lines, dropped, links);
  }

  /** Every line changed by {@code change}; lines that become blank vanish, code lines excepted. */
  Manuscript map(UnaryOperator<Line> change) {
    List<Line> kept = new ArrayList<>(lines.size());
    boolean gap = false;
    for (Line line : lines) {
      Line changed = change.apply(line);
      if (changed.text().isBlank() && !changed.is(Line.Form.CODE)) {
        gap |= !changed.glued();
      } else {
        kept.add(gap ? changed.withGlued(false) : changed);
        gap = false;
      }
    }
    return withLines(kept);
  }

  /**
   * The text without some of its lines. Neighbours dropped by one rule become one span.
   *
   * @param rules the rule that drops it, by index of the line
   */
  Manuscript without(NavigableMap<Integer, String> rules) {
    if (rules.isEmpty()) {
      return this;
    }
    List<Line> kept = new ArrayList<>(lines.size());
    List<DroppedSpan> spans = new ArrayList<>(dropped);
    boolean cut = false;
    for (int i = 0; i < lines.size(); i++) {
      String rule = rules.get(i);
      if (rule == null) {
        kept.add(cut ? lines.get(i).withGlued(false) : lines.get(i));
        cut = false;
        continue;
      }
      cut = true;
      int last = i;
      while (rule.equals(rules.get(last + 1))) {
        last++;
      }
      spans.add(raw.dropped(rule, lines.get(i).from(), lines.get(last).to()));
      i = last;
    }
    return new Manuscript(raw, kept, spans, links);
  }

  /** The text as the column has it: paragraphs separated by a blank line. */
  String text() {
    StringBuilder text = new StringBuilder(raw.length());
    for (Line line : lines) {
      if (text.length() > 0) {
        text.append(line.glued() ? "\n" : "\n\n");
      }
      text.append(line.text());
    }
    return text.toString();
  }
}
