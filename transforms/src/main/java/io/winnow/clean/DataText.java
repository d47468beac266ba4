package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of an article out of a page's data where the page itself prints little of it: as
 * pages do that scripts lay out, or that a reader has to unfold. What the page prints is preferred,
 * as it has headings, lists and links.
 *
 * <p>Such lines have no places of their own: each has that of the whole data.
 */
final class DataText {
  private static final int MIN_MASS = 300;

  /** How many times as much the data must hold. */
  private static final double MORE = 2;

  /** Less printed text than this says nothing. */
  private static final int MIN_PRINTED = 30;

  /** A page of more blocks than this prints its article. */
  private static final int MAX_PRINTED = 100;

  private static final double MOST = 0.9;
  private static final String KEY = "\"articleBody\"";
  private static final Pattern TAG =
      Pattern.compile("</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote)\\b", Pattern.CASE_INSENSITIVE);

  private DataText() {}

  /**
   * The text; empty where the data holds none, or not enough more than the page.
   *
   * @param body {@code articleBody} of the page's JSON-LD (schema.org)
   * @param printed the blocks that are the article as the page prints it
   */
  static Optional<Manuscript> of(RawText raw, @Nullable String body, List<HtmlBlock> printed) {
    int mass = body == null ? 0 : HtmlBlock.mass(body);
    int less = printed.stream().mapToInt(HtmlBlock::mass).sum();
    if (body == null
        || printed.size() > MAX_PRINTED
        || mass < MIN_MASS
        || mass < MORE * less
        || !holds(body, printed, less)) {
      return Optional.empty();
    }
    int from = Math.max(0, raw.text().indexOf(KEY));
    int end = raw.text().indexOf("</script", from);
    int to = end < 0 ? raw.length() : end;
    List<Line> lines = new ArrayList<>();
    List<FoundLink> links = new ArrayList<>();
    if (TAG.matcher(body).find()) {
      for (HtmlBlock block : HtmlBlocks.of(Jsoup.parseBodyFragment(body).body())) {
        Line line = block.line();
        lines.add(new Line(line.form(), line.text(), from, to, line.glued()));
        for (FoundLink link : block.links()) {
          links.add(new FoundLink(link.url(), link.text(), from, link.image()));
        }
      }
    } else {
      Jsoup.parseBodyFragment(body)
          .body()
          .wholeText()
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> lines.add(new Line(Line.Form.PROSE, line, from, to, false)));
    }
    List<DroppedSpan> dropped = new ArrayList<>();
    for (int[] around : new int[][] {{0, from}, {to, raw.length()}}) {
      if (around[0] < around[1]) {
        dropped.add(raw.dropped(HtmlPage.RULE, around[0], around[1]));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Manuscript(raw, lines, dropped, links));
  }

  /** Whether nearly all that is printed stands in the data too: else these are two texts. */
  private static boolean holds(String body, List<HtmlBlock> printed, int mass) {
    String key = Folding.key(body);
    int held =
        printed.stream()
            .filter(block -> key.contains(Folding.key(block.line().words())))
            .mapToInt(HtmlBlock::mass)
            .sum();
    return mass < MIN_PRINTED || held >= MOST * mass;
  }
}
