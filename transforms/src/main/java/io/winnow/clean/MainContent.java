package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides which blocks of a page are its article.
 *
 * <p>Every block gains or loses by what it looks like: running text gains its mass, links and
 * scraps lose. The article is the element whose blocks gain most together (a maximum-sum subtree);
 * elements named as navigation, comments or the like count nothing, unless they hold too much of
 * the page's text for their name to be true. Inside the article, blocks that are links, and scraps
 * at its edges, are left out.
 */
final class MainContent {
  private static final int MIN_PARAGRAPH = 60;
  private static final int MIN_UNMARKED = 160;
  private static final double MAX_LINK_DENSITY = 0.5;
  private static final double DESCRIBED_BONUS = 500;
  private static final int MIN_DESCRIPTION = 24;
  private static final int MIN_TEASERS = 3;
  private static final int MAX_TEASER = 500;
  private static final double CONTENT_BONUS = 1.1;
  private static final int MIN_UNLINKED = 25;

  private static final int MAX_BANNER = 400;

  /** Blocks from either end of a page among which banners stand. */
  private static final int EDGE = 12;

  private final List<HtmlBlock> blocks;
  private final double[] gains;
  private final BitSet noise;

  private MainContent(List<HtmlBlock> blocks, @Nullable String description) {
    this.blocks = blocks;
    this.gains = gains(blocks);
    loseTeasers();
    this.noise = noise();
    gainDescribed(description);
  }

  /**
   * The indexes of the blocks that are the article.
   *
   * @param description what the page says its article is about: often its first words
   */
  static BitSet of(List<HtmlBlock> blocks, @Nullable String description) {
    return new MainContent(blocks, description).choose();
  }

