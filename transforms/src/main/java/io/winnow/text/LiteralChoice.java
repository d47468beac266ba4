package io.winnow.text;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all that a part of a regular expression matches.
 *
 * @param exact all the words that it matches, where they are few; null where they are not
 * @param within words of which each match has one; null where there are none
 */
record LiteralChoice(@Nullable Set<String> exact, @Nullable Set<String> within) {
  /** Matches what is not known. */
  static final LiteralChoice ANYTHING = new LiteralChoice(null, null);

  /** Matches between two characters. */
  static final LiteralChoice NOTHING = new LiteralChoice(Set.of(""), null);

  private static final int MAX_WORDS = 400;
  private static final int MAX_PRODUCT = 64;

  static LiteralChoice of(char c) {
    return Character.isSurrogate(c) ? ANYTHING : of(Set.of(String.valueOf(CaseFold.of(c))));
  }

  static LiteralChoice of(Set<String> words) {
    return new LiteralChoice(words, null);
  }

  /** Either of two. */
  LiteralChoice or(LiteralChoice other) {
    Set<String> both = union(exact, other.exact);
    return new LiteralChoice(both, union(orNull(required()), orNull(other.required())));
  }

  /** The words of which each match has one; empty where there are none. */
  Set<String> required() {
    Set<String> best = within;
    if (exact != null && !exact.contains("") && cost(exact) < cost(best)) {
      best = exact;
    }
    return best == null ? Set.of() : best;
  }

  private static @Nullable Set<String> orNull(Set<String> words) {
    return words.isEmpty() ? null : words;
  }

  private static @Nullable Set<String> union(@Nullable Set<String> a, @Nullable Set<String> b) {
    if (a == null || b == null || a.size() + b.size() > MAX_WORDS) {
      return null;
    }
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  /** How many places of a text, about, have one of the words. */
  private static double cost(@Nullable Set<String> words) {
    if (words == null) {
      return Double.MAX_VALUE;
    }
    double cost = 0;
    for (String word : words) {
      cost += share(word, 0, word.length());
    }
    return cost;
  }

  /** The share of places of a text, about, that have a part of a word. */
  static double share(String word, int from, int to) {
    double share = 1;
    for (int i = from; i < to; i++) {
      share *= share(word.charAt(i));
    }
    return share;
  }

  private static double share(char c) {
    if (c == ' ') {
      return 0.17;
    }
    if (c >= 'a' && c <= 'z') {
      return "etaoinsrhld".indexOf(c) >= 0 ? 0.08 : 0.03;
    }
    return c < 0x80 ? 0.02 : 0.008;
  }

  /** Parts that follow each other. */
  static final class Sequence {
    private boolean whole = true;
    private Set<String> run = Set.of("");
    private @Nullable Set<String> best;

    void add(LiteralChoice part) {
      Set<String> next = part.exact();
      if (next != null && next.size() * run.size() <= Math.max(MAX_PRODUCT, next.size())) {
        run = product(run, next);
        return;
      }
      end();
      consider(part.within());
      run = next == null ? Set.of("") : next;
    }

    LiteralChoice whole() {
      if (whole) {
        return new LiteralChoice(run, best);
      }
      consider(run);
      return new LiteralChoice(null, best);
    }

    private void end() {
      whole = false;
      consider(run);
    }

    private void consider(@Nullable Set<String> words) {
      if (words != null && !words.contains("") && cost(words) < cost(best)) {
        best = words;
      }
    }

    private static Set<String> product(Set<String> heads, Set<String> tails) {
      Set<String> all = new TreeSet<>();
      for (String head : heads) {
        for (String tail : tails) {
          all.add(head + tail);
        }
      }
      return all;
    }
  }
}
