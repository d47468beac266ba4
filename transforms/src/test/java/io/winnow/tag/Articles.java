package io.winnow.tag;

import io.winnow.schema.Article;
import java.time.LocalDate;
import java.util.List;

/** Makes articles for tests. */
final class Articles {
  private Articles() {}

  static Article of(String title, String text) {
    return builder(title, text).build();
  }

  static Article under(String title, String text, String... headings) {
    return builder(title, text).setSourcePath(List.of(headings)).build();
  }

  static Article.Builder builder(String title, String text) {
    return Article.newBuilder()
        .setRunId("r1")
        .setId("a1")
        .setFirstSeen(LocalDate.of(2026, 2, 16))
        .setSourceUri("a.txt")
        .setSourceFormat("text")
        .setSourceOrdinal(0)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("single")
        .setSplitScore(1)
        .setTitle(title)
        .setTitleOrigin("given")
        .setLang("und")
        .setKind("blog_post")
        .setText(text)
        .setChars(text.codePointCount(0, text.length()));
  }
}
