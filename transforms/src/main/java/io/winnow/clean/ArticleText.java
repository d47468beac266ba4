package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.text.Block;
import io.winnow.text.Blocks;
import io.winnow.text.Scripts;
import io.winnow.text.Sentences;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets the text of an article and every column that follows from it. */
final class ArticleText {
  private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]{1,200}`");

  private ArticleText() {}

  /**
   * The article with this text, its length, language and hash.
   *
   * @param declaredLang the language that its source declares
   */
  static Article finish(Article.Builder article, String text, @Nullable String declaredLang) {
    return set(article, text, declaredLang).build();
  }

  /** The same, not built yet. */
  static Article.Builder set(Article.Builder article, String text, @Nullable String declaredLang) {
    Language language = Language.of(prose(text), declaredLang);
    return article
        .setText(text)
        .setChars(Scripts.length(text))
        .setSentences(Sentences.count(text))
        .setLang(language.code())
        .setLangScript(language.script())
        .setLangConfidence(language.confidence())
        .setContentSha256(ContentHash.of(text));
  }

  /** What people wrote for people: code and tables speak another language. */
  private static String prose(String text) {
    StringBuilder prose = new StringBuilder();
    for (Block block : Blocks.of(text)) {
      if (block.kind().hasSentences()) {
        prose.append(text, block.start(), block.end()).append('\n');
      }
    }
    String words = CODE_SPAN.matcher(prose).replaceAll(" ");
    return words.isBlank() ? text : words;
  }
}
