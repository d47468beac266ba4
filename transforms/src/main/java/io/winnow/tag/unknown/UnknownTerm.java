package io.winnow.tag.unknown;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A term that a taxonomy does not know, and where it stands.
 *
 * @param key what its near-identical forms share
 * @param name one of these forms
 * @param articles articles that name it
 * @param sources the first of the sources that name it, in the order of the alphabet, at most
 *     {@value #MAX_SOURCES}
 * @param articleId the lowest id of such an article
 * @param title the beginning of that article's title
 */
public record UnknownTerm(
    String key, String name, long articles, List<String> sources, String articleId, String title) {
  static final int MAX_SOURCES = 32;

  /**
   * Those of more articles come first, and each doubling of the sources counts as much as the
   * articles once more.
   */
  public static final Comparator<UnknownTerm> RANK =
      Comparator.comparingLong(UnknownTerm::weight)
          .reversed()
          .thenComparing(Comparator.comparingLong(UnknownTerm::articles).reversed())
          .thenComparing(UnknownTerm::key);

  /** Terms as they are written, before such as shout or mumble. */
  private static final Comparator<String> FORM =
      Comparator.comparing(UnknownTerm::shouts)
          .thenComparing(form -> form.equals(form.toLowerCase(Locale.ROOT)))
          .thenComparing(String::length)
          .thenComparing(Comparator.naturalOrder());

  private static final int SHORT = 5;

  /** Whether more sources than {@link #sources} holds may name it. */
  public boolean isOfManySources() {
    return sources.size() == MAX_SOURCES;
  }

  private long weight() {
    return articles * (Integer.SIZE - Integer.numberOfLeadingZeros(sources.size()));
  }

  private static boolean shouts(String form) {
    return form.length() > SHORT && form.equals(form.toUpperCase(Locale.ROOT));
  }

  /** Both counts as one; in any order the same. */
  UnknownTerm plus(UnknownTerm other) {
    TreeSet<String> all = new TreeSet<>(sources);
    all.addAll(other.sources);
    UnknownTerm first = articleId.compareTo(other.articleId) <= 0 ? this : other;
    return new UnknownTerm(
        key,
        Stream.of(name, other.name).min(FORM).orElseThrow(),
        articles + other.articles,
        all.stream().limit(MAX_SOURCES).toList(),
        first.articleId,
        first.title);
  }
}
