package io.winnow.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds code that stands bare among prose: two or more lines in a row, none of them a sentence,
 * most of them shaped like code and at least one of them surely. Up to two blank lines inside it
 * belong to it. Takes time linear in the text.
 */
final class CodeRuns {
  private static final int MAX_BLANKS = 2;
  private static final int MIN_LINES = 2;
  private static final double MIN_SHARE = 0.6;

  private final List<RawLine> lines;
  private final List<CodeShape> shapes = new ArrayList<>();
  private final BitSet code = new BitSet();

  private CodeRuns(List<RawLine> lines) {
    this.lines = lines;
    for (RawLine line : lines) {
      shapes.add(line.isBlank() ? CodeShape.OPEN : CodeShape.of(line));
    }
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (CodeShape.opensField(lines.get(i))
          && CodeShape.isField(lines.get(i + 1))
          && lines.get(i + 1).indent() > lines.get(i).indent()) {
        shapes.set(i, CodeShape.SURE);
      }
    }
  }

  /** The lines that are code, blank ones between them included. */
  static BitSet in(List<RawLine> lines) {
    CodeRuns runs = new CodeRuns(lines);
    for (int i = 0; i < lines.size(); ) {
      i = runs.isShaped(i) ? runs.mark(i) : i + 1;
    }
    return runs.code;
  }

  /** Marks the run that begins here, if it is one; returns where to look on. */
  private int mark(int first) {
    int end = first;
    int sure = 0;
    int shaped = 0;
    int all = 0;
    int open = 0;
    int at = first;
    while (at < lines.size()) {
      int blanks = blanks(at);
      if (blanks > 0) {
        if (at != end || blanks > MAX_BLANKS || !isShapedAt(at + blanks)) {
          break;
        }
        at += blanks;
      }
      CodeShape shape = shapes.get(at);
      if (shape == CodeShape.PROSE) {
        break;
      }
      at++;
      open++;
      if (shape != CodeShape.OPEN) {
        shaped++;
        sure += shape == CodeShape.SURE ? 1 : 0;
        all += open;
        open = 0;
        end = at;
      }
    }
    if (all >= MIN_LINES && sure > 0 && shaped >= MIN_SHARE * all) {
      code.set(first, end);
    }
    return end;
  }

  private int blanks(int at) {
    int end = at;
    while (end < lines.size() && end - at <= MAX_BLANKS && lines.get(end).isBlank()) {
      end++;
    }
    return end - at;
  }

  private boolean isShapedAt(int i) {
    return i < lines.size() && isShaped(i);
  }

  private boolean isShaped(int i) {
    return !lines.get(i).isBlank()
        && (shapes.get(i) == CodeShape.SURE || shapes.get(i) == CodeShape.LIKELY);
  }
}
