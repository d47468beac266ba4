package io.winnow.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
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
  private static final double MAX_LINK_DENSITY = 0.5;
  private static final double CONTENT_BONUS = 1.1;
  private static final int MIN_UNLINKED = 25;

  /** How much of their loss links and scraps have within what is named as the article's body. */
  private static final double LOSS_IN_BODY = 0.5;

  private static final double MIN_POST = 150;

  /** What an article has at least, if what is named as something else may have more. */
  private static final int MIN_ARTICLE = 100;

  private static final double MORE_IN_NOISE = 2;

  /** Elements that hold one paragraph: an article is seldom that short. */
  private static final Set<String> LEAVES = Set.of("p", "li", "blockquote", "dd", "td");

  private static final double MORE_THAN_LEAF = 1.2;

  private final List<HtmlBlock> blocks;
  private final double[] gains;
  private final BitSet noise;
  private final NoiseNames names;

  private MainContent(List<HtmlBlock> blocks, double[] gains, BitSet noise, NoiseNames names) {
    this.blocks = blocks;
    this.names = names;
    this.gains = gains;
    this.noise = noise;
  }

  /**
   * The indexes of the blocks that are the article. Where nothing is left beside what is named as
   * comments, forms and the like, that is the article: a thread of a forum, the text of a shop.
   *
   * @param description what the page says its article is about: often its first words
   */
  static BitSet of(List<HtmlBlock> blocks, @Nullable String description) {
    double[] gains = BlockGains.of(blocks);
    NoiseNames names = new NoiseNames();
    BitSet named = NoiseBlocks.of(blocks, gains, names);
    BlockGains.addDescribed(blocks, gains, named, description);
    BitSet article = new MainContent(blocks, gains, named, names).choose();
    boolean isDescribed = article.stream().anyMatch(i -> gains[i] > blocks.get(i).mass());
    if (isDescribed || article.stream().map(i -> blocks.get(i).mass()).sum() >= MIN_ARTICLE) {
      return article;
    }
    BitSet all = new MainContent(blocks, gains, NoiseBlocks.certain(blocks, names), names).choose();
    double more = all.stream().mapToDouble(i -> Math.max(0, gains[i])).sum();
    return more >= MORE_IN_NOISE * MIN_ARTICLE ? all : article;
  }

  private BitSet choose() {
    Element article = titled(best());
    BitSet kept = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      kept.set(
          i,
          !noise.get(i) && (article == null || HtmlBlock.isWithin(blocks.get(i).owner(), article)));
    }
    dropLinks(kept);
    new ContentEdges(blocks, gains, noise, names).trim(kept);
    return kept;
  }

  /** The gains of the blocks below each element. */
  private Map<Element, Double> sums() {
    return sums(
        i ->
            gains[i] < 0 && names.isInBody(blocks.get(i).owner())
                ? LOSS_IN_BODY * gains[i]
                : gains[i]);
  }

  /** The running text below each element. */
  private Map<Element, Double> texts() {
    return sums(i -> Math.max(0, gains[i]));
  }

  private Map<Element, Double> sums(IntToDoubleFunction gain) {
    Map<Element, Double> sums = new IdentityHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      double own = noise.get(i) ? 0 : gain.applyAsDouble(i);
      for (Element up = blocks.get(i).owner(); up != null; up = up.parent()) {
        sums.merge(up, own, Double::sum);
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
          sums.getOrDefault(element, 0.0) * (names.isContent(element) ? CONTENT_BONUS : 1);
      if (gain > most || gain == most && best != null && HtmlBlock.isWithin(element, best)) {
        most = gain;
        best = element;
      }
    }
    return best != null && LEAVES.contains(best.normalName()) ? orParent(best) : best;
  }

  /** Of several articles under one roof the longest, if the only title of the page is its. */
  private @Nullable Element titled(@Nullable Element roof) {
    if (roof == null || NoiseNames.isPost(roof)) {
      return roof;
    }
    Set<Element> posts = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> titled = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < blocks.size(); i++) {
      Element owner = blocks.get(i).owner();
      Element post = noise.get(i) ? null : post(owner, roof);
      if (post != null && (gains[i] >= MIN_PARAGRAPH || owner.normalName().equals("h1"))) {
        posts.add(post);
      }
      if (post != null && owner.normalName().equals("h1")) {
        titled.add(post);
      }
    }
    if (posts.size() < 2 || titled.size() != 1) {
      return roof;
    }
    Element only = titled.iterator().next();
    Map<Element, Double> texts = texts();
    double longest = posts.stream().mapToDouble(texts::get).max().orElse(0);
    return longest >= MIN_POST && texts.get(only) == longest ? only : roof;
  }

  private static @Nullable Element post(Element element, Element roof) {
    for (Element up = element; up != null && up != roof; up = up.parent()) {
      if (NoiseNames.isPost(up)) {
        return up;
      }
    }
    return null;
  }

  /** The element around a single paragraph, where more text stands beside it. */
  private Element orParent(Element leaf) {
    Element parent = leaf.parent();
    Map<Element, Double> texts = texts();
    return parent != null && texts.get(parent) > MORE_THAN_LEAF * texts.get(leaf) ? parent : leaf;
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
}
