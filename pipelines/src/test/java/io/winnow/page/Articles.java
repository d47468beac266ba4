package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTag;
import io.winnow.schema.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Articles as a run publishes them. */
final class Articles {
  static final LocalDate DAY = LocalDate.of(2026, 2, 16);

  private Articles() {}

  /** An article whose text is the sentences, a paragraph each, all of them its summary. */
  static Article.Builder article(String id, String lang, String title, String... sentences) {
    String text = String.join("\n\n", sentences);
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (String sentence : sentences) {
      int length = sentence.codePointCount(0, sentence.length());
      spans.add(new Span(from, from + length));
      from += length + 2;
    }
    return Article.newBuilder()
        .setRunId("r1")
        .setId(id)
        .setFirstSeen(DAY)
        .setSourceUri("dump.txt")
        .setSourceFormat("markdown")
        .setSourceOrdinal(0)
        .setLines(sentences.length)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("stream")
        .setSplitScore(0.9)
        .setTitle(title)
        .setTitleOrigin("given")
        .setLang(lang)
        .setLangScript(lang.equals("zh") ? "Hans" : "Latn")
        .setLangConfidence(0.99)
        .setKind("blog_post")
        .setText(text)
        .setChars(text.codePointCount(0, text.length()))
        .setSentences(sentences.length)
        .setSection("software/practice")
        .setSectionScore(0.5)
        .setSummary(Arrays.asList(sentences))
        .setSummaryMethod("extractive")
        .setSummarySpans(spans)
        .setClusterId(id)
        .setClusterSize(1)
        .setContentSha256("0".repeat(64));
  }

  /** {@link #article} published on a site of its own. */
  static Article.Builder at(String url, Article.Builder article) {
    return article
        .setUrl(url)
        .setUrlRole("self")
        .setSite(url.replaceFirst("https?://(www\\.)?", "").replaceFirst("/.*", ""));
  }

  static List<ScoredTag> tags(String... tags) {
    return Arrays.stream(tags).map(tag -> new ScoredTag(tag, 0.5)).toList();
  }

  /** Many articles in both languages over six sections and nine sites, all of one day. */
  static List<Article> many(int count) {
    String[] sections = {"ai/agents", "ai/models", "software/practice", "web", "data", "other"};
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean zh = i % 3 != 0;
      String[] sentences = new String[6 + i % 5];
      for (int s = 0; s < sentences.length; s++) {
        sentences[s] =
            zh
                ? String.format(
                    Locale.ROOT, "第 %d 篇的第 %d 句说，缓存命中率从 %d%% 升到了 %d%%，而成本没有变。", i, s, i % 60, 90)
                : String.format(
                    Locale.ROOT,
                    "Sentence %d of article %d says that the cache now hits %d percent at no cost.",
                    s,
                    i,
                    i % 97);
      }
      articles.add(
          at(
                  "https://site" + i % 9 + ".example.org/post/" + i,
                  article(
                      String.format(Locale.ROOT, "%032x", i * 2654435761L),
                      zh ? "zh" : "en",
                      zh ? "第 " + i + " 篇：缓存的代价" : "What a cache costs, part " + i,
                      sentences))
              .setSection(sections[i % sections.length])
              .setSectionScore(i % 10 / 10.0)
              .setPublished(LocalDate.of(2026, 2, 1 + i % 15))
              .setPublishedOrigin("given")
              .setAuthors(List.of(zh ? "张三" : "Ann Example"))
              .setTags(tags(i % 2 == 0 ? "caching" : "databases"))
              .build());
    }
    return articles;
  }
}
