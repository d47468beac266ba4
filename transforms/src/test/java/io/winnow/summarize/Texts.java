package io.winnow.summarize;

import io.winnow.schema.Article;

/** Articles made up for the tests. */
final class Texts {
  private Texts() {}

  static Article article(String lang, String title, String text) {
    return Article.newBuilder()
        .setRunId("r1")
        .setId("0")
        .setFirstSeen(java.time.LocalDate.EPOCH)
        .setSourceUri("a.txt")
        .setSourceFormat("text")
        .setSourceOrdinal(0)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("single")
        .setSplitScore(1)
        .setTitle(title)
        .setTitleOrigin("given")
        .setLang(lang)
        .setLangConfidence(1)
        .setKind("other")
        .setText(text)
        .build();
  }
}
