package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of talks and posts that come in several articles. The key of a series is the
 * address its parts share, else their common title.
 */
final class SeriesParts {
  private SeriesParts() {}

  /** Sets title, series and part of an article whose title says by itself that it is a part. */
  static void mark(Article.Builder article, String title) {
    Optional<PartMark> mark = PartMark.of(title);
    if (mark.isEmpty()
        || mark.get().place() == PartMark.Place.BARE
        || mark.get().stem().isBlank()) {
      return;
    }
    article
        .setTitle(mark.get().stem())
        .setSeries(key(article.getUrl(), article.getUrlRole(), mark.get().stem()))
        .setPart(mark.get().part());
  }

  /**
   * Adds what only neighbours in a dump can tell: an article without a mark, or with a bare number,
   * is a part when another at the same address is one; the last part's number is that of parts.
   */
  static List<Cleaned> complete(List<Cleaned> cleaned) {
    Map<String, List<Integer>> byAddress = new HashMap<>();
    for (int i = 0; i < cleaned.size(); i++) {
      if (cleaned.get(i) instanceof Cleaned.Kept kept
          && "subject".equals(kept.draft().getArticle().getUrlRole())) {
        byAddress
            .computeIfAbsent(kept.draft().getArticle().getUrl(), url -> new ArrayList<>())
            .add(i);
      }
    }
    List<Cleaned> completed = new ArrayList<>(cleaned);
    byAddress.values().stream()
        .filter(parts -> parts.size() > 1)
        .forEach(parts -> complete(completed, parts));
    return completed;
  }

  private static void complete(List<Cleaned> cleaned, List<Integer> at) {
    List<Article> parts =
        at.stream().map(i -> ((Cleaned.Kept) cleaned.get(i)).draft().getArticle()).toList();
    List<Optional<PartMark>> marks = parts.stream().map(SeriesParts::mark).toList();
    if (marks.stream().allMatch(Optional::isEmpty) || !sameTitle(parts, marks)) {
      return;
    }
    boolean firstIsMarked =
        marks.stream()
            .flatMap(Optional::stream)
            .anyMatch(mark -> Integer.valueOf(1).equals(mark.part()));
    for (int i = 0; i < parts.size(); i++) {
      Article part = parts.get(i);
      PartMark mark = marks.get(i).orElse(null);
      Draft draft = ((Cleaned.Kept) cleaned.get(at.get(i))).draft();
      Article complete =
          Article.newBuilder(part)
              .setTitle(mark == null ? part.getTitle() : mark.stem())
              .setSeries(key(part.getUrl(), part.getUrlRole(), part.getTitle()))
              .setPart(number(mark, parts.size(), firstIsMarked))
              .build();
      cleaned.set(
          at.get(i), new Cleaned.Kept(Draft.newBuilder(draft).setArticle(complete).build()));
    }
  }

  private static @Nullable Integer number(
      @Nullable PartMark mark, int parts, boolean firstIsMarked) {
    if (mark == null) {
      return firstIsMarked ? null : Integer.valueOf(1);
    }
    return mark.place() == PartMark.Place.LAST ? Integer.valueOf(parts) : mark.part();
  }

  private static Optional<PartMark> mark(Article article) {
    return article.getTitleRaw() == null
        ? Optional.empty()
        : PartMark.of(Titles.tidy(article.getTitleRaw()));
  }

  /** Parts have one title once their marks are off; else they are two looks at one thing. */
  private static boolean sameTitle(List<Article> parts, List<Optional<PartMark>> marks) {
    List<String> stems = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      stems.add(Folding.key(marks.get(i).map(PartMark::stem).orElse(parts.get(i).getTitle())));
    }
    return stems.stream().distinct().count() == 1;
  }

  private static String key(@Nullable String url, @Nullable String role, String stem) {
    return url != null && "subject".equals(role) ? url : Folding.words(stem);
  }
}
