package io.winnow.story;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An article as it is compared with others: what none of them can share is left out, and what is
 * left is weighed by how common it is.
 *
 * @param places where it meets others; see {@link Meetings}
 * @param articles of each subject: how many articles of the fortnight name it
 * @param terms hashes, ascending
 * @param weights of the terms: parts of a vector of length one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Posted(Candidate candidate, int[] places, int[] articles, int[] terms, float[] weights) {

  /** Weighs an article by what was counted. */
  static Posted of(Candidate candidate, TermCounts counts) {
    StorySignature article = candidate.signature();
    int day = article.day();
    int[] terms = article.terms();
    double[] values = new double[terms.length];
    double square = 0;
    for (int i = 0; i < terms.length; i++) {
      values[i] = article.weights()[i] * counts.information(terms[i], day);
      square += values[i] * values[i];
    }
    int[] kept = new int[terms.length];
    float[] weights = new float[terms.length];
    int size = 0;
    for (int i = 0; i < terms.length; i++) {
      if (counts.articles(terms[i]) > 1) {
        kept[size] = terms[i];
        weights[size++] = (float) (values[i] / Math.sqrt(square));
      }
    }
    return new Posted(
        candidate.compared(),
        places(article, counts),
        article.subjects().stream().mapToInt(subject -> articles(subject, day, counts)).toArray(),
        Arrays.copyOf(kept, size),
        Arrays.copyOf(weights, size));
  }

  private static int articles(Subject subject, int day, TermCounts counts) {
    return counts.articles(Meetings.of(subject)[0], day);
  }

  private static int[] places(StorySignature article, TermCounts counts) {
    return IntStream.concat(
            article.subjects().stream()
                .flatMapToInt(subject -> Arrays.stream(Meetings.of(subject))),
            Arrays.stream(Meetings.of(article.series())))
        .distinct()
        .filter(place -> counts.articles(place) > 1)
        .sorted()
        .toArray();
  }

  /** The same for each bucket that it meets others in, with the places of that bucket. */
  Map<Integer, Posted> byBucket(int buckets) {
    Map<Integer, Posted> posts = new TreeMap<>();
    for (int place : places) {
      int bucket = Math.floorMod(place, buckets);
      if (!posts.containsKey(bucket)) {
        int[] here =
            Arrays.stream(places).filter(p -> Math.floorMod(p, buckets) == bucket).toArray();
        posts.put(bucket, new Posted(candidate, here, articles, terms, weights));
      }
    }
    return posts;
  }

  String id() {
    return candidate.id();
  }

  StorySignature signature() {
    return candidate.signature();
  }

  List<Subject> subjects() {
    return candidate.signature().subjects();
  }

  /** How alike the words of both are, from 0 to 1. */
  double cosine(Posted other) {
    double dot = 0;
    for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
      if (terms[i] == other.terms[j]) {
        dot += (double) weights[i++] * other.weights[j++];
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot;
  }

  /** How much these terms add to {@link #cosine}. */
  double cosineOf(Posted other, int... some) {
    double dot = 0;
    for (int term : some) {
      int mine = Arrays.binarySearch(terms, term);
      int theirs = Arrays.binarySearch(other.terms, term);
      if (mine >= 0 && theirs >= 0) {
        dot += (double) weights[mine] * other.weights[theirs];
      }
    }
    return dot;
  }
}
