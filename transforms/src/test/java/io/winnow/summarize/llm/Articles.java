package io.winnow.summarize.llm;

import io.winnow.schema.Article;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.SummarySpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/** Articles and settings made up for the tests. */
final class Articles {
  static final String BRIDGE =
      "The city council approved a new bridge over the river on Monday. It will cost 320 million euros and"
          + " carry 12,500 cars a day, according to the plan.\n\nConstruction begins in March 2027 and takes"
          + " four years. Residents of the old town had asked for a tunnel, which would have cost twice as"
          + " much. The mayor said that 62% of those asked were in favour. Details are at"
          + " https://example.org/bridge.";

  static final String CACHE =
      "这家公司周二发布了新的缓存组件，把冷启动时间从三百二十毫秒降到九十毫秒。工程团队表示，新版本在一万两千台机器上运行了六个月，"
          + "命中率达到 98.5%。\n\n项目负责人说，下一步会把它开源，并在 2027 年支持多地域部署。用户可以在 https://example.org/cache 查看文档。";

  private Articles() {}

  static Article article(String id, String lang, String title, String text) {
    Article article =
        Article.newBuilder()
            .setRunId("r1")
            .setId(id)
            .setFirstSeen(LocalDate.EPOCH)
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
            .setLangScript(lang.equals("zh") ? "Hans" : "Latn")
            .setLangConfidence(1)
            .setKind("other")
            .setText(text)
            .build();
    return new Summarizer(SummarySpec.defaults()).summarize(article);
  }

  static Article bridge() {
    return article("bridge", "en", "A new bridge", BRIDGE);
  }

  static Article cache() {
    return article("cache", "zh", "新缓存组件发布", CACHE);
  }

  /** Settings for an endpoint of the test that answers some time, however busy the machine. */
  static LlmSpec spec(URI endpoint, Path cache) {
    return spec(endpoint, cache, Duration.ofMinutes(1));
  }

  /** The same for an endpoint that does not answer in time. */
  static LlmSpec hasty(URI endpoint, Path cache) {
    return spec(endpoint, cache, Duration.ofMillis(600));
  }

  private static LlmSpec spec(URI endpoint, Path cache, Duration timeout) {
    return new LlmSpec(
        endpoint,
        "a-model",
        PromptTemplate.bundled(),
        cache.toString(),
        100,
        1_000_000,
        60_000,
        4,
        6000,
        new Patience(timeout, 3, Duration.ofMillis(10), Duration.ofMillis(1200)),
        "WINNOW_LLM_KEY");
  }
}
