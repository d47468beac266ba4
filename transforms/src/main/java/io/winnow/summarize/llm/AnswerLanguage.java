package io.winnow.summarize.llm;

import io.winnow.clean.Language;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;

/** Compares the language of an answer with that of its article. */
final class AnswerLanguage {
  private static final double SURE = 0.6;
  private static final int ENOUGH_HAN = 20;

  private AnswerLanguage() {}

  /** Whether the answer may be in the article's language and script. */
  static boolean fits(String answer, MaskedArticle article) {
    if (article.lang().equals("und")) {
      return true;
    }
    Language said = Language.of(answer);
    if (!said.code().equals(article.lang())) {
      boolean sameScript = said.script().equals(article.script());
      return said.code().equals("und") || sameScript && said.confidence() < SURE;
    }
    return !article.lang().equals("zh") || formsFit(answer, article, said);
  }

  /** A text without a character that tells the forms apart passes for either. */
  private static boolean formsFit(String answer, MaskedArticle article, Language said) {
    if (article.script().equals("Hans")) {
      return !said.script().equals("Hant");
    }
    long han = answer.codePoints().filter(Scripts::isHan).count();
    boolean traditional = answer.codePoints().anyMatch(c -> Folding.simplify(c) != c);
    return traditional || han < ENOUGH_HAN;
  }
}
