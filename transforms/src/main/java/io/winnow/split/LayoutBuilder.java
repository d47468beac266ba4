package io.winnow.split;

import io.winnow.schema.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the parts of a dump from top to bottom; blank edges are cut off, parts without a
 * non-blank line are left out.
 */
final class LayoutBuilder {
  private final Lines lines;
  private final List<Part> parts = new ArrayList<>();
  private int explained;

  LayoutBuilder(Lines lines) {
    this.lines = lines;
  }

  LayoutBuilder article(int from, int to, List<Cue> cues, Consumer<Piece.Builder> facts) {
    return add(Part.article(from, to, cues, facts));
  }

  /** A contents page: no article, and the best explanation of a shape that there is. */
  LayoutBuilder contents(int from, int to) {
    return known(from, to, "contents");
  }

  /** No article, but a part that dumps of this shape have: the shape explains it. */
  LayoutBuilder known(int from, int to, String what) {
    explained += lines.count(from, to);
    return notAnArticle(from, to, what);
  }

  LayoutBuilder notAnArticle(int from, int to, String what) {
    return from > to ? this : add(Part.notAnArticle(from, to, what));
  }

  LayoutBuilder frame(int from, int to) {
    return from > to ? this : add(Part.frame(from, to));
  }

  LayoutBuilder add(Part part) {
    int from = lines.nextNonBlank(part.from());
    int to = lines.previousNonBlank(part.to());
    if (from <= to) {
      parts.add(
          new Part(from, to, part.role(), part.reason(), part.detail(), part.facts(), part.cues()));
      explained += part.role() == Part.Role.REJECT ? 0 : lines.count(from, to);
    }
    return this;
  }

  /** Share of the non-blank lines that lie in articles, frame and contents so far, 0 to 1. */
  double explained() {
    return lines.count() == 0 ? 0 : (double) explained / lines.count();
  }

  Layout build(double score) {
    return new Layout(score, parts);
  }
}
