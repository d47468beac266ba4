package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made articles with what else decides: earlier runs, shared URLs, parts of series. */
final class Corpus {
  private Corpus() {}

  static List<Fingerprint> of(long seed, int size) {
    Random random = new Random(seed);
    List<Fingerprint> articles = new ArrayList<>();
    for (MadeArticles.Made made : MadeArticles.of(seed, size)) {
      String id = String.format("%08x%06d", random.nextInt(), articles.size());
      Drafts draft = Drafts.article(id, made.text());
      if (random.nextInt(6) == 0) {
        draft = draft.at("https://example.org/" + random.nextInt(size / 20));
      }
      if (random.nextInt(20) == 0) {
        draft = draft.partOf("talk " + random.nextInt(3), random.nextInt(2));
      }
      articles.add(
          switch (random.nextInt(8)) {
            case 0 -> draft.published();
            case 1 -> draft.repeating("gone");
            default -> draft.today();
          });
    }
    return articles;
  }
}
