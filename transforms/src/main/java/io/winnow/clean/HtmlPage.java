package io.winnow.clean;

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
  /** Deepest nesting that is read; browsers give up at 512. */
  static final int MAX_DEPTH = 500;

  private static final String RULE = "page-furniture";

  private HtmlPage() {}

  /** The page; empty when its elements are nested deeper than {@link #MAX_DEPTH}. */
  static Optional<Page> read(RawText raw, String base, LocalDate today) {
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH + 2);
    Document document = parser.parseInput(raw.text(), base);
    if (depth(document) > MAX_DEPTH) {
      return Optional.empty();
    }
    PageFacts facts = HtmlFacts.of(document, today);
    if (base.isEmpty() && facts.url() != null) {
      document.setBaseUri(facts.url());
    }
    List<HtmlBlock> blocks = HtmlBlocks.of(document.body());
    return Optional.of(
        new Page(
            text(raw, blocks, MainContent.of(blocks, HtmlFacts.description(document))), facts));
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
