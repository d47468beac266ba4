package io.winnow.page;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects what a reader sees of a node of parsed Markdown. */
final class NodeText extends AbstractVisitor {
  private final StringBuilder text = new StringBuilder();

  private NodeText() {}

  static String of(Node node) {
    NodeText text = new NodeText();
    node.accept(text);
    return text.text.toString();
  }

  @Override
  public void visit(Text part) {
    text.append(part.getLiteral());
  }

  @Override
  public void visit(Code part) {
    text.append(part.getLiteral());
  }

  @Override
  public void visit(HtmlInline part) {
    text.append(part.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak part) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak part) {
    text.append(' ');
  }
}
