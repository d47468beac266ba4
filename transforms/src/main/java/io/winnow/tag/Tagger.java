package io.winnow.tag;

import io.winnow.schema.Article;
import io.winnow.tag.keyword.Keywords;
import io.winnow.tag.section.Prediction;
import io.winnow.tag.section.SectionModel;
import io.winnow.tag.section.SectionText;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Gives an article its section, tags and keywords; nothing else of it changes. Depends on the
 * article and the specification alone. Safe for use by many threads.
 */
public final class Tagger implements Serializable {
  private final TagSpec spec;
  private transient volatile @Nullable SectionScorer prepared;

  public Tagger(TagSpec spec) {
    this.spec = spec;
  }

  public Article tag(Article article) {
    SectionScorer scorer = prepared();
    Evidence evidence = Evidence.of(scorer.vocabulary(), article.getTitle(), article.getText());
    SectionScorer.Choice section = section(scorer, article, evidence);
    return Article.newBuilder(article)
        .setSection(section.path())
        .setSectionScore(section.score())
        .setTags(
            TagScorer.tags(evidence, spec.taxonomy(), article.getText().length(), spec.maxTags()))
        .setKeywords(Keywords.of(article.getTitle(), article.getText(), spec.maxKeywords()))
        .build();
  }

  /** The answer of a model, where there is one, beats headings and the taxonomy. */
  private SectionScorer.Choice section(SectionScorer scorer, Article article, Evidence evidence) {
    SectionModel model = spec.sectionModel();
    if (model == null) {
      return scorer.choose(article, evidence);
    }
    Prediction answer = model.predict(SectionText.of(article));
    return new SectionScorer.Choice(answer.label(), Scores.round(answer.probability()));
  }

  private SectionScorer prepared() {
    SectionScorer scorer = prepared;
    if (scorer == null) {
      synchronized (this) {
        scorer = prepared;
        if (scorer == null) {
          scorer = new SectionScorer(new Vocabulary(spec.taxonomy()));
          prepared = scorer;
        }
      }
    }
    return scorer;
  }
}
