package io.winnow.story;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import java.nio.ByteBuffer;

/** Takes story signatures of articles; each depends on the article alone. */
public final class SignArticles {
  private SignArticles() {}

  /** The mark that has the signature of an article, and no story yet. */
  public static StoryMark sign(Draft draft) {
    StorySignature signature = Signatures.of(draft.getArticle());
    return StoryMark.newBuilder()
        .setId(signature.id())
        .setSignature(SignatureBytes.of(signature))
        .build();
  }

  /** What an article comes from, as stories tell sources apart: site, publication or file. */
  public static String source(Article article) {
    return Signatures.source(article);
  }

  /** What is remembered of a published article, with a signature of this version. */
  public static Fingerprint signed(Fingerprint remembered, Article article) {
    ByteBuffer old = remembered.getStorySignature();
    return old != null && SignatureBytes.read(article.getId(), old).isPresent()
        ? remembered
        : Fingerprint.newBuilder(remembered)
            .setStorySignature(SignatureBytes.of(Signatures.of(article)))
            .build();
  }
}
