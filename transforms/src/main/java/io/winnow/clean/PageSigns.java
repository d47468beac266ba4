package io.winnow.clean;

import io.winnow.quality.PageEvidence;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Measures what tells a page with an article from one without: where its text lies, and what else
 * is on it.
 */
final class PageSigns {
  private static final int PARAGRAPH = 60;
  private static final int MAX_TEASER = 600;
  private static final int MAX_TEASER_TITLE = 200;
  private static final int MAX_LABEL = 40;
  private static final int MAX_TITLED = 8_000;
  private static final Pattern DAY =
      Pattern.compile(
          "(?:19|20)\\d\\d[-/.年 ]{1,2}\\d{1,2}|\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?(?:20)?\\d\\d"
              + "|\\d{1,2}:\\d\\d|\\d{1,2}[月-]\\d{1,2}|\\b\\p{L}{3,9}\\.? \\d{1,2},? (?:19|20)\\d\\d");
  private static final Pattern PRICE =
      Pattern.compile("[$€£¥￥₽]\\s?\\d|\\d\\s?(?:[€£₽元]|EUR|USD|kr|zł|руб|Ft|Kč)");
  private static final int HEAD = 6_000;
  private static final double LINKED = 0.8;
  private static final Set<String> WRITTEN =
      Set.of("text", "email", "password", "tel", "url", "number", "search", "");

  private final List<HtmlBlock> blocks;
  private final BitSet kept;
  private final TreeMap<String, Double> measures = new TreeMap<>();

  private PageSigns(List<HtmlBlock> blocks, BitSet kept) {
    this.blocks = blocks;
    this.kept = kept;
  }

  /**
   * What a page shows.
   *
   * @param kept the indexes of the blocks that are its article
   * @param base its address, or empty
   */
  static PageEvidence of(
      Document page, PageFacts facts, String base, List<HtmlBlock> blocks, BitSet kept) {
    PageSigns signs = new PageSigns(blocks, kept);
    signs.masses();
    signs.teasers();
    signs.marks();
    signs.elements(page);
    signs.title(facts.title());
    String address = base.isEmpty() ? facts.url() : base;
    signs.declared(facts, address);
    signs.measures.putAll(PageShape.of(page, blocks, kept));
    signs.measures.putAll(PageNature.of(page, facts.title(), address, blocks));
    return new PageEvidence(signs.text(), signs.measures);
  }

  private void put(String name, double value) {
    measures.put(name, value);
  }

  private void share(String name, double part, double whole) {
    put(name, whole <= 0 ? 0 : part / whole);
  }

