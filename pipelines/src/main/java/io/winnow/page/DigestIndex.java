package io.winnow.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page that links all digests, the newest first. A function of their file names. */
final class DigestIndex {
  static final String FILE = "README.md";

  private DigestIndex() {}

  /**
   * The page.
   *
   * @param fileNames names in the folder of digests; those that are no digests are passed over
   */
  static String render(Iterable<String> fileNames) {
    Comparator<Period> newestFirst =
        Comparator.comparing(Period::kind).thenComparing(Period::name, Comparator.reverseOrder());
    Map<Period, Set<Edition>> digests = new TreeMap<>(newestFirst);
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
    if (digests.isEmpty()) {
      page.paragraph(both("index.empty"));
    }
    for (Period.Kind kind : Period.Kind.values()) {
      List<Inline> lines =
          digests.entrySet().stream()
              .filter(digest -> digest.getKey().kind() == kind)
              .map(digest -> line(digest.getKey(), digest.getValue()))
              .toList();
      if (!lines.isEmpty()) {
        page.heading(2, both("index." + kind.name().toLowerCase(Locale.ROOT)));
        page.bullets(lines);
      }
    }
    return page.page();
  }

  private static Inline line(Period period, Set<Edition> editions) {
    return Inline.joined(
        " | ",
        editions.stream()
            .map(
                edition ->
                    Inline.text(DigestPage.title(period, edition)).toFile(period.fileName(edition)))
            .toList());
  }

  private static Inline both(String key) {
    return Inline.text(Edition.ZH.say(key) + " · " + Edition.EN.say(key));
  }
}
