package io.winnow.dedupe;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.text.Scripts;

/** Makes the rows of the dataset {@code fingerprints}. */
public final class Fingerprints {
  /**
   * Version of the shingles, the sketch and the folding; only fingerprints of one version compare.
   */
  public static final int VERSION = 2;

  /**
   * Folded texts of fewer code points get no sketch, so they are duplicates only when they are
   * equal: in a text of three sentences, one other number is other news.
   */
  static final int MIN_NEAR_CHARS = 160;

  private Fingerprints() {}

  /**
   * What deduplication remembers of an article: taken of its text before learned boilerplate is
   * removed, with {@code kept} and {@code cluster_id} still open. Only a URL of the role {@code
   * self} is taken over; texts that fold to nothing are equal only when they are equal as they
   * stand.
   */
  public static Fingerprint of(Draft draft, RunInfo run) {
    Article article = draft.getArticle();
    String text = article.getText();
    TextPrint print = TextPrint.of(text);
    return Fingerprint.newBuilder()
        .setRunId(run.id())
        .setId(article.getId())
        .setRunSequence(run.sequence())
        .setVersion(VERSION)
        .setSourceUri(article.getSourceUri())
        .setSourceOrdinal(article.getSourceOrdinal())
        .setUrl("self".equals(article.getUrlRole()) ? article.getUrl() : null)
        .setTitle(article.getTitle())
        .setPublished(article.getPublished())
        .setSeries(article.getSeries())
        .setPart(article.getPart())
        .setChars(Scripts.length(text))
        .setMetadata(metadata(article))
        .setContentSha256(print.sha256())
        .setShingles(print.shingles())
        .setSketch(print.sketch())
        .build();
  }

  /**
   * The fingerprint of an article as this version takes it, from what an earlier version remembered
   * and the text as it was published. What is not taken of the text stays.
   *
   * <p>Lines that were dropped as learned boilerplate are in no published text, so that of an
   * article that lost some, the hash and the sketch are those of the rest.
   */
  public static Fingerprint again(Fingerprint old, String text) {
    TextPrint print = TextPrint.of(text);
    return Fingerprint.newBuilder(old)
        .setVersion(VERSION)
        .setContentSha256(print.sha256())
        .setShingles(print.shingles())
        .setSketch(print.sketch())
        .build();
  }

  private static int metadata(Article article) {
    int known = 0;
    known += "derived".equals(article.getTitleOrigin()) ? 0 : 1;
    known += article.getAuthors().isEmpty() ? 0 : 1;
    known += article.getPublished() == null ? 0 : 1;
    known += article.getUrl() == null ? 0 : 1;
    known += article.getSite() == null ? 0 : 1;
    return known;
  }
}
