package io.winnow.clean;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the article of a page begins and ends among the blocks around it: cuts what follows
 * it, takes scraps off both ends, and adds the lede that pages lay out apart from the text.
 */
final class ContentEdges {
  private static final int MIN_PARAGRAPH = 60;

  /** Share of an article that stands above what follows it. */
  private static final double CUT_AFTER = 0.7;

  /** The same where what follows is of another kind for certain. */
  private static final double CUT_TERMINAL = 0.5;

  private static final int MIN_LEDE = 30;
  private static final double MAX_ABOVE_TITLE = 0.25;

  /** Blocks between a title and its text: names, dates, buttons, and the lede. */
  private static final int MAX_TO_TITLE = 25;

  /** Blocks before a text without a title among which its lede stands. */
  private static final int NEAR = 4;

  /** Lines between a lede and its text. */
  private static final int MAX_BELOW_LEDE = 8;

  /** Blocks after a heading that points elsewhere within which the text goes on. */
  private static final int MAX_POINTED = 60;

  private final List<HtmlBlock> blocks;
  private final double[] gains;
  private final BitSet noise;
  private final NoiseNames names;

  /**
   * @param gains what each block gains as running text
   * @param noise blocks in elements that are named as no content
   */
  ContentEdges(List<HtmlBlock> blocks, double[] gains, BitSet noise, NoiseNames names) {
    this.blocks = blocks;
    this.names = names;
    this.gains = gains;
    this.noise = noise;
  }

  /** Changes the blocks of an article at its edges. */
  void trim(BitSet kept) {
    cutEnd(kept);
    Asides asides = new Asides(blocks);
    asides.dropPointers(kept);
    asides.dropButtons(kept);
    asides.dropNotes(kept);
    trimScraps(kept);
    beginAtTitle(kept);
    addLede(kept);
    dropScrapsBelowLede(kept);
    asides.dropEmptyHeadings(kept);
  }

