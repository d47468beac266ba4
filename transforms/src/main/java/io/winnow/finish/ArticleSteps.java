package io.winnow.finish;

import io.winnow.run.StageMeter;
import io.winnow.schema.Article;
import io.winnow.summarize.Summarizer;
import io.winnow.tag.Tagger;
import io.winnow.tag.unknown.TermFinder;
import io.winnow.tag.unknown.UnknownTerm;
import java.io.Serializable;
import java.util.Collection;

/** What is done with every article that is published, each by itself: tags, then a summary. */
public final class ArticleSteps implements Serializable {
  private static final long serialVersionUID = 1;

  private final Tagger tagger;
  private final Summarizer summarizer;
  private final TermFinder finder;
  private final StageMeter tag = StageMeter.of("tag");
  private final StageMeter summarize = StageMeter.of("summarize");
  private final StageMeter unknown = StageMeter.of("unknown-terms");

  /**
   * @param finder of what the taxonomy does not know
   */
  public ArticleSteps(Tagger tagger, Summarizer summarizer, TermFinder finder) {
    this.tagger = tagger;
    this.summarizer = summarizer;
    this.finder = finder;
  }

  /** The article with section, tags, keywords and summary. */
  Article told(Article article) {
    long start = System.nanoTime();
    Article tagged = tagger.tag(article);
    tag.element(start);
    start = System.nanoTime();
    Article summarized = summarizer.summarize(tagged);
    summarize.element(start);
    return summarized;
  }

  /** What an article that was told names and the taxonomy does not know. */
  Collection<UnknownTerm> terms(Article article) {
    long start = System.nanoTime();
    Collection<UnknownTerm> terms = finder.terms(article);
    unknown.element(start);
    return terms;
  }
}
