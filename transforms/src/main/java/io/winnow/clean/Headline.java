package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline of a page: the visible line that its declared titles speak of, as it is
 * printed; where no line does, what is declared, without the name of the site.
 *
 * @param title the headline; null where the page has neither
 * @param block index of the block that prints it; -1 where none does
 */
record Headline(@Nullable String title, int block) {
  private static final int MAX_CHARS = 300;
  private static final int MAX_BLOCKS = 3_000;

  /** Blocks before the first of the article among which its headline stands. */
  private static final int BEFORE = 40;

  /** Blocks of the article among which its headline stands. */
  private static final int WITHIN = 6;

  private static final double SAME_LINE = 0.7;
  private static final double SAME_HEADING = 0.16;
  private static final double OVERLAP = 0.5;
  private static final int MIN_LONE = 12;
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "[\\d\\s.,:/•|-]+.{0,40}|.{0,12}(?:cookies?|privacy).{0,12}", Pattern.CASE_INSENSITIVE);

  /** Titles that a page declares, best first, with the keys they are compared by. */
  private static final class Declared {
    private final List<String> titles = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Set<String>> words = new ArrayList<>();

    void add(@Nullable String title) {
      if (title == null || title.isBlank() || title.length() > MAX_CHARS) {
        return;
      }
      String key = Folding.key(title);
      if (!key.isEmpty() && !keys.contains(key)) {
        titles.add(title);
        keys.add(key);
        words.add(words(title));
      }
    }
  }

  /**
   * The headline.
   *
   * @param kept which blocks are the article
   */
  static Headline of(
      PageScan scan, JsonLd data, SiteNames sites, List<HtmlBlock> blocks, BitSet kept) {
    Declared declared = new Declared();
    for (String title :
        new String[] {
          data.headline(),
          scan.meta("og:title"),
          scan.meta("twitter:title", "twitter:text:title"),
          scan.meta(
              "dc.title", "dcterms.title", "citation_title", "title", "headline", "articletitle"),
        }) {
      declared.add(title == null ? null : sites.strip(title));
    }
    declared.add(sites.stripLoosely(scan.title()));
    int whole = declared.keys.size();
    declared.add(scan.title());
    int best = -1;
    double most = 0;
    int start = Math.max(0, kept.nextSetBit(0));
    for (int i = 0; i < Math.min(blocks.size(), MAX_BLOCKS); i++) {
      double score = score(blocks.get(i), i - start, declared, sites, scan.title());
      if (score > most) {
        most = score;
        best = i;
      }
    }
    if (best >= 0) {
      return new Headline(printed(blocks.get(best).line().words(), declared, scan.title()), best);
    }
    for (Element marked : scan.headlines()) {
      String text = marked.text().strip();
      if (match(text, declared, true) >= SAME_HEADING && !sites.has(text)) {
        return new Headline(text, -1);
      }
    }
    return new Headline(fallback(declared, whole, sites), -1);
  }

  private static @Nullable String fallback(Declared declared, int whole, SiteNames sites) {
    for (String title : declared.titles.subList(0, whole)) {
      if (!sites.has(title)) {
        return title;
      }
    }
    return declared.titles.isEmpty() ? null : declared.titles.get(0);
  }

  /** How much speaks for a block; 0 when it is no headline. */
  private static double score(
      HtmlBlock block, int fromStart, Declared declared, SiteNames sites, String head) {
    Line line = block.line();
    boolean heading = line.is(Line.Form.HEADING);
    boolean near = fromStart >= -BEFORE && fromStart <= WITHIN;
    if (!heading && !near || line.is(Line.Form.CODE) || line.is(Line.Form.TABLE)) {
      return 0;
    }
    String text = line.words();
    if (text.length() > MAX_CHARS || text.length() < 2) {
      return 0;
    }
    boolean first = heading && line.text().startsWith("# ");
    double match = match(text, declared, heading);
    boolean enough = match >= (first ? SAME_HEADING : SAME_LINE);
    boolean lone =
        first
            && near
            && fromStart <= 0
            && text.length() >= (Scripts.cjkShare(text) > 0.5 ? MIN_LONE / 2 : MIN_LONE)
            && !NO_TITLE.matcher(text).matches()
            && (head.isBlank() || sites.has(head));
    if (!enough && !lone || sites.has(text) && match < 1 || isHome(block)) {
      return 0;
    }
    return match * 10
        + (first ? 2 : heading ? 1 : 0)
        + (near ? 1 : 0)
        - (block.linkDensity() > 0.5 ? 1 : 0);
  }

  /** Whether the line leads to the home page: the name of the site, as a heading. */
  private static boolean isHome(HtmlBlock block) {
    Element link = block.linkDensity() > 0.5 ? block.owner().selectFirst("a[href]") : null;
    if (link == null) {
      return false;
    }
    String address = link.attr("href").strip();
    return address.equals("/") || CanonicalUrl.of(address).filter(CanonicalUrl::isHome).isPresent();
  }

  /** How surely a line is one of the declared titles: 1 for the same, 0 for another. */
  private static double match(String text, Declared declared, boolean heading) {
    String key = Folding.key(text);
    if (key.isEmpty()) {
      return 0;
    }
    double best = 0;
    for (int i = 0; i < declared.keys.size(); i++) {
      String title = declared.keys.get(i);
      if (title.equals(key)) {
        return 1;
      }
      double share =
          (double) Math.min(key.length(), title.length()) / Math.max(key.length(), title.length());
      boolean edge =
          title.startsWith(key)
              || title.endsWith(key)
              || key.startsWith(title)
              || key.endsWith(title);
      if (edge && share >= 0.35) {
        best = Math.max(best, 0.6 + 0.35 * share);
      } else if (heading) {
        best = Math.max(best, OVERLAP * overlap(words(text), declared.words.get(i)));
      }
    }
    return best;
  }

  private static double overlap(Set<String> one, Set<String> other) {
    if (one.size() < 2 || other.size() < 2) {
      return 0;
    }
    long common = one.stream().filter(other::contains).count();
    return common < 2 ? 0 : (double) common / Math.min(one.size(), other.size());
  }

  /** Words of a text that say something; of Han characters each pair. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : Folding.words(text).split(" ")) {
      if (Scripts.cjkShare(word) > 0.5) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= 3) {
        words.add(word);
      }
    }
    return words;
  }

  /** The line without a site's name that it prints behind a declared title. */
  private static String printed(String line, Declared declared, String head) {
    if (Folding.key(head).contains(Folding.key(line))) {
      return line;
    }
    List<int[]> parts = SiteNames.parts(line);
    for (int last = parts.size() - 2; last >= 0; last--) {
      String part = line.substring(parts.get(0)[0], parts.get(last)[1]).strip();
      if (declared.keys.contains(Folding.key(part))) {
        return part;
      }
    }
    return line;
  }
}
