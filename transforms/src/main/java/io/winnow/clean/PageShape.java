package io.winnow.clean;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Measures how the text of a page is laid out: a list of articles repeats one box with a link in
 * it, an article is a run of paragraphs that nothing interrupts.
 */
final class PageShape {
  private static final int MIN_BOXES = 3;
  private static final int MAX_UP = 12;
  private static final int MIN_BOX_MASS = 15;
  private static final int LONG = 200;
  private static final int HEADLINE_LINK = 25;
  private static final double LINKED = 0.8;
  private static final Set<String> BOXES =
      Set.of("div", "article", "section", "li", "tr", "td", "dl", "dd", "table", "a", "figure");

  private final List<HtmlBlock> blocks;
  private final BitSet kept;
  private final Set<Element> linked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Element, Map<String, Integer>> looks = new IdentityHashMap<>();
  private final Map<Element, Integer> boxes = new IdentityHashMap<>();
  private final SortedMap<String, Double> measures = new TreeMap<>();

  private PageShape(List<HtmlBlock> blocks, BitSet kept) {
    this.blocks = blocks;
    this.kept = kept;
  }

  static SortedMap<String, Double> of(Document page, List<HtmlBlock> blocks, BitSet kept) {
    PageShape shape = new PageShape(blocks, kept);
    shape.links(page);
    shape.boxes();
    shape.runs();
    return shape.measures;
  }

  private void share(String name, double part, double whole) {
    measures.put(name, whole <= 0 ? 0 : part / whole);
  }

  /** How much of the page, and of what was kept, stands in boxes of one look with a link each. */
  private void boxes() {
    int all = 0;
    int boxed = 0;
    int keptMass = 0;
    int keptBoxed = 0;
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      all += block.mass();
      keptMass += kept.get(i) ? block.mass() : 0;
      Element box = box(block.owner());
      if (box != null) {
        boxed += block.mass();
        keptBoxed += kept.get(i) ? block.mass() : 0;
        boxes.merge(box, block.mass(), Integer::sum);
      }
    }
    share("boxed_share", boxed, all);
    share("boxed_kept_share", keptBoxed, keptMass);
    measures.put(
        "boxes", (double) boxes.values().stream().filter(mass -> mass >= MIN_BOX_MASS).count());
  }

  /** The innermost box around a block that has its like beside it and a link inside. */
  private @Nullable Element box(Element owner) {
    Element up = owner;
    for (int i = 0; i < MAX_UP && up != null && up.parent() != null; i++) {
      if (BOXES.contains(up.normalName()) && linked.contains(up) && isRepeated(up, up.parent())) {
        return up;
      }
      up = up.parent();
    }
    return null;
  }

  private boolean isRepeated(Element box, Element parent) {
    return looks.computeIfAbsent(parent, PageShape::looksOfChildren).getOrDefault(look(box), 0)
        >= MIN_BOXES;
  }

  private static Map<String, Integer> looksOfChildren(Element parent) {
    Map<String, Integer> looks = new HashMap<>();
    for (Element child = parent.firstElementChild(); child != null; ) {
      looks.merge(look(child), 1, Integer::sum);
      child = child.nextElementSibling();
    }
    return looks;
  }

  private void links(Document page) {
    for (Element link : page.getElementsByTag("a")) {
      Element up = link.hasAttr("href") ? link : null;
      for (int i = 0; i < MAX_UP && up != null && linked.add(up); i++) {
        up = up.parent();
      }
    }
  }

  private static String look(Element element) {
    String names = element.className();
    int space = names.indexOf(' ');
    return element.normalName() + ' ' + (space < 0 ? names : names.substring(0, space));
  }

  /** The longest run of text that no link, heading or short line interrupts. */
  private void runs() {
    int run = 0;
    int longest = 0;
    int longParagraphs = 0;
    int longMass = 0;
    int keptMass = 0;
    int headlines = 0;
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      keptMass += kept.get(i) ? block.mass() : 0;
      boolean isText = block.linkDensity() < 0.4 && !block.is(Line.Form.HEADING);
      if (isText && kept.get(i) && block.mass() >= LONG) {
        longParagraphs++;
        longMass += block.mass();
      }
      run = isText && block.mass() >= HEADLINE_LINK ? run + block.mass() : 0;
      longest = Math.max(longest, run);
      boolean isHeadline = block.linkDensity() > LINKED && block.mass() >= HEADLINE_LINK;
      headlines += isHeadline ? 1 : 0;
    }
    measures.put("run", (double) longest);
    share("run_share", Math.min(longest, keptMass), keptMass);
    measures.put("long_paragraphs", (double) longParagraphs);
    share("long_share", longMass, keptMass);
    measures.put("headline_links", (double) headlines);
  }
}
