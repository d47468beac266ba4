package io.winnow.story;

import io.winnow.story.PairScore.Result;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why an article is in its story, or in none: it is compared again with those that it met, by what
 * the fingerprints remember. For people; it decides nothing.
 *
 * <p>The figures are those of the run when all that took part is there: every article and duplicate
 * of the run, and the articles that runs of the last fortnight had published.
 */
public final class StoryReasons {
  /** From this score two articles tell one story. */
  public static final double LEAST = PairScore.LEAST;

  /** From this score an article may join a story that there is. */
  public static final double LEAST_TO_JOIN = Bucket.LEAST_TO_JOIN;

  /** Most days between two articles that are compared. */
  public static final int MOST_DAYS = StorySignature.FORTNIGHT;

  private final Map<String, Posted> articles = new LinkedHashMap<>();

  private StoryReasons(Collection<StorySignature> signatures) {
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(signatures.size()));
    signatures.forEach(counts::add);
    for (StorySignature signature : signatures) {
      articles.put(signature.id(), Posted.of(Candidate.today(signature), counts));
    }
  }

  /**
   * Of articles that took part.
   *
   * @param signatures by id, as in the column {@code story_signature}; those of another version are
   *     left out
   */
  public static StoryReasons of(Map<String, ByteBuffer> signatures) {
    List<StorySignature> read = new ArrayList<>();
    signatures.forEach((id, bytes) -> SignatureBytes.read(id, bytes).ifPresent(read::add));
    return new StoryReasons(read);
  }

  /** How two articles stand to each other. */
  public enum Standing {
    /** Parts of one series are of one story whatever their score. */
    SERIES,
    /** They tell one story. */
    ONE_STORY,
    /** Enough to join a story that there is. */
    MAY_JOIN,
    /** Too little in common. */
    BELOW,
    /** Of one source, which cannot confirm itself. */
    SAME_SOURCE,
    /** Too many days between them. */
    TOO_FAR
  }

  /**
   * A name that both are about.
   *
   * @param name as the article writes it
   * @param mine how much the article is about it
   * @param theirs how much the other one is
   */
  public record SharedName(String name, String mine, String theirs) {}

  /**
   * An article beside the one that is asked for.
   *
   * @param score measured as if they were of two sources and near in time
   * @param via the name that counted most; empty where none counted
   * @param words how alike their words are, part of the score
   * @param apart whether each is about a product that the other is not about, which keeps groups
   *     apart whatever the score
   */
  public record Neighbour(
      String id,
      Standing standing,
      double score,
      String via,
      double words,
      int days,
      boolean apart,
      List<SharedName> names) {}

  /** Whether its signature is known. */
  public boolean knows(String id) {
    return articles.containsKey(id);
  }

  /** The names that an article is about, the strongest first, each with how much. */
  public List<String> subjects(String id) {
    Posted article = articles.get(id);
    return article == null
        ? List.of()
        : article.subjects().stream()
            .map(subject -> subject.surface() + " (" + strength(subject) + ")")
            .toList();
  }

  /** One of those that an article could meet; empty where they share no name. */
  public Optional<Neighbour> between(String id, String other) {
    Posted a = articles.get(id);
    Posted b = articles.get(other);
    return a == null || b == null ? Optional.empty() : Optional.of(compare(a, b));
  }

  /** Those that it met under a name, the nearest first. */
  public List<Neighbour> nearest(String id, int most) {
    Posted article = articles.get(id);
    if (article == null) {
      return List.of();
    }
    Set<Integer> places = Arrays.stream(article.places()).boxed().collect(Collectors.toSet());
    return articles.values().stream()
        .filter(other -> !other.id().equals(id))
        .filter(other -> Arrays.stream(other.places()).anyMatch(places::contains))
        .map(other -> compare(article, other))
        .filter(other -> other.score() > 0 || other.standing() == Standing.SERIES)
        .sorted(
            Comparator.comparing((Neighbour other) -> other.standing() != Standing.SERIES)
                .thenComparing(Comparator.comparingDouble(Neighbour::score).reversed())
                .thenComparing(Neighbour::id))
        .limit(most)
        .toList();
  }

  /** In the order of ids, as {@link Bucket} compares them. */
  private static Neighbour compare(Posted article, Posted other) {
    boolean inOrder = article.id().compareTo(other.id()) < 0;
    Result result = PairScore.of(inOrder ? article : other, inOrder ? other : article);
    StorySignature mine = article.signature();
    StorySignature theirs = other.signature();
    int days = mine.daysTo(theirs);
    return new Neighbour(
        other.id(),
        standing(mine, theirs, days, result.score()),
        result.score(),
        surface(mine, result.via()),
        result.cosine(),
        days,
        mine.excludes(theirs),
        shared(mine, theirs));
  }

  private static Standing standing(
      StorySignature mine, StorySignature theirs, int days, double score) {
    if (days > StorySignature.FORTNIGHT) {
      return Standing.TOO_FAR;
    } else if (mine.series() != 0 && mine.series() == theirs.series()) {
      return Standing.SERIES;
    } else if (mine.source() == theirs.source()) {
      return Standing.SAME_SOURCE;
    } else if (score >= PairScore.LEAST) {
      return Standing.ONE_STORY;
    }
    return score >= Bucket.LEAST_TO_JOIN ? Standing.MAY_JOIN : Standing.BELOW;
  }

  private static String surface(StorySignature article, String key) {
    return article.subjects().stream()
        .filter(subject -> !key.isEmpty() && Spelling.isSame(subject.key(), key))
        .map(Subject::surface)
        .findFirst()
        .orElse(key);
  }

  private static List<SharedName> shared(StorySignature mine, StorySignature theirs) {
    Map<String, Subject> others = new HashMap<>();
    theirs.subjects().forEach(subject -> others.put(subject.key(), subject));
    List<SharedName> names = new ArrayList<>();
    for (Subject subject : mine.subjects()) {
      Subject other = others.get(subject.key());
      if (other == null) {
        other = others.get(Spelling.sibling(subject.key(), others.keySet()));
      }
      if (other != null) {
        names.add(new SharedName(subject.surface(), strength(subject), strength(other)));
      }
    }
    return names;
  }

  private static String strength(Subject subject) {
    return switch (subject.strength()) {
      case Subject.TITLE -> "its title begins with it";
      case Subject.IN_TITLE -> "in its title";
      case Subject.FREQUENT -> "among its most frequent names";
      default -> "mentioned";
    };
  }
}
