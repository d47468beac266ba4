package io.winnow.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads a page back as a GFM renderer would: what it shows, links to and holds as raw HTML. */
final class Gfm {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

  private Gfm() {}

  static Node parse(String markdown) {
    return Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
  }

  static String html(String markdown) {
    return HtmlRenderer.builder().extensions(EXTENSIONS).build().render(parse(markdown));
  }

  /** The text of a node as shown. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }

          @Override
          public void visit(HtmlInline part) {
            text.append("RAW HTML");
          }
        });
    return text.toString();
  }

  static List<String> rawHtml(String markdown) {
    List<String> html = new ArrayList<>();
    parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock block) {
                html.addAll(block.getLiteral().lines().toList());
              }

              @Override
              public void visit(HtmlInline inline) {
                html.add(inline.getLiteral());
              }
            });
    return html;
  }

  static List<Heading> headings(String markdown) {
    return all(markdown, Heading.class);
  }

  static List<Link> links(String markdown) {
    return all(markdown, Link.class);
  }

  static <T extends Node> List<T> all(String markdown, Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(parse(markdown), type, found);
    return found;
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, type, found);
    }
  }
}
