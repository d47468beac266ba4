package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.story.SignArticles;
import org.jspecify.annotations.Nullable;

/**
 * What the report calls the source of an article, which is what stories count as one: the site that
 * its URL names, else the publication, else the file.
 */
final class SourceName {
  /** The same in a few words. */
  static final String NOTE = "the article's site, else publication, else file";

  private SourceName() {}

  static String of(Article article) {
    return SignArticles.source(article);
  }

  /** The same of an article of which only these columns are at hand. */
  static String of(
      @Nullable String site, @Nullable String publication, @Nullable String sourceUri) {
    return site != null ? site : publication != null ? publication : String.valueOf(sourceUri);
  }
}
