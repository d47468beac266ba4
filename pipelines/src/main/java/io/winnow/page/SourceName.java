package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.story.SignArticles;

/**
 * What the report calls the source of an article, which is what stories and tagging count as one:
 * the site that its URL names, else the publication, else the file.
 */
final class SourceName {
  /** The same in a few words. */
  static final String NOTE = "the article's site, else publication, else file";

  private SourceName() {}

  static String of(Article article) {
    return SignArticles.source(article);
  }
}
