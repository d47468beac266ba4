package io.winnow.clean;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import io.winnow.schema.DroppedSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads an HTML page: its article as Markdown lines, and what it declares about itself. */
final class HtmlPage {
  static final String RULE = "page-furniture";

  private HtmlPage() {}

  /**
   * The page.
   *
   * @param isContent whether there is nothing around the article, as in a field of a feed or
   *     export: then all of it is kept
   * @throws OverCapException when it is over a cap; tags are counted before anything is built
   */
  static Page read(RawText raw, String base, LocalDate today, boolean isContent, CleanSpec caps)
      throws OverCapException {
    int tags = tags(raw.text());
    if (tags > caps.maxHtmlTags()) {
      throw new OverCapException(
          Stop.at(RejectReason.TOO_MANY_ELEMENTS, "tags of a page", tags, caps.maxHtmlTags()));
    }
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(caps.maxHtmlDepth() + 2);
    Document document = parser.parseInput(raw.text(), base);
    int depth = depth(document);
    if (depth > caps.maxHtmlDepth()) {
      throw new OverCapException(
          Stop.at(RejectReason.TOO_DEEP, "nesting of elements", depth, caps.maxHtmlDepth()));
    }
    HtmlFacts facts = HtmlFacts.of(PageScan.of(document));
    if (base.isEmpty() && facts.url() != null) {
      document.setBaseUri(facts.url());
    }
    List<HtmlBlock> blocks = HtmlBlocks.of(document.body());
    BitSet kept = new BitSet();
    if (isContent) {
      kept.set(0, blocks.size());
      return new Page(text(raw, blocks, kept), facts.declared(today));
    }
    kept = MainContent.of(blocks, facts.description());
    PageFacts found = facts.facts(blocks, kept, today);
    Optional<Manuscript> data =
        DataText.of(raw, facts.body(), kept.stream().mapToObj(blocks::get).toList());
    if (data.isPresent()) {
      return new Page(data.get(), found);
    }
    return new Page(
        text(raw, blocks, kept),
        found,
        PageSigns.of(document, facts.declared(today), base, blocks, kept));
  }

  private static int tags(String html) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      tags++;
    }
    return tags;
  }

  private static Manuscript text(RawText raw, List<HtmlBlock> blocks, BitSet kept) {
    List<Line> lines = new ArrayList<>();
    List<FoundLink> links = new ArrayList<>();
    List<DroppedSpan> dropped = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (kept.get(i)) {
        Line line = blocks.get(i).line();
        boolean glued = line.glued() && i > 0 && kept.get(i - 1);
        lines.add(line.withGlued(glued));
        links.addAll(blocks.get(i).links());
        continue;
      }
      int first = i;
      while (i + 1 < blocks.size() && !kept.get(i + 1)) {
        i++;
      }
      if (first > 0 && i + 1 < blocks.size()) {
        blocks.subList(first, i + 1).forEach(block -> figures(block, links));
      }
      int from = Math.min(raw.length(), blocks.get(first).line().from());
      int to = Math.min(raw.length(), blocks.get(i).line().to());
      dropped.add(raw.dropped(RULE, from, Math.max(from, to)));
    }
    return new Manuscript(raw, lines, dropped, links);
  }

  /** Pictures of the article stay in its links; their captions go with them. */
  private static void figures(HtmlBlock block, List<FoundLink> links) {
    if (block.owner().closest("figure") != null) {
      block.links().stream().filter(FoundLink::image).forEach(links::add);
    }
  }

  private static int depth(Document document) {
    int[] deepest = {0};
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            deepest[0] = Math.max(deepest[0], depth);
          }
        },
        document);
    return deepest[0];
  }
}
