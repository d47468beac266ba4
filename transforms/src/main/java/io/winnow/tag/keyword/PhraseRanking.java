package io.winnow.tag.keyword;

import io.winnow.schema.ScoredTerm;
import io.winnow.tag.keyword.PhraseFinder.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks the phrases of one text: those with frequent and telling words, used early and often. A
 * phrase that mostly stands inside a longer one counts only for the rest of its uses (Frantzi and
 * Ananiadou's C-value, 2000).
 */
final class PhraseRanking implements PhraseFinder.Sink {
  private record Ranked(Candidate candidate, double score) {}

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

  private final PhraseFinder finder;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final Map<String, Integer> frequencies = new HashMap<>();
  private int position;
  private boolean inTitle;

  PhraseRanking(PhraseFinder finder) {
    this.finder = finder;
  }

  /** Reads a text; its first sentence is the title. */
  void read(List<String> sentences) {
    finder.find(sentences, this);
  }

  @Override
  public void sentence(int number) {
    inTitle = number == 0;
  }

  @Override
  public void word(String word) {
    frequencies.merge(word, 1, Integer::sum);
    position++;
  }

  @Override
  public void phrase(String surface, List<String> words, double fitness) {
    count(surface, words, fitness).whole++;
  }

  @Override
  public void part(String surface, List<String> words, double fitness) {
    count(surface, words, fitness);
  }

  private Candidate count(String surface, List<String> words, double fitness) {
    Candidate candidate =
        candidates.computeIfAbsent(
            String.join("", words), key -> new Candidate(surface, words, fitness, position));
    candidate.count++;
    candidate.inTitle |= inTitle;
    return candidate;
  }

  /** At most {@code max} keywords, best first. */
  List<ScoredTerm> best(int max) {
    ShortNames.merge(candidates, finder);
    candidates.values().forEach(this::countNested);
    List<Ranked> pool =
        candidates.values().stream()
            .filter(candidate -> candidate.whole > 0 || candidate.count > 1)
            .map(candidate -> new Ranked(candidate, score(candidate)))
            .sorted(BEST_FIRST)
            .limit(POOL)
            .toList();
    List<Ranked> chosen = choose(new ArrayList<>(pool), max);
    double top = chosen.isEmpty() ? 1 : chosen.get(0).score();
    return chosen.stream()
        .map(
            ranked ->
                ScoredTerm.newBuilder()
                    .setTerm(ranked.candidate().surface)
                    .setScore(Math.rint(ranked.score() / top * 1e6) / 1e6)
                    .build())
        .toList();
  }

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparingInt(ranked -> ranked.candidate().first)
          .thenComparing(ranked -> ranked.candidate().surface);

  private void countNested(Candidate longer) {
    List<String> words = longer.words;
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        Candidate inner = candidates.get(String.join("", words.subList(from, to)));
        if (inner != null && inner != longer) {
          inner.nested = Math.max(inner.nested, longer.count);
        }
      }
    }
  }

  private double score(Candidate candidate) {
    Weights weights = finder.weights();
    double words = 0;
    for (String word : candidate.words) {
      words +=
          finder.information(word)
              * Math.pow(damped(frequencies.getOrDefault(word, 1)), weights.wordFrequency());
    }
    double free = candidate.count - weights.nested() * candidate.nested;
    double often =
        free > 0
            ? Math.pow(damped(free), weights.phraseFrequency())
            : INSIDE * Math.pow(damped(candidate.count), weights.phraseFrequency());
    double early = Math.pow(1 + candidate.first / weights.reach(), weights.position());
    return words
        / Math.pow(candidate.words.size(), weights.length())
        * often
        / early
        * candidate.fitness
        * (candidate.inTitle ? TITLE : 1)
        * (Character.isUpperCase(candidate.surface.codePointAt(0)) ? NAME : 1);
  }

  /** Grows ever more slowly, so that a long text is not all about its most frequent word. */
  private static double damped(double count) {
    return count <= 1 ? count : 1 + Math.log(count);
  }

  /** Takes the best, again and again, lowering what overlaps it. */
  private static List<Ranked> choose(List<Ranked> pool, int max) {
    List<Ranked> chosen = new ArrayList<>();
    while (chosen.size() < max && !pool.isEmpty()) {
      Ranked best = pool.stream().min(BEST_FIRST).orElseThrow();
      chosen.add(best);
      pool.remove(best);
      pool.replaceAll(ranked -> lowered(ranked, best.candidate()));
    }
    return chosen;
  }

  private static Ranked lowered(Ranked ranked, Candidate chosen) {
    String one = ranked.candidate().spaced;
    String other = chosen.spaced;
    boolean padded = ranked.candidate().count == 1 && chosen.count > 1 && chosen.words.size() > 1;
    double factor =
        other.contains(one) ? PART : !one.contains(other) ? 1 : padded ? PADDED : LONGER;
    return factor == 1 ? ranked : new Ranked(ranked.candidate(), ranked.score() * factor);
  }
}
