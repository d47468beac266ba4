package io.winnow.tag.keyword;

import io.winnow.schema.ScoredTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the phrases of one text: those with frequent and telling words, used early and often. A
 * phrase that mostly stands inside a longer one counts only for the rest of its uses (Frantzi and
 * Ananiadou's C-value, 2000).
 */
final class PhraseRanking {
  /** What is left of the score of a phrase that never stands outside a longer one. */
  private static final double INSIDE = 0.2;

  private static final double TITLE = 1.3;
  private static final double NAME = 1.3;

  /** What is left of the score of a phrase that is part of one already chosen. */
  private static final double PART = 0.6;

  /** What is left of the score of a phrase used once that contains a chosen one used often. */
  private static final double PADDED = 0.4;

  /** What is left of the score of a phrase that adds words to one already chosen. */
  private static final double LONGER = 0.6;

  /** So many of the best are looked at when overlaps are weighed. */
  private static final int POOL = 60;

  private static final Comparator<Candidate> BEST_FIRST =
      (one, other) -> {
        int byScore = Double.compare(other.score, one.score);
        if (byScore != 0) {
          return byScore;
        }
        int byPlace = Integer.compare(one.first, other.first);
        return byPlace != 0 ? byPlace : one.surface.compareTo(other.surface);
      };

  private final PhraseFinder finder;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Numbers byKey = new Numbers(9);
  private final Numbers words = new Numbers(9);
  private Term[] terms = new Term[128];
  private int[] frequencies = new int[128];
  private int position;
  private boolean inTitle;

  /** Whether a word has a space in it, as the title of a book may. */
  private boolean spaced;

  PhraseRanking(PhraseFinder finder) {
    this.finder = finder;
  }

  /** Reads a text; its first sentence is the title. */
  void read(List<String> sentences) {
    finder.find(sentences, this);
  }

  /** A sentence begins; what follows stands in it. */
  void sentence(int number) {
    inTitle = number == 0;
  }

  /** A word whose frequency tells something of the phrases it stands in. */
  void word(Term word) {
    int number = number(word);
    frequencies[number]++;
    position++;
  }

  private int number(Term word) {
    int number = words.number(word.hash);
    if (number == terms.length) {
      terms = Arrays.copyOf(terms, 2 * number);
      frequencies = Arrays.copyOf(frequencies, 2 * number);
    }
    terms[number] = word;
    return number;
  }

  /** The candidate with a key, if there is one. */
  @Nullable Candidate known(long key) {
    int number = byKey.find(key);
    return number < 0 ? null : candidates.get(number);
  }

  /**
   * Adds a phrase that may be a keyword.
   *
   * @param key its words' hash
   * @param surface as it stands in the text
   * @param phrase its words, folded
   * @param fitness how well formed it is, 0 to 1
   */
  Candidate add(long key, String surface, Term[] phrase, double fitness) {
    int[] numbers = new int[phrase.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(phrase[i]);
      spaced |= phrase[i].text.indexOf(' ') >= 0;
    }
    byKey.number(key);
    Candidate candidate = new Candidate(surface, key, phrase, numbers, fitness, position);
    candidates.add(candidate);
    return candidate;
  }

  /**
   * Counts a use.
   *
   * @param whole whether it stands for itself; a part of a longer one may be a keyword if it recurs
   */
  void use(Candidate candidate, boolean whole) {
    candidate.count++;
    candidate.whole += whole ? 1 : 0;
    candidate.inTitle |= inTitle;
  }

  /** At most {@code max} keywords, best first. */
  List<ScoredTerm> best(int max) {
    ShortNames.merge(candidates, this::present, finder);
    double[] weights = wordWeights();
    List<Candidate> pool = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!candidate.gone) {
        countNested(candidate);
      }
    }
    for (Candidate candidate : candidates) {
      if (!candidate.gone && (candidate.whole > 0 || candidate.count > 1)) {
        candidate.score = score(candidate, weights);
        pool.add(candidate);
      }
    }
    return told(choose(best(pool), max));
  }

  private static List<ScoredTerm> told(List<Candidate> chosen) {
    double top = chosen.isEmpty() ? 1 : chosen.get(0).score;
    List<ScoredTerm> told = new ArrayList<>(chosen.size());
    for (Candidate candidate : chosen) {
      told.add(
          ScoredTerm.newBuilder()
              .setTerm(candidate.surface)
              .setScore(Math.rint(candidate.score / top * 1e6) / 1e6)
              .build());
    }
    return List.copyOf(told);
  }

  private @Nullable Candidate present(long key) {
    Candidate candidate = known(key);
    return candidate == null || candidate.gone ? null : candidate;
  }

  private void countNested(Candidate longer) {
    Term[] phrase = longer.words;
    for (int from = 0; from < phrase.length; from++) {
      long key = 0;
      for (int to = from; to < phrase.length; to++) {
        key = key * phrase[to].power + phrase[to].hash;
        Candidate inner = present(key);
        if (inner != null && inner != longer) {
          inner.nested = Math.max(inner.nested, longer.count);
        }
      }
    }
  }

  /** By the number of a word: what it adds to the score of a phrase. */
  private double[] wordWeights() {
    Powers powers = finder.powers();
    double[] weights = new double[words.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = finder.information(terms[i]) * powers.ofFrequency(Math.max(1, frequencies[i]));
    }
    return weights;
  }

  private double score(Candidate candidate, double[] weights) {
    Powers powers = finder.powers();
    double words = 0;
    for (int number : candidate.numbers) {
      words += weights[number];
    }
    double free = candidate.count - powers.weights().nested() * candidate.nested;
    double often = free > 0 ? powers.ofUses(free) : INSIDE * powers.ofUses(candidate.count);
    return words
        / powers.ofLength(candidate.numbers.length)
        * often
        / powers.ofPosition(candidate.first)
        * candidate.fitness
        * (candidate.inTitle ? TITLE : 1)
        * (Character.isUpperCase(candidate.surface.codePointAt(0)) ? NAME : 1);
  }

  /** The first {@link #POOL} by rank. */
  private static List<Candidate> best(List<Candidate> all) {
    if (all.size() <= POOL) {
      return all;
    }
    double[] scores = new double[all.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = all.get(i).score;
    }
    Arrays.sort(scores);
    double least = scores[scores.length - POOL];
    List<Candidate> pool = new ArrayList<>(POOL + 8);
    for (Candidate candidate : all) {
      if (Double.compare(candidate.score, least) >= 0) {
        pool.add(candidate);
      }
    }
    pool.sort(BEST_FIRST);
    return new ArrayList<>(pool.subList(0, POOL));
  }

  /** Takes the best, again and again, lowering what overlaps it. */
  private List<Candidate> choose(List<Candidate> pool, int max) {
    List<Candidate> chosen = new ArrayList<>();
    while (chosen.size() < max && !pool.isEmpty()) {
      int first = 0;
      for (int i = 1; i < pool.size(); i++) {
        first = BEST_FIRST.compare(pool.get(i), pool.get(first)) < 0 ? i : first;
      }
      Candidate best = pool.get(first);
      chosen.add(best);
      pool.set(first, pool.get(pool.size() - 1));
      pool.remove(pool.size() - 1);
      for (Candidate candidate : pool) {
        lower(candidate, best);
      }
    }
    return chosen;
  }

  private void lower(Candidate candidate, Candidate chosen) {
    if (mayHold(chosen, candidate) && chosen.holds(candidate)) {
      candidate.score *= PART;
    } else if (mayHold(candidate, chosen) && candidate.holds(chosen)) {
      boolean padded = candidate.count == 1 && chosen.count > 1 && chosen.words.length > 1;
      candidate.score *= padded ? PADDED : LONGER;
    }
  }

  private boolean mayHold(Candidate longer, Candidate part) {
    return spaced || (part.bits & ~longer.bits) == 0;
  }
}
