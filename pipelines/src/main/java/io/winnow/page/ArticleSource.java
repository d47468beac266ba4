package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.Collection;

/** Published articles that can be gone through more than once, the same ones every time. */
@FunctionalInterface
public interface ArticleSource {
  /** Hands every article to {@code reader}, in any order. */
  void forEach(Reader reader) throws IOException;

  /**
   * The same, perhaps by several threads at once.
   *
   * @param columns all that matter; in any other an article may have nothing, or a default
   */
  default void forEach(Collection<String> columns, Reader reader) throws IOException {
    forEach(reader);
  }

  /** What is done with an article. */
  @FunctionalInterface
  interface Reader {
    void read(Article article) throws IOException;
  }

  /** Articles in memory. */
  static ArticleSource of(Collection<Article> articles) {
    return reader -> {
      for (Article article : articles) {
        reader.read(article);
      }
    };
  }
}
