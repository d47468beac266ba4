package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.text.Block;
import io.winnow.text.Blocks;
import io.winnow.text.Scripts;
import io.winnow.text.Sentences;

/** Sets the text of an article and every column that follows from it. */
final class ArticleText {
  private ArticleText() {}

  /** The article with this text, its length, language and hash. */
  static Article finish(Article.Builder article, String text) {
    Language language = Language.of(prose(text));
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

  /** What people wrote for people: code and tables speak another language. */
  private static String prose(String text) {
    StringBuilder prose = new StringBuilder();
    for (Block block : Blocks.of(text)) {
      if (block.kind().hasSentences()) {
        prose.append(text, block.start(), block.end()).append('\n');
      }
    }
    return prose.length() == 0 ? text : prose.toString();
  }
}
