package io.winnow.clean;

import io.winnow.text.Folding;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page declares and prints about itself: JSON-LD, OpenGraph, Dublin Core and other meta
 * elements, microdata, microformats, and the lines around its headline.
 */
final class HtmlFacts {
  private final PageScan scan;
  private final JsonLd data;
  private final @Nullable String url;

  private HtmlFacts(PageScan scan) {
    this.scan = scan;
    this.data = JsonLd.of(scan.scripts(), scan.title());
    this.url = PageUrl.of(scan, data.url());
  }

  static HtmlFacts of(PageScan scan) {
    return new HtmlFacts(scan);
  }

  /** Address that the page gives for itself; null where it gives none. */
  @Nullable String url() {
    return url;
  }

  /** The text of the article as its JSON-LD holds it; null where it does not. */
  @Nullable String body() {
    return data.body();
  }

  /** What the page says its article is about; null where it does not. */
  @Nullable String description() {
    return scan.meta("og:description", "description", "twitter:description");
  }

  /** The facts that markup alone tells. */
  PageFacts declared(LocalDate today) {
    return facts(List.of(), new BitSet(), today);
  }

  /**
   * The facts.
   *
   * @param blocks the blocks of the page
   * @param kept which of them are the article
   */
  PageFacts facts(List<HtmlBlock> blocks, BitSet kept, LocalDate today) {
    SiteNames sites =
        new SiteNames(
            Stream.concat(
                data.sites().stream(),
                Stream.of(
                    scan.meta("og:site_name"),
                    scan.meta("application-name"),
                    scan.meta("apple-mobile-web-app-title"),
                    scan.meta("dc.publisher"))),
            url);
    Headline headline = Headline.of(scan, data, sites, blocks, kept);
    SiteNames known = sites.with(behind(headline.title()));
    HeadZone zone = HeadZone.of(blocks, kept, headline.block());
    String title = headline.title();
    return new PageFacts(
        title,
        url,
        PageAuthors.of(scan, data, known, zone, today),
        PageDates.of(scan, data, zone, today),
        publication(),
        data.type() != null ? data.type() : type());
  }

  /** What the title element has besides the headline: most often the name of the site. */
  private Stream<String> behind(@Nullable String headline) {
    String head = scan.title();
    List<int[]> parts = SiteNames.parts(head);
    if (headline == null || parts.size() < 2) {
      return Stream.of();
    }
    String key = Folding.key(headline);
    return parts.stream()
        .map(part -> head.substring(part[0], part[1]).strip())
        .filter(part -> !Folding.key(part).isEmpty() && !key.contains(Folding.key(part)));
  }

  private @Nullable String publication() {
    String named = scan.meta("og:site_name");
    String name =
        !data.sites().isEmpty()
            ? data.sites().get(0)
            : named != null ? named : scan.meta("application-name");
    return name == null || name.startsWith("http") ? null : name;
  }

  private @Nullable String type() {
    String type = scan.meta("og:type");
    return type == null || !type.equals("article") ? null : "Article";
  }
}