  private void masses() {
    int all = 0;
    int linked = 0;
    int keptMass = 0;
    int paragraphs = 0;
    int links = 0;
    Map<Element, Integer> bodies = new IdentityHashMap<>();
    int body = 0;
    int longest = 0;
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      all += block.mass();
      linked += block.linkMass();
      links += block.linkDensity() > LINKED ? 1 : 0;
      if (!kept.get(i)) {
        continue;
      }
      keptMass += block.mass();
      boolean isText = block.linkDensity() < 0.5 && block.is(Line.Form.PROSE);
      longest = isText ? Math.max(longest, block.mass()) : longest;
      paragraphs += isText && block.mass() >= PARAGRAPH && block.marks() > 0 ? 1 : 0;
      Element around = block.owner().parent();
      if (around != null && block.linkDensity() < LINKED) {
        body = Math.max(body, bodies.merge(around, block.mass(), Integer::sum));
      }
    }
    put("mass", all);
    share("link_share", linked, all);
    share("kept_share", keptMass, all);
    share("body_share", body, keptMass);
    put("paragraphs", paragraphs);
    put("longest", longest);
    put("links", links);
  }

  /** Titles that lead elsewhere, and how much of what was kept are the few lines below them. */
  private void teasers() {
    int teasers = 0;
    int teased = 0;
    int keptMass = 0;
    int room = 0;
    int headings = 0;
    int linkedHeadings = 0;
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      if (block.is(Line.Form.HEADING)) {
        headings++;
        linkedHeadings += block.linkDensity() > LINKED ? 1 : 0;
      }
      if (isLinkedTitle(block)) {
        teasers++;
        room = MAX_TEASER;
      } else if (block.is(Line.Form.HEADING) || block.mass() > room) {
        room = 0;
      }
      keptMass += kept.get(i) ? block.mass() : 0;
      if (room > 0) {
        teased += kept.get(i) ? block.mass() : 0;
        room -= isLinkedTitle(block) ? 0 : block.mass();
      }
    }
    put("teasers", teasers);
    share("linked_heading_share", linkedHeadings, headings);
    share("teaser_share", teased, keptMass);
  }

  private static boolean isLinkedTitle(HtmlBlock block) {
    return block.linkDensity() > LINKED
        && block.mass() >= 12
        && block.mass() <= MAX_TEASER_TITLE
        && (block.is(Line.Form.HEADING) || block.mass() >= 25);
  }

  private void elements(Document page) {
    int passwords = 0;
    int fields = 0;
    for (Element input : page.select("input, textarea, select")) {
      String type =
          input.normalName().equals("input") ? input.attr("type").toLowerCase(Locale.ROOT) : "";
      passwords += type.equals("password") ? 1 : 0;
      fields += WRITTEN.contains(type) ? 1 : 0;
    }
    put("password_fields", passwords);
    put("fields", fields);
    links(page);
    put("articles", page.getElementsByTag("article").size());
    put("images", page.getElementsByTag("img").size());
  }

  /** The same words on many links lead to many articles; numbers lead to more pages of a list. */
  private void links(Document page) {
    Map<String, Integer> texts = new HashMap<>();
    int most = 0;
    int numbers = 0;
    for (Element link : page.getElementsByTag("a")) {
      String text = link.text().strip();
      if (text.isEmpty() || text.length() > MAX_LABEL) {
        continue;
      }
      if (text.length() <= 4 && text.chars().allMatch(Character::isDigit)) {
        numbers++;
      } else {
        most = Math.max(most, texts.merge(text, 1, Integer::sum));
      }
    }
    put("same_links", most);
    put("number_links", numbers);
  }

  /** Whether what was kept speaks of what the page is called; a list of articles seldom does. */
  private void title(@Nullable String title) {
    Set<String> words = terms(title == null ? "" : Scripts.head(title, MAX_LABEL * 4));
    StringBuilder text = new StringBuilder();
    for (int i = kept.nextSetBit(0); i >= 0 && text.length() < MAX_TITLED; ) {
      HtmlBlock block = blocks.get(i);
      if (block.linkDensity() <= LINKED && !block.is(Line.Form.HEADING)) {
        text.append(block.line().text()).append('\n');
      }
      i = kept.nextSetBit(i + 1);
    }
    Set<String> found = terms(Scripts.head(text.toString(), MAX_TITLED));
    share("title_share", words.stream().filter(found::contains).count(), words.size());
  }

  /** Words of more than three letters, and pairs of characters of scripts without spaces. */
  private static Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    for (String word : Folding.words(text).split(" ")) {
      if (word.length() > 1 && Scripts.isCjk(word.codePointAt(0))) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          terms.add(word.substring(i, i + 2));
        }
      } else if (word.length() > 3) {
        terms.add(word);
      }
    }
    return terms;
  }

  /** Days and prices: an article has one day, a list has many. */
  private void marks() {
    int days = 0;
    int prices = 0;
    int headings = 0;
    for (HtmlBlock block : blocks) {
      String text = Scripts.head(block.line().text(), MAX_LABEL * 2);
      days += block.mass() < MAX_TEASER_TITLE && DAY.matcher(text).find() ? 1 : 0;
      prices += PRICE.matcher(text).find() ? 1 : 0;
      headings +=
          block.is(Line.Form.HEADING)
                  && block.line().text().startsWith("# ")
                  && block.linkDensity() <= LINKED
              ? 1
              : 0;
    }
    put("days", days);
    put("prices", prices);
    put("titles", headings);
  }

  private void declared(PageFacts facts, @Nullable String address) {
    String type = facts.type() == null ? "" : facts.type();
    put("is_article", type.endsWith("Article") || type.endsWith("Posting") ? 1 : 0);
    put("has_date", facts.published() == null ? 0 : 1);
    put("has_author", facts.authors().isEmpty() ? 0 : 1);
    put("is_root", address != null && isRoot(address) ? 1 : 0);
  }

  private static boolean isRoot(String address) {
    try {
      URI uri = new URI(address);
      String path = uri.getPath();
      return uri.getHost() != null
          && uri.getQuery() == null
          && (path == null || path.matches("/?|/(?:index|default|home)\\.\\w{3,5}"));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What the page says outside of links, from its beginning. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (HtmlBlock block : blocks) {
      if (text.length() > HEAD) {
        break;
      }
      if (block.linkDensity() <= LINKED) {
        text.append(block.line().text()).append('\n');
      }
    }
    return text.toString();
  }
}
