package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into its blocks, in the order of the source. What cannot be text (scripts, forms,
 * frames, pictures) gives none; what is hidden gives none either.
 */
final class HtmlBlocks implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "button",
          "select",
          "textarea",
          "input",
          "datalist",
          "map",
          "head",
          "title",
          "link",
          "meta",
          "dialog");
  private static final Set<String> INLINE_CODE = Set.of("code", "kbd", "samp", "tt", "var");
  private static final String SENTENCE_MARKS = ".,;:!?。，、；：！？…";

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> QUOTES = Set.of("blockquote");
  private static final Set<String> ITEMS = Set.of("li");
  private static final Set<String> ANCHORS = Set.of("a");

  private final PageLinks addresses = new PageLinks();
  private final List<HtmlBlock> blocks = new ArrayList<>();
  private final List<FoundLink> links = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int from = -1;
  private int to = -1;
  private int linkMass;
  private int breaks;
  private int silent;
  private int linkDepth;
  private boolean glue;
  private Element owner;
  private String item = "";

  private HtmlBlocks(Element body) {
    this.owner = body;
  }

  static List<HtmlBlock> of(Element body) {
    HtmlBlocks blocks = new HtmlBlocks(body);
    NodeTraversor.traverse(blocks, body);
    blocks.flush();
    return blocks.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      open(element);
    } else if (node instanceof TextNode words && silent == 0) {
      append(words);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    if (silent > 0 || isSilent(element)) {
      silent++;
      return;
    }
    switch (name) {
      case "br" -> lineBreak();
      case "img" -> picture(element);
      case "hr" -> flush();
      case "a" -> linkDepth++;
      case "pre" -> {
        flush();
        preformatted(element);
        silent++;
      }
      case "table" -> {
        flush();
        if (HtmlTable.isData(element)) {
          table(element);
          silent++;
        }
      }
      default -> {
        if (INLINE_CODE.contains(name) && linkDepth == 0) {
          text.append('`');
        } else if (isBlock(element)) {
          flush();
          owner = element;
          if (name.equals("li")) {
            item = marker(element);
          }
        }
      }
    }
  }

  private void close(Element element) {
    String name = element.normalName();
    if (silent > 0) {
      silent--;
      return;
    }
    if (name.equals("a")) {
      linkDepth--;
    } else if (INLINE_CODE.contains(name) && linkDepth == 0) {
      text.append('`');
    } else if (isBlock(element) || name.equals("table")) {
      flush();
      owner = element.parent() == null ? element : element.parent();
      if (name.equals("li")) {
        item = "";
      }
    } else if (name.equals("td") || name.equals("th")) {
      flush();
    }
  }

  private static boolean isBlock(Element element) {
    return element.isBlock()
        || Set.of("td", "th", "dt", "dd", "caption", "legend").contains(element.normalName());
  }

  private static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("style").replace(" ", "").contains("display:none");
  }

  private void lineBreak() {
    breaks++;
  }

  private void append(TextNode node) {
    String words = node.getWholeText();
    if (words.isBlank()) {
      if (text.length() > 0 && breaks == 0) {
        text.append(' ');
      }
      return;
    }
    if (breaks > 0) {
      boolean single = breaks == 1 && text.length() > 0;
      flush();
      glue = single;
    }
    if (from < 0) {
      from = node.sourceRange().startPos();
    }
    to = node.sourceRange().endPos();
    text.append(words);
    if (linkDepth > 0) {
      linkMass += HtmlBlock.mass(words);
      link(node);
    }
  }

  private void link(Node node) {
    Element anchor = within((Element) node.parentNode(), ANCHORS);
    String address = anchor == null ? "" : addresses.of(anchor, "href");
    if (address.startsWith("http")
        && (links.isEmpty() || !links.get(links.size() - 1).url().equals(address))) {
      String label = anchor.text().strip();
      links.add(
          new FoundLink(
              address,
              label.isEmpty() ? null : label,
              Math.max(0, node.sourceRange().startPos()),
              false));
    }
  }

  private void picture(Element image) {
    String address = addresses.of(image, image.hasAttr("data-src") ? "data-src" : "src");
    if (address.startsWith("http")) {
      Element figure = image.closest("figure");
      Element printed = figure == null ? null : figure.selectFirst("figcaption");
      String caption = (printed == null ? image.attr("alt") : printed.text()).strip();
      links.add(
          new FoundLink(
              address,
              caption.isEmpty() ? null : caption,
              Math.max(0, image.sourceRange().startPos()),
              true));
    }
  }

  private void preformatted(Element pre) {
    String code = pre.wholeText().stripTrailing();
    if (code.isBlank()) {
      return;
    }
    int start = pre.sourceRange().startPos();
    int end = Math.max(start, pre.endSourceRange().endPos());
    owner = pre;
    boolean first = true;
    for (String line : ("```\n" + code + "\n```").split("\n", -1)) {
      add(Line.Form.CODE, line, start, end, !first, HtmlBlock.mass(line), 0);
      first = false;
    }
  }

  private void table(Element table) {
    int start = table.sourceRange().startPos();
    int end = Math.max(start, table.endSourceRange().endPos());
    int linked = HtmlBlock.mass(table.select("a").text());
    owner = table;
    boolean first = true;
    for (String row : HtmlTable.rows(table)) {
      add(Line.Form.TABLE, row, start, end, !first, HtmlBlock.mass(row), first ? linked : 0);
      first = false;
    }
  }

  private void flush() {
    String words = singleSpaced(text).strip();
    if (words.replace("`", "").isBlank()) {
      words = "";
    }
    if (!words.isEmpty()) {
      Element heading = within(owner, HEADINGS);
      Element quote = heading == null ? within(owner, QUOTES) : null;
      if (heading != null) {
        add(
            Line.Form.HEADING,
            "#".repeat(heading.normalName().charAt(1) - '0') + " " + words,
            from,
            to,
            false,
            HtmlBlock.mass(words),
            linkMass);
      } else if (!item.isEmpty()) {
        add(
            Line.Form.LIST,
            item + words,
            from,
            to,
            last(Line.Form.LIST),
            HtmlBlock.mass(words),
            linkMass);
        item = "";
      } else if (quote != null && within(owner, ITEMS) == null) {
        add(Line.Form.QUOTE, "> " + words, from, to, glue, HtmlBlock.mass(words), linkMass);
      } else {
        add(Line.Form.PROSE, words, from, to, glue, HtmlBlock.mass(words), linkMass);
      }
    }
    text.setLength(0);
    from = -1;
    to = -1;
    linkMass = 0;
    breaks = 0;
    glue = false;
  }

  private void add(
      Line.Form form, String line, int from, int to, boolean glued, int mass, int linkMass) {
    int start = Math.max(0, from);
    blocks.add(
        new HtmlBlock(
            owner,
            new Line(form, line, start, Math.max(start, to), glued && !blocks.isEmpty()),
            mass,
            Math.min(mass, linkMass),
            marks(line),
            links));
    links.clear();
  }

  private boolean last(Line.Form form) {
    return !blocks.isEmpty() && blocks.get(blocks.size() - 1).is(form);
  }

  private static int marks(String line) {
    int marks = 0;
    for (int i = 0; i < line.length(); i++) {
      marks += SENTENCE_MARKS.indexOf(line.charAt(i)) >= 0 ? 1 : 0;
    }
    return marks;
  }

  /** The nearest element with one of the tags, the element itself included; no CSS query. */
  private static @Nullable Element within(Element element, Set<String> tags) {
    Element up = element;
    while (up != null && !tags.contains(up.normalName())) {
      up = up.parent();
    }
    return up;
  }

  /** The text with each run of white space as one space. */
  private static String singleSpaced(StringBuilder text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = c == ' ' || c >= '\t' && c <= '\r' || c == '\u00a0';
      if (!white) {
        words.append(c);
      } else if (!space) {
        words.append(' ');
      }
      space = white;
    }
    return words.toString();
  }

  private static String marker(Element item) {
    int level = 0;
    Element list = item.parent();
    for (Element up = list == null ? null : list.parent(); up != null; up = up.parent()) {
      level += up.normalName().equals("ul") || up.normalName().equals("ol") ? 1 : 0;
    }
    boolean ordered = list != null && list.normalName().equals("ol");
    String mark = ordered ? (item.elementSiblingIndex() + 1) + ". " : "- ";
    return "  ".repeat(Math.min(level, 8)) + mark;
  }
}
