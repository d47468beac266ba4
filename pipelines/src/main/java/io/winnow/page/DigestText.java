package io.winnow.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** A digest as it was written, read back for the pages that announce it. */
final class DigestText {
  private final String file;
  private final Node document;

  /**
   * @param file its name
   * @param markdown its text
   */
  DigestText(String file, String markdown) {
    this.file = file;
    this.document = SafeHtml.parse(markdown);
  }

  String title() {
    return NodeText.of(document.getFirstChild());
  }

  /** What it counts, without links; empty where nothing was published. */
  String counts() {
    for (Node block = document.getFirstChild(); !isSection(block); block = block.getNext()) {
      if (block instanceof BlockQuote) {
        StringBuilder counts = new StringBuilder();
        Node paragraph = block.getFirstChild();
        for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
          if (part instanceof Text text) {
            counts.append(text.getLiteral());
          }
        }
        return counts.toString().strip();
      }
    }
    return "";
  }

  /** Its highlights, with links into it; none where it has no such section. */
  List<Inline> highlights() {
    List<Inline> highlights = new ArrayList<>();
    Node block = document.getFirstChild();
    while (!isSection(block)) {
      block = block.getNext();
    }
    if (block != null
        && block.getNext() instanceof BulletList list
        && !SafeHtml.isNavigation(list)) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        if (item.getFirstChild() instanceof Paragraph line) {
          highlights.add(inline(line));
        }
      }
    }
    return highlights;
  }

  /** Its body without title, contents and folds. May be called once. */
  String html(Targets targets) {
    List<Node> left = new ArrayList<>(List.of(document.getFirstChild()));
    int folds = 0;
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      OwnHtml own = block instanceof HtmlBlock html ? OwnHtml.of(html.getLiteral()) : null;
      folds += own == OwnHtml.OPEN_FOLD ? 1 : 0;
      boolean aboveContents =
          isSection(block) && block.getNext() != null && SafeHtml.isNavigation(block.getNext());
      if (folds > 0 || aboveContents || SafeHtml.isNavigation(block)) {
        left.add(block);
      }
      folds -= own == OwnHtml.CLOSE_FOLD ? 1 : 0;
    }
    left.forEach(Node::unlink);
    dropEmptySections();
    return SafeHtml.render(document, Period.editionOf(file).lang(), targets);
  }

  private void dropEmptySections() {
    Node next;
    for (Node block = document.getFirstChild(); block != null; block = next) {
      next = block.getNext();
      if (isSection(block) && isSection(next)) {
        block.unlink();
      }
    }
  }

  /** Whether a section begins there, or the page ends. */
  private static boolean isSection(@Nullable Node block) {
    return block == null || (block instanceof Heading heading && heading.getLevel() == 2);
  }

  /** The inline Markdown of our own pages, written anew. */
  private Inline inline(Node parent) {
    Inline all = Inline.EMPTY;
    for (Node part = parent.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof Text text) {
        all = all.then(Inline.words(text.getLiteral()));
      } else if (part instanceof Code code) {
        all = all.then(Inline.code(code.getLiteral()));
      } else if (part instanceof StrongEmphasis) {
        all = all.then(inline(part).bold());
      } else if (part instanceof Link link) {
        all = all.then(linked(inline(link), link.getDestination()));
      } else {
        all = all.then(inline(part));
      }
    }
    return all;
  }

  private Inline linked(Inline text, String destination) {
    if (destination.startsWith("#")) {
      return text.toHeading(file, destination.substring(1));
    }
    return Inline.isOwnPath(destination) ? text.toFile(destination) : text.linked(destination);
  }
}
