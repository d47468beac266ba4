package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.article;

import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded sets of articles of which many repeat others, in every way, in this run and earlier. */
final class Corpus {
  private Corpus() {}

  static List<Fingerprint> of(long seed, int size) {
    Random random = new Random(seed);
    List<Fingerprint> articles = new ArrayList<>();
    List<String> sentences = Prose.sentences(seed, 30);
    for (int i = 0; i < size; i++) {
      if (random.nextInt(4) == 0) {
        int seedOfText = random.nextInt(size / 4);
        sentences =
            new ArrayList<>(
                random.nextBoolean()
                    ? Prose.sentences(seedOfText, 30)
                    : Prose.chineseSentences(seedOfText, 30));
      } else {
        int edits = random.nextInt(8);
        for (int k = 0; k < edits; k++) {
          sentences.set(random.nextInt(30), Prose.sentences(random.nextLong(), 1).get(0));
        }
      }
      int length = random.nextInt(3) == 0 ? 10 + random.nextInt(20) : 30;
      articles.add(article(random, i, String.join("", sentences.subList(0, length))));
    }
    return articles;
  }

  private static Fingerprint article(Random random, int i, String text) {
    String id = String.format("%08x%04d", random.nextInt(), i);
    Drafts draft = Drafts.article(id, text);
    if (random.nextInt(5) == 0) {
      draft = draft.at("https://example.org/" + random.nextInt(30));
    }
    if (random.nextInt(20) == 0) {
      draft = draft.partOf("talk " + random.nextInt(3), random.nextInt(2));
    }
    return random.nextInt(6) > 0 ? draft.today() : draft.published();
  }
}
