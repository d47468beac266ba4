package io.winnow.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a GFM page block by block, one blank line apart. It takes {@link Inline}s only, so no
 * block can be opened, closed or left by what a text holds; raw HTML is our own {@code <details>}
 * alone.
 */
final class MarkdownWriter {
  private final Anchors anchors;
  private final boolean seen;
  private final StringBuilder page = new StringBuilder();
  private ReadingLength unfolded = ReadingLength.NONE;
  private int folds;

  /**
   * @param anchors those of the page; several writers of one page share them
   */
  MarkdownWriter(Anchors anchors) {
    this(anchors, true);
  }

  private MarkdownWriter(Anchors anchors, boolean seen) {
    this.anchors = anchors;
    this.seen = seen;
  }

  /** Writes a heading and returns its anchor. */
  String heading(int level, Inline text) {
    block("#".repeat(level) + " " + text.markdown());
    see(text);
    return anchors.add(text.plain());
  }

  void paragraph(Inline text) {
    if (!text.isEmpty()) {
      block(MarkdownEscaper.lineStart(text.markdown()));
      see(text);
    }
  }

  /** A block quotation, a paragraph each. */
  void quote(List<Inline> paragraphs) {
    block(quoted(paragraphs));
    paragraphs.forEach(this::see);
  }

  /** A remark that is not the quoted author's, as GitHub's callout. */
  void note(Inline text) {
    block("> [!NOTE]\n" + quoted(List.of(text)));
    see(text);
  }

  void bullets(List<Inline> items) {
    if (!items.isEmpty()) {
      block(
          items.stream()
              .map(item -> "- " + MarkdownEscaper.lineStart(item.markdown()))
              .collect(Collectors.joining("\n")));
      items.forEach(this::see);
    }
  }

  /** A table whose columns named {@code right} hold numbers. */
  void table(List<Inline> header, List<Boolean> right, List<List<Inline>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(header));
    lines.add(
        right.stream()
            .map(number -> number ? "--:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |")));
    rows.forEach(row -> lines.add(row(row)));
    block(String.join("\n", lines));
    header.forEach(this::see);
    rows.forEach(row -> row.forEach(this::see));
  }

  /** Pictures of ours beside each other, with what they show for readers who cannot see them. */
  void images(List<Image> images) {
    block(images.stream().map(Image::markdown).collect(Collectors.joining("\n")));
  }

  record Image(Inline alternative, String file) {
    private String markdown() {
      return "!" + alternative.toFile(file).markdown();
    }
  }

  /** Opens a fold: what follows is shown on a click, until {@link #closeFold}. */
  void openFold(Inline summary) {
    see(summary);
    block("<details><summary>" + MarkdownEscaper.html(summary.plain()) + "</summary>");
    folds++;
  }

  void closeFold() {
    folds--;
    block("</details>");
  }

  /** A writer of the same page for what will lie under a fold. */
  MarkdownWriter inside() {
    return new MarkdownWriter(anchors, false);
  }

  /** Puts under a fold what {@code inside} has written; nothing where that is nothing. */
  void fold(Inline summary, MarkdownWriter inside) {
    if (!inside.page.isEmpty()) {
      openFold(summary);
      block(inside.page.toString().stripTrailing());
      closeFold();
    }
  }

  /** Appends another writer of the same page. */
  void append(MarkdownWriter other) {
    if (!other.page.isEmpty()) {
      block(other.page.toString().stripTrailing());
    }
    unfolded = unfolded.plus(other.unfolded);
  }

  /** Length of what is seen without opening a fold. */
  ReadingLength unfolded() {
    return unfolded;
  }

  String page() {
    return page.toString();
  }

  private static String row(List<Inline> cells) {
    return cells.stream()
        .map(cell -> MarkdownEscaper.cell(cell.markdown()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String quoted(List<Inline> paragraphs) {
    return paragraphs.stream()
        .map(paragraph -> "> " + MarkdownEscaper.lineStart(paragraph.markdown()))
        .collect(Collectors.joining("\n>\n"));
  }

  private void see(Inline text) {
    if (seen && folds == 0) {
      unfolded = unfolded.plus(ReadingLength.of(text.plain()));
    }
  }

  private void block(String markdown) {
    if (!page.isEmpty()) {
      page.append('\n');
    }
    page.append(markdown).append('\n');
  }
}