  /**
   * Cuts at the heading of what follows an article. Where running text goes on beside the one
   * before it, the heading only pointed somewhere else.
   */
  private void cutEnd(BitSet kept) {
    double before = 0;
    double all = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      all += Math.max(0, gains[i]);
    }
    Element text = null;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      before += Math.max(0, gains[i]);
      if (gains[i] >= MIN_PARAGRAPH) {
        text = blocks.get(i).owner().parent();
      }
      if (before >= CUT_TERMINAL * all
          && ends(i)
          && (before >= CUT_AFTER * all || isTerminal(i))
          && !goesOn(kept, i, text)) {
        kept.clear(i, blocks.size());
        return;
      }
    }
  }

  private boolean isTerminal(int i) {
    return FurnitureText.endsArticle(blocks.get(i).line().text());
  }

  private boolean ends(int i) {
    return blocks.get(i).mass() < MIN_PARAGRAPH
        && FurnitureText.pointsElsewhere(blocks.get(i).line().text());
  }

  private boolean goesOn(BitSet kept, int end, @Nullable Element text) {
    if (isTerminal(end)) {
      return false;
    }
    for (int i = kept.nextSetBit(end + 1);
        i >= 0 && i <= end + MAX_POINTED;
        i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      if (gains[i] >= MIN_PARAGRAPH
          && block.linkDensity() < 0.2
          && block.owner().normalName().equals("p")
          && isBeside(block.owner().parent(), text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two elements are one, or parts of one element that are called the same. */
  private static boolean isBeside(@Nullable Element one, @Nullable Element other) {
    return one != null
        && other != null
        && (one == other
            || one.parent() == other.parent() && one.className().equals(other.className()));
  }

  /** Takes scraps off both ends: dates, names and buttons around the text. */
  private void trimScraps(BitSet kept) {
    int first = -1;
    int last = -1;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      if (gains[i] > 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    for (int i = kept.nextSetBit(0); i >= 0 && i < first; i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      boolean greets =
          block.owner().normalName().equals("p")
              && block.linkMass() == 0
              && block.mass() >= 8
              && block.owner().parent() == blocks.get(first).owner().parent();
      if (!greets && !block.is(Line.Form.HEADING)) {
        kept.clear(i);
      }
    }
    for (int i = kept.nextSetBit(last + 1); i >= 0; i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      boolean signsOff =
          block.owner().normalName().equals("p")
              && block.linkMass() == 0
              && block.owner().parent() == blocks.get(last).owner().parent();
      boolean goesOn = kept.get(i - 1) && isListBelow(i);
      if (!goesOn && !signsOff && block.marks() == 0 || block.is(Line.Form.HEADING)) {
        kept.clear(i);
      }
    }
  }

  /** Whether a line is of a list, without links, that goes on or stands beside the line above. */
  private boolean isListBelow(int i) {
    HtmlBlock block = blocks.get(i);
    Element list = block.owner().closest("ul, ol");
    Element above = blocks.get(i - 1).owner();
    return list != null
        && block.is(Line.Form.LIST)
        && block.linkMass() == 0
        && (list == above.closest("ul, ol") || list.parent() == above.parent());
  }

  /** Takes out dates, names and buttons between a lede and the text that it is laid out from. */
  private void dropScrapsBelowLede(BitSet kept) {
    int lede = kept.nextSetBit(0);
    while (lede >= 0 && gains[lede] <= 0) {
      lede = kept.nextSetBit(lede + 1);
    }
    int text = lede < 0 ? -1 : kept.nextSetBit(lede + 1);
    for (int seen = 0; text >= 0 && gains[text] < MIN_PARAGRAPH; seen++) {
      text = seen < MAX_BELOW_LEDE ? kept.nextSetBit(text + 1) : -1;
    }
    if (text < 0) {
      return;
    }
    Element around = blocks.get(text).owner().parent();
    Element aroundLede = blocks.get(lede).owner().parent();
    for (int i = kept.nextSetBit(lede + 1); i < text; i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      Element parent = block.owner().parent();
      if (around != aroundLede
          && block.is(Line.Form.PROSE)
          && gains[i] <= 0
          && block.mass() < MIN_PARAGRAPH
          && parent != around
          && parent != aroundLede) {
        kept.clear(i);
      }
    }
  }

  /** Drops what stands above the title of the page within the article. */
  private void beginAtTitle(BitSet kept) {
    double all = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      all += Math.max(0, gains[i]);
    }
    double above = 0;
    for (int i = kept.nextSetBit(0);
        i >= 0 && above < MAX_ABOVE_TITLE * all;
        i = kept.nextSetBit(i + 1)) {
      if (blocks.get(i).owner().normalName().equals("h1")) {
        kept.clear(0, i);
        return;
      }
      above += Math.max(0, gains[i]);
    }
  }

  /** Keeps the sentences between the title and the text, which pages lay out apart from it. */
  private void addLede(BitSet kept) {
    int first = kept.nextSetBit(0);
    while (first >= 0 && gains[first] <= 0) {
      first = kept.nextSetBit(first + 1);
    }
    int title = first - 1;
    while (title >= 0 && !blocks.get(title).owner().normalName().equals("h1")) {
      title--;
    }
    boolean titled = title >= 0 && first - title <= MAX_TO_TITLE;
    for (int i = titled ? title + 1 : Math.max(0, first - NEAR); i < first; i++) {
      HtmlBlock block = blocks.get(i);
      boolean sentence = block.marks() > 0 || block.mass() >= MIN_PARAGRAPH;
      if (block.mass() >= MIN_LEDE
          && sentence
          && block.linkMass() == 0
          && names.isLede(block.owner())
          && (!noise.get(i) || isOnlyTeaser(block.owner()))) {
        kept.set(i);
      }
    }
  }

  /** Whether nothing but the name of a teaser speaks against an element. */
  private boolean isOnlyTeaser(Element element) {
    for (Element up = element; up != null && !up.normalName().equals("body"); up = up.parent()) {
      Set<String> names = new TreeSet<>(this.names.noise(up));
      names.removeAll(Set.of("teaser", "teasers"));
      if (!names.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
