package io.winnow.clean;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blocks that are no content by the names of the elements around them. A name that would
 * take too much of the page's text means something else on this page and is not believed.
 */
final class NoiseBlocks {
  private static final int MAX_BANNER = 400;

  /** Blocks from either end of a page among which banners stand. */
  private static final int EDGE = 12;

  /** Share of a page's text from which the element named as the article's body may be it. */
  private static final double MIN_BODY_SHARE = 0.15;

  private static final double MIN_BODY = 150;

  /** What surrounds a post that an article quotes. */
  private static final Set<String> EMBEDS = Set.of("social", "socials", "widget", "widgets");

  /** What never is a text. */
  private static final Set<String> LEADING =
      Set.of(
          "<nav>",
          "<footer>",
          "<menu>",
          "=navigation",
          "=search",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "login",
          "footer",
          "copyright",
          "breadcrumb",
          "breadcrumbs",
          "pagination");

  private final List<HtmlBlock> blocks;
  private final double[] gains;
  private final NoiseNames known;

  /** What all running text of the page gains. */
  private final double text;

  private final Map<Element, Set<String>> names = new IdentityHashMap<>();
  private final Set<String> aroundBody = new HashSet<>();
  private final Map<Element, Boolean> bodies = new IdentityHashMap<>();

  private NoiseBlocks(List<HtmlBlock> blocks, double[] gains, NoiseNames known) {
    this.blocks = blocks;
    this.known = known;
    this.gains = gains;
    this.text = Arrays.stream(gains).filter(gain -> gain > 0).sum();
  }

  /** The indexes of these blocks. */
  static BitSet of(List<HtmlBlock> blocks, double[] gains, NoiseNames known) {
    return new NoiseBlocks(blocks, gains, known).find();
  }

  /** The indexes of the blocks that only lead through the site, whatever else the page holds. */
  static BitSet certain(List<HtmlBlock> blocks, NoiseNames known) {
    NoiseBlocks all = new NoiseBlocks(blocks, new double[blocks.size()], known);
    BitSet noise = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      boolean leads = !Collections.disjoint(all.names(blocks.get(i).owner()), LEADING);
      noise.set(i, leads || all.isBanner(i));
    }
    return noise;
  }

  private BitSet find() {
    boolean hasBody = hasBody(known::isBody) || hasBody(NoiseNames::isEntry);
    Set<String> disbelieved = disbelieved(hasBody);
    BitSet noise = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      Element owner = blocks.get(i).owner();
      Set<String> named = names(owner);
      boolean believed =
          hasBody && !isInBody(owner) && !aroundBody.containsAll(named)
              || !disbelieved.containsAll(named);
      noise.set(i, believed || isBanner(i));
    }
    return noise;
  }

  /** Whether elements that are named as the body of an article hold enough of the text. */
  private boolean hasBody(Predicate<Element> isNamed) {
    bodies.clear();
    aroundBody.clear();
    double all = 0;
    double inBody = 0;
    for (int i = 0; i < blocks.size(); i++) {
      double good = Math.max(0, gains[i]);
      all += good;
      if (findBody(blocks.get(i).owner(), isNamed)) {
        inBody += good;
        aroundBody.addAll(names(blocks.get(i).owner()));
      }
    }
    return inBody >= MIN_BODY && inBody >= MIN_BODY_SHARE * all;
  }

  /** The names that would take too much of the text, of that in the body where there is one. */
  private Set<String> disbelieved(boolean hasBody) {
    Map<String, Double> taken = new HashMap<>();
    double all = 0;
    for (int i = 0; i < blocks.size(); i++) {
      double good = hasBody && !isInBody(blocks.get(i).owner()) ? 0 : Math.max(0, gains[i]);
      all += good;
      for (String name : names(blocks.get(i).owner())) {
        taken.merge(name, good, Double::sum);
      }
    }
    Set<String> disbelieved = new HashSet<>();
    for (Map.Entry<String, Double> name : taken.entrySet()) {
      if (name.getValue() > NoiseNames.credit(name.getKey()) * all) {
        disbelieved.add(name.getKey());
      }
    }
    return disbelieved;
  }

  /**
   * Whether a block at either end of the page asks to accept cookies, or, beside a text, for
   * another browser.
   */
  private boolean isBanner(int i) {
    HtmlBlock block = blocks.get(i);
    boolean atEnd = i < EDGE || i >= blocks.size() - EDGE;
    if (!atEnd || block.mass() > MAX_BANNER) {
      return false;
    }
    String words = block.line().text();
    return FurnitureText.isCookieBanner(words)
        || text >= block.mass() + MIN_BODY && FurnitureText.asksForBrowser(words);
  }

  /** Whether an element was found to lie in a body. */
  private boolean isInBody(Element element) {
    return Boolean.TRUE.equals(bodies.get(element));
  }

  private boolean findBody(@Nullable Element element, Predicate<Element> isNamed) {
    if (element == null || isRoot(element)) {
      return false;
    }
    Boolean found = bodies.get(element);
    if (found == null) {
      found = isNamed.test(element) || findBody(element.parent(), isNamed);
      bodies.put(element, found);
    }
    return found;
  }

  /** The telling names of an element and everything around it up to the body of the page. */
  private Set<String> names(@Nullable Element element) {
    if (element == null || isRoot(element)) {
      return Set.of();
    }
    Set<String> found = names.get(element);
    if (found == null) {
      found = names(element.parent());
      Set<String> own = known.noise(element);
      if (element.normalName().equals("blockquote") && !found.isEmpty()) {
        found = new TreeSet<>(found);
        found.removeAll(EMBEDS);
      } else if (!own.isEmpty()) {
        found = new TreeSet<>(found);
        found.addAll(own);
      }
      names.put(element, found);
    }
    return found;
  }

  private static boolean isRoot(Element element) {
    return element.normalName().equals("body") || element.normalName().equals("html");
  }
}
