package io.winnow.tag;

import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Gives every article its section, tags and keywords; each depends on the article alone. */
public final class TagArticles extends PTransform<PCollection<Article>, PCollection<Article>> {
  private static final long serialVersionUID = 1;

  private final Tagger tagger;

  private TagArticles(Tagger tagger) {
    this.tagger = tagger;
  }

  public static TagArticles with(Tagger tagger) {
    return new TagArticles(tagger);
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    return articles.apply("Tag", ParDo.of(new TagFn(tagger))).setCoder(AvroCoder.of(Article.class));
  }

  private static final class TagFn extends DoFn<Article, Article> {
    private static final long serialVersionUID = 1;

    private final Tagger tagger;
    private final StageMeter tag = StageMeter.of("tag");

    TagFn(Tagger tagger) {
      this.tagger = tagger;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Article> out) {
      long start = System.nanoTime();
      Article tagged = tagger.tag(article);
      tag.element(start);
      out.output(tagged);
    }
  }
}
