package io.winnow.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much two articles look like one story: they are about one name, and say like things of it.
 *
 * <p>A name that makers, languages or fields have counts for nothing; of product names a version
 * counts most; what many articles of the fortnight name counts little. A plain word with a capital
 * may be anybody's name, so that alone it links only what says like things of it.
 */
final class PairScore {
  /** From here two articles tell one story. */
  static final double LEAST = 0.63;

  private static final double[][] STRENGTH = {
    {0, 0, 0, 0, 0},
    {0, 0, 0, 0.02, 0.12},
    {0, 0, 0.08, 0.16, 0.25},
    {0, 0.02, 0.16, 0.30, 0.40},
    {0, 0.12, 0.25, 0.40, 0.52},
  };

  private static final double VERSIONED = 0.15;
  private static final double COINED = 0.13;
  private static final double SEVERAL_WORDS = 0.05;
  private static final double ACRONYM = -0.24;
  private static final double PLAIN = -0.12;
  private static final double COMMON = 0.05;
  private static final double ALSO = 0.05;
  private static final double MOST_ALSO = 0.15;
  private static final double SAME_ALIAS = 0.2;

  /** What two articles must say alike beside a plain name: a person's, a team's, a country's. */
  private static final double BESIDE_PLAIN = 0.16;

  /**
   * @param score from 0
   * @param via the name that both are about
   */
  record Result(double score, String via, double cosine) {}

  private static final double OF_ANOTHER = 0.2;
  private static final double BESIDE_ANOTHER = 0.15;

  private PairScore() {}

  static Result of(Posted one, Posted two) {
    StorySignature a = one.signature();
    StorySignature b = two.signature();
    Map<String, Integer> others = new HashMap<>();
    for (int i = 0; i < b.subjects().size(); i++) {
      others.put(b.subjects().get(i).key(), i);
    }
    double best = 0;
    String via = "";
    StorySignature weak = a;
    int least = 0;
    boolean product = false;
    double also = 0;
    double aliases = 0;
    boolean plain = true;
    for (int i = 0; i < a.subjects().size(); i++) {
      Subject mine = a.subjects().get(i);
      Integer at = others.get(mine.key());
      if (at == null) {
        at = others.get(Spelling.sibling(mine.key(), others.keySet()));
      }
      if (at == null) {
        continue;
      }
      Subject other = b.subjects().get(at);
      double value = value(mine, other, Math.max(one.articles()[i], two.articles()[at]));
      if (value > best) {
        if (best > 0) {
          also += ALSO;
        }
        best = value;
        via = mine.key();
        weak = mine.strength() < other.strength() ? a : b;
        least = Math.min(mine.strength(), other.strength());
        product = mine.coined() || other.coined();
      } else {
        also += ALSO;
      }
      plain &= !isOfAProduct(mine) && !isOfAProduct(other);
      if (!mine.alias().isEmpty() && mine.alias().equals(other.alias())) {
        aliases = SAME_ALIAS;
      }
    }
    if (best <= 0) {
      return new Result(0, "", 0);
    }
    double cosine = one.cosine(two);
    if (plain && aliases == 0 && cosine - one.cosineOf(two, ofName(via, a)) < BESIDE_PLAIN) {
      return new Result(0, "", cosine);
    }
    double sum = best + Math.min(also, MOST_ALSO) + aliases + cosine;
    boolean beside = least == Subject.IN_TITLE && product;
    if ((least < Subject.IN_TITLE || beside) && isOfAnother(weak, weak == a ? b : a)) {
      sum -= beside ? BESIDE_ANOTHER : OF_ANOTHER;
    }
    return new Result(Math.rint(sum * 1e6) / 1e6, via, cosine);
  }

  /**
   * Whether its form tells a product: a coined word, capitals beside a word ({@code DGX Spark}).
   */
  private static boolean isOfAProduct(Subject name) {
    return name.coined()
        || (name.isSpecific()
            && Stream.of(name.surface().split(" "))
                .anyMatch(word -> word.length() > 1 && isAcronym(word)));
  }

  /** Terms of the name, of its words, and of longer and shorter names of the same. */
  private static int[] ofName(String key, StorySignature article) {
    Set<String> words = new TreeSet<>();
    for (Subject subject : article.subjects()) {
      if (subject.key().contains(key) || key.contains(subject.key())) {
        words.add(subject.key());
        words.addAll(List.of(subject.words().split(" ")));
      }
    }
    return words.stream()
        .flatMapToInt(
            word -> IntStream.of(Signatures.term("n:" + word), Signatures.term("w:" + word)))
        .toArray();
  }

  private static double value(Subject mine, Subject other, int articles) {
    double value = STRENGTH[mine.strength()][other.strength()];
    if (value == 0) {
      return 0;
    }
    boolean coined = mine.coined() || other.coined();
    boolean digit = mine.key().chars().anyMatch(c -> c >= '0' && c <= '9');
    if (coined && digit) {
      value += VERSIONED;
    } else if (coined) {
      value += COINED;
    } else if (mine.words().indexOf(' ') > 0) {
      value += SEVERAL_WORDS;
    } else if (isAcronym(mine.surface())) {
      value += ACRONYM;
    } else {
      value += PLAIN;
    }
    return value - COMMON * Math.log(Math.max(1, articles / 2.0)) / Math.log(2);
  }

  /** Whether the title begins with another product, that the other article does not know. */
  private static boolean isOfAnother(StorySignature article, StorySignature other) {
    return article.subjects().stream()
        .filter(subject -> subject.strength() == Subject.TITLE && subject.isSpecific())
        .anyMatch(subject -> !other.knows(subject.key(), Subject.MENTIONED));
  }

  private static boolean isAcronym(String surface) {
    return surface.length() <= 5 && surface.chars().allMatch(Character::isUpperCase);
  }
}