  private BitSet choose() {
    Element article = best();
    BitSet kept = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      kept.set(i, !noise.get(i) && (article == null || isWithin(blocks.get(i).owner(), article)));
    }
    dropLinks(kept);
    new ContentEdges(blocks, gains, noise).trim(kept);
    return kept;
  }

  /** What each block gains; lines that belong together gain together. */
  private static double[] gains(List<HtmlBlock> blocks) {
    double[] gains = new double[blocks.size()];
    for (int from = 0; from < blocks.size(); ) {
      int to = from + 1;
      while (to < blocks.size()
          && blocks.get(to).line().glued()
          && !blocks.get(to).is(Line.Form.LIST)) {
        to++;
      }
      int mass = 0;
      int linked = 0;
      int marks = 0;
      for (HtmlBlock block : blocks.subList(from, to)) {
        mass += block.mass();
        linked += block.linkMass();
        marks += block.marks();
      }
      double gain = gain(blocks.get(from), mass, linked, marks);
      for (int i = from; i < to; i++) {
        gains[i] = mass == 0 ? 0 : gain * blocks.get(i).mass() / mass;
      }
      from = to;
    }
    return gains;
  }

  private static double gain(HtmlBlock first, int mass, int linked, int marks) {
    double density = mass == 0 ? 0 : (double) linked / mass;
    if (density > MAX_LINK_DENSITY) {
      return -mass;
    }
    return switch (first.line().form()) {
      case HEADING -> 0;
      case CODE, TABLE -> mass * (1 - 2 * density) / 2;
      default -> {
        if (mass >= MIN_PARAGRAPH && marks > 0 || mass >= MIN_UNMARKED) {
          yield mass * (1 - density);
        }
        if (first.owner().normalName().equals("p") && Columns.endsSentence(first.line().text())) {
          yield mass * (1 - density) / 2;
        }
        yield first.is(Line.Form.LIST) && marks > 0 ? 0 : -mass / 2.0;
      }
    };
  }

  /** A heading that is a link, and the few lines below it, lead to another article. */
  private void loseTeasers() {
    List<Integer> headings = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).is(Line.Form.HEADING) && blocks.get(i).linkDensity() > 0.8) {
        headings.add(i);
      }
    }
    if (headings.size() < MIN_TEASERS) {
      return;
    }
    for (int heading : headings) {
      gains[heading] = -blocks.get(heading).mass();
      for (int i = heading + 1; i < cardEnd(heading); i++) {
        gains[i] = Math.min(gains[i], -blocks.get(i).mass() / 2.0);
      }
    }
  }

  /** The end of the largest small element around a heading that has no other heading. */
  private int cardEnd(int heading) {
    int end = heading + 1;
    Element card = blocks.get(heading).owner().parent();
    for (int level = 0; card != null && level < 4; level++, card = card.parent()) {
      int mass = 0;
      int at = heading + 1;
      while (at < blocks.size()
          && !blocks.get(at).is(Line.Form.HEADING)
          && mass <= MAX_TEASER
          && isWithin(blocks.get(at).owner(), card)) {
        mass += blocks.get(at++).mass();
      }
      boolean alone = at == blocks.size() || !isWithin(blocks.get(at).owner(), card);
      boolean first =
          heading == 0
              || !isWithin(blocks.get(heading - 1).owner(), card)
              || blocks.get(heading - 1).mass() < MIN_PARAGRAPH;
      if (!alone || !first) {
        return end;
      }
      end = at;
    }
    return end;
  }

  private void gainDescribed(@Nullable String description) {
    String key = description == null ? "" : Folding.key(Scripts.head(description, 60));
    String start = Scripts.head(key, MIN_DESCRIPTION * 2);
    if (Scripts.length(key) < MIN_DESCRIPTION) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (!noise.get(i)
          && gains[i] > 0
          && Folding.key(blocks.get(i).line().text()).startsWith(start)) {
        gains[i] += DESCRIBED_BONUS;
        return;
      }
    }
  }

  /**
   * The blocks inside elements whose names say that they are no content. A name that would take too
   * much of the page's text means something else on this page and is not believed.
   */
  private BitSet noise() {
    Map<Element, Set<String>> names = new IdentityHashMap<>();
    Map<String, Double> taken = new HashMap<>();
    double all = 0;
    for (int i = 0; i < blocks.size(); i++) {
      double good = Math.max(0, gains[i]);
      all += good;
      for (String name : names(blocks.get(i).owner(), names)) {
        taken.merge(name, good, Double::sum);
      }
    }
    Set<String> disbelieved = new HashSet<>();
    for (Map.Entry<String, Double> name : taken.entrySet()) {
      if (name.getValue() > NoiseNames.credit(name.getKey()) * all) {
        disbelieved.add(name.getKey());
      }
    }
    BitSet noise = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      noise.set(i, !disbelieved.containsAll(names(block.owner(), names)) || isBanner(i));
    }
    return noise;
  }

  /** Whether a block at either end of the page asks to accept cookies. */
  private boolean isBanner(int i) {
    HtmlBlock block = blocks.get(i);
    boolean atEnd = i < EDGE || i >= blocks.size() - EDGE;
    return atEnd && block.mass() <= MAX_BANNER && FurnitureText.isCookieBanner(block.line().text());
  }

  /** The telling names of an element and everything around it up to the body. */
  private static Set<String> names(@Nullable Element element, Map<Element, Set<String>> known) {
    if (element == null
        || element.normalName().equals("body")
        || element.normalName().equals("html")) {
      return Set.of();
    }
    Set<String> names = known.get(element);
    if (names == null) {
      Set<String> own = NoiseNames.noise(element);
      names = names(element.parent(), known);
      if (!own.isEmpty()) {
        names = new TreeSet<>(names);
        names.addAll(own);
      }
      known.put(element, names);
    }
    return names;
  }

  /** The gains of the blocks below each element. */
  private Map<Element, Double> sums() {
    Map<Element, Double> sums = new IdentityHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      double gain = noise.get(i) ? 0 : gains[i];
      for (Element up = blocks.get(i).owner(); up != null; up = up.parent()) {
        sums.merge(up, gain, Double::sum);
      }
    }
    return sums;
  }

  /** The element with most gain; of equals the innermost. */
  private @Nullable Element best() {
    Map<Element, Double> sums = sums();
    Element best = null;
    double most = 0;
    List<Element> order = new ArrayList<>();
    Map<Element, Boolean> seen = new IdentityHashMap<>();
    for (HtmlBlock block : blocks) {
      for (Element up = block.owner(); up != null && seen.put(up, true) == null; up = up.parent()) {
        order.add(up);
      }
    }
    for (Element element : order) {
      double gain =
          sums.getOrDefault(element, 0.0) * (NoiseNames.isContent(element) ? CONTENT_BONUS : 1);
      if (gain > most || gain == most && best != null && isWithin(element, best)) {
        most = gain;
        best = element;
      }
    }
    return best;
  }

  private void dropLinks(BitSet kept) {
    Map<Element, int[]> paragraphs = paragraphs(kept);
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      if (block.linkDensity() > MAX_LINK_DENSITY
          && !block.is(Line.Form.HEADING)
          && block.owner().closest("blockquote") == null
          && !isSentenceWithLink(block)
          && !isListOfSources(i)
          && !isListInText(i, paragraphs)) {
        kept.clear(i);
      }
    }
  }

  /** Whether a list stands between paragraphs of the text, in one element with them. */
  private boolean isListInText(int i, Map<Element, int[]> paragraphs) {
    Element list =
        blocks.get(i).is(Line.Form.LIST) ? blocks.get(i).owner().closest("ul, ol") : null;
    int[] ends = list == null ? null : paragraphs.get(list.parent());
    return ends != null && ends[0] < i && i < ends[1];
  }

  /** For each element, the first and the last paragraph of the text that it holds. */
  private Map<Element, int[]> paragraphs(BitSet kept) {
    Map<Element, int[]> paragraphs = new IdentityHashMap<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Element around = blocks.get(i).owner().parent();
      if (gains[i] >= MIN_PARAGRAPH && around != null) {
        int at = i;
        paragraphs.computeIfAbsent(around, e -> new int[] {at, at})[1] = i;
      }
    }
    return paragraphs;
  }

  /** A sentence that says something beside the words of its link. */
  private static boolean isSentenceWithLink(HtmlBlock block) {
    return block.owner().normalName().equals("p")
        && block.mass() - block.linkMass() >= MIN_UNLINKED
        && block.marks() > 0
        && Columns.endsSentence(block.line().text());
  }

  /** Links that a sentence before them announces are part of the text. */
  private boolean isListOfSources(int i) {
    if (!blocks.get(i).is(Line.Form.LIST)) {
      return false;
    }
    int at = i;
    while (at > 0 && blocks.get(at).is(Line.Form.LIST)) {
      at--;
    }
    String before = blocks.get(at).line().text();
    return gains[at] > 0 && (before.endsWith(":") || before.endsWith("："));
  }

  private static boolean isWithin(Element element, Element ancestor) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up == ancestor) {
        return true;
      }
    }
    return false;
  }
}
