package io.winnow.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The page that links all digests: the newest with its highlights, then all by kind, the newest
 * first.
 */
final class DigestIndex {
  static final String FILE = "README.md";

  private DigestIndex() {}

  /** What the index may know of the digests beside their names. */
  interface Facts {
    /** The digest in that file. */
    DigestText text(String file) throws IOException;

    /** Articles that the period covers; empty where that is not known. */
    OptionalLong articles(Period period);
  }

  /**
   * The page.
   *
   * @param fileNames names in the folder of digests; those that are no digests are passed over
   */
  static String render(Iterable<String> fileNames, Facts facts) throws IOException {
    Map<Period, Set<Edition>> digests = new TreeMap<>(newestFirst());
    for (String name : fileNames) {
      Period.ofFileName(name)
          .ifPresent(
              period ->
                  digests
                      .computeIfAbsent(period, p -> new TreeSet<>())
                      .add(Period.editionOf(name)));
    }
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    page.heading(1, both("index.title"));
    page.paragraph(feeds());
    if (digests.isEmpty()) {
      page.paragraph(both("index.empty"));
      return page.page();
    }
    Period newest = digests.keySet().iterator().next();
    page.heading(2, both("index.latest"));
    for (Edition edition : digests.get(newest)) {
      String file = newest.fileName(edition);
      DigestText digest = facts.text(file);
      page.heading(3, Inline.text(digest.title()).toFile(file));
      page.paragraph(Inline.text(digest.counts()));
      page.bullets(digest.highlights());
    }
    for (Period.Kind kind : Period.Kind.values()) {
      List<Inline> lines =
          digests.entrySet().stream()
              .filter(digest -> digest.getKey().kind() == kind)
              .map(digest -> line(digest.getKey(), digest.getValue(), facts))
              .toList();
      if (!lines.isEmpty()) {
        page.heading(2, both("index." + kind.name().toLowerCase(Locale.ROOT)));
        page.bullets(lines);
      }
    }
    return page.page();
  }

  /** Weeks before months, days and runs. */
  static Comparator<Period> newestFirst() {
    return Comparator.comparing(Period::kind)
        .thenComparing(Period::name, Comparator.reverseOrder())
        .thenComparing(period -> period.fileName(Edition.EN));
  }

  private static Inline line(Period period, Set<Edition> editions, Facts facts) {
    Inline links =
        Inline.joined(
            " | ",
            editions.stream()
                .map(
                    edition ->
                        Inline.text(DigestPage.title(period, edition))
                            .toFile(period.fileName(edition)))
                .toList());
    OptionalLong articles = facts.articles(period);
    return articles.isEmpty()
        ? links
        : Inline.joined(
            " · ",
            List.of(
                links,
                Inline.text(Edition.ZH.say("index.articles", articles.getAsLong())),
                Inline.text(Edition.EN.say("index.articles", articles.getAsLong()))));
  }

  private static Inline feeds() {
    List<Inline> feeds = new ArrayList<>();
    for (Edition edition : Edition.values()) {
      feeds.add(Inline.text(edition.say("language")).toFile(DigestFeed.fileName(edition)));
    }
    return both("index.feeds").then(Inline.words(": ")).then(Inline.joined(" | ", feeds));
  }

  private static Inline both(String key) {
    return Inline.text(Edition.ZH.say(key) + " · " + Edition.EN.say(key));
  }
}
