package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Articles that are to be decided together.
 *
 * @param articles each with the number of copies that follow it, if any, at an index of its numbers
 * @param at that index
 */
record Component(List<Parcel> articles, int at) {

  /** Tells the verdicts, and to all buckets the answers to copies that wait. */
  void decide(
      Clusters clusters,
      int buckets,
      Consumer<Verdict> verdicts,
      BiConsumer<Integer, Follow> answers) {
    Map<Long, Integer> followers = new HashMap<>();
    for (Parcel article : articles) {
      if (article.numbers().length > at) {
        followers.put(Keys.text(fingerprint(article)), (int) article.numbers()[at]);
      }
    }
    clusters.decide(
        articles.stream().map(Component::fingerprint).toList(),
        followers,
        verdicts,
        (text, answer) -> {
          for (int bucket = 0; bucket < buckets; bucket++) {
            answers.accept(bucket, Follow.answer(text, answer));
          }
        });
  }

  private static Fingerprint fingerprint(Parcel article) {
    return Objects.requireNonNull(article.fingerprint());
  }
}
