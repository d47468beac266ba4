package io.winnow.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The articles that meet in some places, compared with one another.
 *
 * <p>An article is compared with the {@link #NEAREST} before it in time, so that the work grows
 * with the articles and not with their square, however many name one thing. Of more than {@link
 * #MOST} at one place those of the least hashes are compared. Two earlier articles are compared
 * only where an article of today is linked with one of them, so that a day stays as cheap as what
 * it touches and yet groups them as if all came today.
 */
final class Bucket {
  static final int NEAREST = 50;
  static final int MOST = 20_000;

  /** From here a link may bring an article to a story. */
  static final double LEAST_TO_JOIN = 0.56;

  private static final Comparator<Posted> IN_TIME =
      Comparator.comparingInt((Posted article) -> article.signature().day())
          .thenComparing(Posted::id);

  private final Map<Integer, List<Posted>> places = new TreeMap<>();
  private int largest;

  void add(int place, Posted article) {
    places.computeIfAbsent(place, key -> new ArrayList<>()).add(article);
  }

  /** Most articles that met in one place. */
  int largest() {
    return largest;
  }

  /** Tells the links, each once for each place. */
  void link(Consumer<StoryLink> links) {
    places.forEach(
        (place, articles) -> {
          largest = Math.max(largest, articles.size());
          link(atMost(articles), links);
        });
  }

  private static List<Posted> atMost(List<Posted> articles) {
    if (articles.size() <= MOST) {
      return articles;
    }
    return articles.stream()
        .sorted(
            Comparator.comparingLong((Posted article) -> Signatures.hash(article.id()))
                .thenComparing(Posted::id))
        .limit(MOST)
        .toList();
  }

  private static void link(List<Posted> articles, Consumer<StoryLink> links) {
    List<Posted> dated = new ArrayList<>();
    List<Posted> undated = new ArrayList<>();
    for (Posted article : articles) {
      boolean known = article.signature().published() != StorySignature.UNKNOWN;
      (known ? dated : undated).add(article);
    }
    dated.sort(IN_TIME);
    undated.sort(IN_TIME);
    Set<String> joined = new HashSet<>();
    each(dated, undated, (one, other) -> ofToday(one, other, joined, links));
    each(dated, undated, (one, other) -> ofEarlier(one, other, joined, links));
  }

  private static void each(
      List<Posted> dated, List<Posted> undated, BiConsumer<Posted, Posted> pairs) {
    for (int i = 0; i < dated.size(); i++) {
      compare(dated.get(i), dated, i, pairs);
    }
    for (int i = 0; i < undated.size(); i++) {
      compare(undated.get(i), undated, i, pairs);
      compare(undated.get(i), dated, dated.size(), pairs);
    }
  }

  private static void compare(
      Posted article, List<Posted> others, int before, BiConsumer<Posted, Posted> pairs) {
    for (int i = before - 1; i >= Math.max(0, before - NEAREST); i--) {
      if (!article.id().equals(others.get(i).id())) {
        pairs.accept(article, others.get(i));
      }
    }
  }

  private static void ofToday(
      Posted one, Posted other, Set<String> joined, Consumer<StoryLink> links) {
    if (one.candidate().earlier() && other.candidate().earlier()) {
      return;
    }
    link(
        one,
        other,
        link -> {
          links.accept(link);
          joined.add(link.a().id());
          joined.add(link.b().id());
        });
  }

  /** Of earlier articles only what an article of today may bring into its story, and series. */
  private static void ofEarlier(
      Posted one, Posted other, Set<String> joined, Consumer<StoryLink> links) {
    boolean earlier = one.candidate().earlier() && other.candidate().earlier();
    long series = one.signature().series();
    boolean parts = series != 0 && series == other.signature().series();
    if (earlier && (parts || joined.contains(one.id()) || joined.contains(other.id()))) {
      link(one, other, links);
    }
  }

  private static void link(Posted one, Posted other, Consumer<StoryLink> links) {
    boolean inOrder = one.id().compareTo(other.id()) < 0;
    Posted a = inOrder ? one : other;
    Posted b = inOrder ? other : one;
    StorySignature x = a.signature();
    StorySignature y = b.signature();
    if (x.daysTo(y) > StorySignature.FORTNIGHT) {
      return;
    }
    if (x.series() != 0 && x.series() == y.series()) {
      links.accept(new StoryLink(a.candidate(), b.candidate(), StoryLink.SERIES, ""));
      return;
    }
    if (x.source() == y.source()) {
      return;
    }
    PairScore.Result result = PairScore.of(a, b);
    if (result.score() >= LEAST_TO_JOIN) {
      links.accept(new StoryLink(a.candidate(), b.candidate(), result.score(), result.via()));
    }
  }
}
