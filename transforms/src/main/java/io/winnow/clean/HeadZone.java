package io.winnow.clean;

import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The short lines around the headline and right behind the article, where pages print who wrote it
 * and when; the nearest below the headline first.
 *
 * @param below lines from the headline to the text
 * @param above lines before the headline, the nearest first
 * @param behind lines after the text
 * @param around the elements that hold the headline, whatever they are called
 */
record HeadZone(
    List<HtmlBlock> below, List<HtmlBlock> above, List<HtmlBlock> behind, Set<Element> around) {
  private static final int MAX_BELOW = 24;
  private static final int MAX_ABOVE = 5;
  private static final int MAX_BEHIND = 10;

  /** Blocks between headline and text from which on the lines right before the text come first. */
  private static final int FAR = 12;

  private static final int NEAR = 6;
  private static final int TEXT = 160;
  private static final int MAX_TEXTS = 2;
  private static final int MAX_ANCESTORS = 15;

  /** Parts of a page that speak of other things than its article. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "comment(?!ary)|related|recommend|sidebar|widget_|teaser|trending|popular|newsletter|repl(?:y|ies)|disqus"
              + "|carousel|most-?read|navigation|promo|also-?like|read-?next|breadcrumb|ranking|hot-?news|latest",
          Pattern.CASE_INSENSITIVE);

  /**
   * The lines of a page.
   *
   * @param headline index of its block, -1 where it is not printed
   */
  static HeadZone of(List<HtmlBlock> blocks, BitSet kept, int headline) {
    int start = Math.max(0, kept.nextSetBit(0));
    Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
    if (headline >= 0) {
      around.addAll(blocks.get(headline).owner().parents());
    }
    HeadZone zone = new HeadZone(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), around);
    int from = headline >= 0 ? headline + 1 : Math.max(0, start - 3);
    if (start > from + FAR) {
      zone.add(zone.below, blocks, start - NEAR, start);
    }
    int texts = 0;
    for (int i = from; i < blocks.size() && i < from + MAX_BELOW && texts < MAX_TEXTS; i++) {
      texts += isText(blocks.get(i)) ? 1 : 0;
      zone.add(zone.below, blocks, i, i + 1);
    }
    for (int i = from - (headline >= 0 ? 2 : 1); i >= Math.max(0, from - MAX_ABOVE - 1); i--) {
      zone.add(zone.above, blocks, i, i + 1);
    }
    int last = kept.length();
    zone.add(zone.behind, blocks, Math.max(from, last - 3), last + MAX_BEHIND);
    return zone;
  }

  private void add(List<HtmlBlock> part, List<HtmlBlock> blocks, int from, int to) {
    int end = Math.min(to, blocks.size());
    for (HtmlBlock block : blocks.subList(Math.min(from, end), end)) {
      if (!isText(block) && !isAside(block.owner())) {
        part.add(block);
      }
    }
  }

  private static boolean isText(HtmlBlock block) {
    return block.mass() >= TEXT && block.linkDensity() < 0.5;
  }

  /** Whether the element belongs to comments, teasers and the like. */
  boolean isAside(Element element) {
    Element up = element;
    for (int i = 0; up != null && i < MAX_ANCESTORS; i++, up = up.parent()) {
      String name = up.normalName();
      if (name.equals("body") || name.equals("main") || around.contains(up)) {
        return false;
      }
      if (name.equals("nav")
          || name.equals("figure")
          || ASIDE.matcher(up.className() + ' ' + up.id()).find()) {
        return true;
      }
    }
    return false;
  }

  /** Lines in the order in which they are believed. */
  List<HtmlBlock> all() {
    List<HtmlBlock> all = new ArrayList<>(below);
    all.addAll(above);
    all.addAll(behind);
    return all;
  }

  /** The text of all lines, folded: what a name must occur in to be printed. */
  String key() {
    StringBuilder text = new StringBuilder();
    all().forEach(block -> text.append(block.line().text()).append(' '));
    return Folding.key(text.toString());
  }

  /** From where to where in the source the lines below and above the headline stand. */
  boolean holds(int position) {
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (List<HtmlBlock> part : List.of(below, above)) {
      for (HtmlBlock block : part) {
        from = Math.min(from, block.line().from());
        to = Math.max(to, block.line().to());
      }
    }
    return position >= from - SLACK && position <= to;
  }

  /** Characters of markup before a line's first word. */
  private static final int SLACK = 600;
}
