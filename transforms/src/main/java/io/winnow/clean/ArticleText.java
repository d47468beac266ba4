package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.text.Scripts;
import io.winnow.text.Sentences;

/** Sets the text of an article and every column that follows from it. */
final class ArticleText {
  private ArticleText() {}

  /** The article with this text, its length, language and hash. */
  static Article finish(Article.Builder article, String text) {
    Language language = Language.of(text);
    return article
        .setText(text)
        .setChars(Scripts.length(text))
        .setSentences(Sentences.count(text))
        .setLang(language.code())
        .setLangScript(language.script())
        .setLangConfidence(language.confidence())
        .setContentSha256(ContentHash.of(text))
        .build();
  }
}
