package io.winnow.summarize.llm;

import io.winnow.privacy.PersonalDataKind;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.schema.Article;
import io.winnow.text.Scripts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * What of an article may leave the machine: personal data of every kind and credentials masked,
 * whatever the run itself masks.
 *
 * @param title on one line
 * @param keySentences of the extractive summary, for texts that are too long to be sent whole
 * @param lang ISO 639-1 or {@code und}
 * @param script ISO 15924
 * @param dense whether the language is written without spaces between words
 */
record MaskedArticle(
    String title,
    String text,
    List<String> keySentences,
    String lang,
    String script,
    boolean dense) {
  private static final PersonalDataMasker MASKER =
      PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));

  static MaskedArticle of(Article article) {
    return new MaskedArticle(
        masked(article.getTitle()).replaceAll("\\s+", " ").strip(),
        masked(article.getText()),
        article.getSummary().stream().map(MaskedArticle::masked).toList(),
        article.getLang(),
        article.getLangScript(),
        isDense(article));
  }

  static boolean isDense(Article article) {
    return switch (article.getLang()) {
      case "zh", "ja" -> true;
      case "und" -> Scripts.cjkShare(article.getText()) > 0.3;
      default -> false;
    };
  }

  private static String masked(String text) {
    return MASKER.mask(Secrets.masked(text));
  }

  /** The language's name, as a prompt says it. */
  String language() {
    return switch (lang) {
      case "und" -> "the language of the article";
      case "zh" -> script.equals("Hant") ? "Traditional Chinese" : "Simplified Chinese";
      default -> Locale.forLanguageTag(lang).getDisplayLanguage(Locale.ENGLISH);
    };
  }
}
