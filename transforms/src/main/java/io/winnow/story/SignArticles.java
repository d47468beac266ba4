package io.winnow.story;

import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Takes the story signature of every article; each depends on the article alone. */
public final class SignArticles extends PTransform<PCollection<Draft>, PCollection<StoryMark>> {
  private static final long serialVersionUID = 1;

  private SignArticles() {}

  public static SignArticles all() {
    return new SignArticles();
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

  @Override
  public PCollection<StoryMark> expand(PCollection<Draft> drafts) {
    return drafts.apply("Sign", ParDo.of(new SignFn())).setCoder(AvroCoder.of(StoryMark.class));
  }

  private static final class SignFn extends DoFn<Draft, StoryMark> {
    private static final long serialVersionUID = 1;

    private final StageMeter stories = StageMeter.of("stories");

    @ProcessElement
    public void process(@Element Draft draft, OutputReceiver<StoryMark> out) {
      long start = System.nanoTime();
      StorySignature signature = Signatures.of(draft.getArticle());
      StoryMark mark =
          StoryMark.newBuilder()
              .setId(signature.id())
              .setSignature(SignatureBytes.of(signature))
              .build();
      stories.element(start);
      out.output(mark);
    }
  }
}
