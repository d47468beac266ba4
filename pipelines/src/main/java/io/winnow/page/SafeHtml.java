package io.winnow.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page of ours from Markdown into HTML that can do nothing: no script, no style, no address
 * but those that {@link Targets} gives, no raw HTML but {@link OwnHtml}. Headings carry GitHub's
 * anchors.
 *
 * <p>The structure is found in the Markdown, so that the HTML needs no second source: what stands
 * above the first section is the header, a list of nothing but anchors is navigation, a paragraph
 * below a title says where it is from, a bold one is a claim.
 */
final class SafeHtml {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

  private SafeHtml() {}

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /**
   * The body of a page; changes the document.
   *
   * @param lang of the page; blocks in the other script are marked with theirs
   */
  static String render(Node document, String lang, Targets targets) {
    Anchors anchors = new Anchors();
    wrapTables(document);
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .nodeRendererFactory(context -> new Nodes(context, targets))
        .attributeProviderFactory(
            context -> (node, tag, attributes) -> describe(node, attributes, lang, anchors))
        .build()
        .render(document);
  }

  /** Anchors and nothing else, or files of ours and what parts them. */
  static boolean isNavigation(Node block) {
    if (block instanceof BulletList) {
      for (Node item = block.getFirstChild(); item != null; item = item.getNext()) {
        Node text = item.getFirstChild();
        if (!(text != null
            && text.getNext() == null
            && text.getFirstChild() instanceof Link link
            && link.getNext() == null
            && link.getDestination().startsWith("#"))) {
          return false;
        }
      }
      return true;
    }
    return block instanceof Paragraph
        && block.getPrevious() instanceof Heading title
        && title.getLevel() == 1
        && leadsToOurPages(block);
  }

  private static boolean leadsToOurPages(Node paragraph) {
    boolean leads = false;
    for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
      boolean isLink = part instanceof Link link && Inline.isOwnPath(link.getDestination());
      if (!isLink && !(part instanceof Text)) {
        return false;
      }
      leads |= isLink;
    }
    return leads;
  }

  private static void describe(
      Node node, Map<String, String> attributes, String lang, Anchors anchors) {
    attributes.remove("align");
    if (node instanceof Heading) {
      String anchor = anchors.add(NodeText.of(node));
      if (!anchor.isEmpty()) {
        attributes.put("id", anchor);
      }
    } else if (node instanceof Paragraph && node.getPrevious() instanceof Heading above) {
      if (above.getLevel() == 3) {
        attributes.put("class", "meta");
      }
    } else if (isClaim(node)) {
      attributes.put("class", "claim");
    } else if (node instanceof TableCell cell && cell.getAlignment() == TableCell.Alignment.RIGHT) {
      attributes.put("class", "number");
    }
    if (node instanceof Heading || node instanceof Paragraph) {
      String other = ScriptOf.other(NodeText.of(node), lang);
      if (other != null) {
        attributes.put("lang", other);
      }
    }
  }

  private static boolean isClaim(Node node) {
    return node instanceof Paragraph
        && node.getFirstChild() instanceof StrongEmphasis
        && node.getFirstChild().getNext() == null;
  }

  /** A table scrolls in a box of its own. */
  private static void wrapTables(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableBlock) {
        Wide box = new Wide();
        child.insertBefore(box);
        box.appendChild(child);
        child = box;
      } else {
        wrapTables(child);
      }
    }
  }

  private static final class Wide extends CustomBlock {}

  private static final class Nodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Targets targets;
    private int folds;

    Nodes(HtmlNodeRendererContext context, Targets targets) {
      this.context = context;
      this.html = context.getWriter();
      this.targets = targets;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(
          Document.class,
          BlockQuote.class,
          HtmlBlock.class,
          HtmlInline.class,
          Link.class,
          Image.class,
          Wide.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Document) {
        document(node);
      } else if (node instanceof BlockQuote) {
        quote(node);
      } else if (node instanceof HtmlBlock block) {
        htmlBlock(block.getLiteral());
      } else if (node instanceof HtmlInline inline) {
        html.text(inline.getLiteral());
      } else if (node instanceof Link link) {
        link(link);
      } else if (node instanceof Image image) {
        image(image);
      } else {
        html.tag("div", attributes("class", "wide", "tabindex", "0"));
        children(node);
        html.tag("/div");
      }
    }

    private void document(Node document) {
      String part = "header";
      String heading = "";
      html.tag(part);
      html.line();
      for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Heading title) {
          heading = NodeText.of(title);
          if (title.getLevel() == 2) {
            end(part);
            part = "section";
            html.tag(part);
            html.line();
          }
        }
        boolean navigation = isNavigation(child);
        if (navigation) {
          html.tag("nav", Map.of("aria-label", heading));
          html.line();
        }
        context.render(child);
        if (navigation) {
          html.tag("/nav");
          html.line();
        }
      }
      end(part);
    }

    private void end(String part) {
      for (; folds > 0; folds--) {
        html.tag("/details");
      }
      html.tag("/" + part);
      html.line();
    }

    /** A callout where it begins as GitHub's do, else a quotation. */
    private void quote(Node quote) {
      Node first = quote.getFirstChild();
      boolean note =
          first instanceof Paragraph
              && first.getFirstChild() instanceof Text mark
              && mark.getLiteral().equals("[!NOTE]")
              && mark.getNext() instanceof SoftLineBreak;
      String tag = note ? "div" : "blockquote";
      if (note) {
        first.getFirstChild().getNext().unlink();
        first.getFirstChild().unlink();
      }
      html.line();
      html.tag(tag, note ? attributes("class", "note", "role", "note") : Map.of());
      html.line();
      children(quote);
      html.line();
      html.tag("/" + tag);
      html.line();
    }

    private void htmlBlock(String literal) {
      @Nullable OwnHtml own = OwnHtml.of(literal);
      if (own == OwnHtml.OPEN_FOLD) {
        folds++;
        html.raw(literal);
      } else if (own == OwnHtml.CLOSE_FOLD && folds > 0) {
        folds--;
        html.raw(literal);
      } else {
        html.tag("p");
        html.text(literal);
        html.tag("/p");
      }
      html.line();
    }

    private void link(Link link) {
      String target = targets.link(link.getDestination());
      if (target == null) {
        children(link);
        return;
      }
      html.tag("a", Map.of("href", target));
      children(link);
      html.tag("/a");
    }

    private void image(Image image) {
      String picture = targets.picture(image.getDestination());
      if (picture == null) {
        children(image);
      } else {
        html.tag("img", attributes("src", picture, "alt", NodeText.of(image)), true);
      }
    }

    /** In this order: that of Map.of changes from one start to the next. */
    private static Map<String, String> attributes(String name, String value, String... more) {
      Map<String, String> attributes = new LinkedHashMap<>(Map.of(name, value));
      for (int i = 0; i < more.length; i += 2) {
        attributes.put(more[i], more[i + 1]);
      }
      return attributes;
    }

    private void children(Node parent) {
      for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
