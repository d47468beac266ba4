package io.winnow.summarize;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.winnow.schema.Article;
import io.winnow.schema.Span;
import io.winnow.text.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizerTest {
  private static final String BRIDGE =
      """
      The old bridge over the Lenn will close for repairs on Monday and stay shut until October.

      Engineers found cracks in two of its nine piers during a routine inspection in March. \
      The city will spend 4.2 million euros on new steel and on a wider path for cyclists. \
      Drivers must use the northern bridge, which adds about eleven minutes to the trip. \
      Shop owners near the old bridge fear that they will lose customers. \
      Have you ever walked there at night? \
      The council promised a shuttle bus every ten minutes for people who live on the island. \
      Similar cracks forced the town of Harn to replace its bridge in 2019.
      """;

  private static final String CACHE =
      """
      大家好，欢迎来到本期节目。

      我们把缓存从单机搬到了三台机器组成的集群，平均延迟从 48 毫秒降到了 9 毫秒。迁移花了两个星期，期间没有停机。

      你是不是也遇到过缓存雪崩？

      最大的困难来自旧客户端：它们把过期时间写死成一小时，所以同一批键总在同一刻失效。给过期时间加上随机抖动以后，数据库的峰值压力下降了七成。

      这样做有两个原因：

      别忘了点赞、关注和转发。集群的监控面板每天只报警一次，值班的工程师终于能睡个好觉。
      """;

  private static Article summarize(SummarySpec spec, String lang, String title, String text) {
    return new Summarizer(spec).summarize(Texts.article(lang, title, text));
  }

  private static List<String> summary(String lang, String text) {
    return summarize(SummarySpec.defaults(), lang, "", text).getSummary();
  }

  @Test
  void quotesTheTextWhereTheSpansPointAndInItsOrder() {
    Article article = summarize(new SummarySpec(200, null), "zh", "缓存", "😀\n\n" + CACHE);
    String text = article.getText();
    int end = 0;
    for (int i = 0; i < article.getSummary().size(); i++) {
      Span span = article.getSummarySpans().get(i);
      assertThat(span.getFromChar() >= end, equalTo(true));
      end = span.getToChar();
      assertThat(
          text.substring(
              text.offsetByCodePoints(0, span.getFromChar()),
              text.offsetByCodePoints(0, span.getToChar())),
          equalTo(article.getSummary().get(i)));
    }
    assertThat(article.getSummarySpans(), hasSize(article.getSummary().size()));
  }

  @Test
  void countsTheSentencesOfTheText() {
    assertThat(summarize(SummarySpec.defaults(), "en", "", BRIDGE).getSentences(), equalTo(8));
  }

  @Test
  void keepsToTheCharacters() {
    for (int chars : List.of(60, 120, 200, 400)) {
      Article article = summarize(new SummarySpec(chars, null), "en", "", BRIDGE);
      assertThat(Scripts.length(String.join(" ", article.getSummary())), lessThanOrEqualTo(chars));
    }
  }

  @Test
  void keepsToTheSentences() {
    assertThat(summarize(new SummarySpec(null, 2), "en", "", BRIDGE).getSummary(), hasSize(2));
    assertThat(summarize(new SummarySpec(null, 2), "zh", "", CACHE).getSummary(), hasSize(2));
  }

  @Test
  void tellsAtMostHalfOfAShortText() {
    List<String> summary = summary("en", BRIDGE);
    assertThat(String.join(" ", summary).length(), lessThanOrEqualTo(BRIDGE.length() / 2));
    assertThat(summary.get(0), startsWith("The old bridge over the Lenn"));
  }

  @Test
  void tellsNeitherGreetingsNorQuestionsNorRequestsNorAnnouncements() {
    String all = String.join("", summarize(new SummarySpec(null, 9), "zh", "", CACHE).getSummary());
    assertThat(all, containsString("平均延迟从 48 毫秒降到了 9 毫秒"));
    for (String unfit : List.of("大家好", "缓存雪崩？", "点赞", "两个原因：")) {
      assertThat(all, not(containsString(unfit)));
    }
  }

  @Test
  void tellsNoHeadingTableCodeOrBareAddress() {
    String text =
        """
        # Release notes

        What changed

        The parser now reads files of any size in constant memory.

        ```java
        Parser parser = new Parser(); // Reads everything.
        ```

        | Version | Memory |
        |---|---|
        | 1.0. | 3 GB. |

        https://example.org/releases/2.0

        Version 2.0 needs 40 MB for a file that took 3 GB before.
        """;
    assertThat(
        summarize(new SummarySpec(null, 9), "en", "Release notes", text).getSummary(),
        contains(
            "The parser now reads files of any size in constant memory.",
            "Version 2.0 needs 40 MB for a file that took 3 GB before."));
  }

  @Test
  void tellsAPullQuoteOnce() {
    String line = "A team that ships every Friday loses its fear of shipping within two months.";
    String text =
        "> "
            + line
            + "\n\nMarta Olsen runs a team of nine at a bank in Oslo.\n\n"
            + "She measured it. "
            + line
            + " The number of rollbacks fell from five to one.\n\n"
            + "The bank now asks every team in Oslo and Bergen to ship on Fridays.";
    List<String> summary = summarize(new SummarySpec(null, 4), "en", "", text).getSummary();
    assertThat(summary.stream().filter(line::equals).count(), equalTo(1L));
  }

  @Test
  void tellsAnIntroductionThatIsRepeatedOnce() {
    String text =
        "分布式数据库在金融行业的落地比预期更慢，核心原因是历史系统的存储过程无法迁移。\n\n"
            + "分布式数据库在金融行业落地比预期慢得多，核心原因是历史系统里的存储过程无法迁移。\n\n"
            + "一家城市商业银行用了三年时间，把 1200 个存储过程改写成服务。\n\n"
            + "改写之后，夜间批处理从六小时缩短到四十分钟。";
    List<String> summary = summarize(new SummarySpec(null, 4), "zh", "", text).getSummary();
    assertThat(summary.stream().filter(s -> s.startsWith("分布式数据库")).count(), equalTo(1L));
  }

  @Test
  void opensNoSentenceWithAWordThatHangsOnAnUntoldOne() {
    List<String> summary =
        summarize(
                new SummarySpec(150, null),
                "en",
                "",
                "The museum sold 90,000 tickets in May. But it closed two halls for lack of guards. "
                    + "Visitors waited 50 minutes on average. Therefore the museum will hire 12 guards. "
                    + "A guard earns 2,300 euros a month in this city. The halls open again in June.")
            .getSummary();
    for (int i = 0; i < summary.size(); i++) {
      boolean hangs = summary.get(i).startsWith("But") || summary.get(i).startsWith("Therefore");
      assertThat(!hangs || i > 0, equalTo(true));
    }
  }

  @Test
  void tellsTheStatementsOfBulletsWithoutTheirMarks() {
    String text =
        """
        + 大家好，我们开始吧
        + 语音模型的延迟已经降到 **200 毫秒** 以内
            - 端到端模型省掉了转写这一步
            - 代价是很难在中间插入审核
        + 客服场景里七成电话可以由机器完成
        + 你觉得呢？
        """;
    List<String> summary = summarize(new SummarySpec(null, 3), "zh", "", text).getSummary();
    assertThat(summary, hasItem("语音模型的延迟已经降到 **200 毫秒** 以内"));
    assertThat(summary, everyItem(not(startsWith("+"))));
    assertThat(summary, not(hasItem(startsWith("大家好"))));
  }

  @Test
  void cutsASentenceWithoutEndAtAClause() {
    String text = "我们今天把数据从旧库搬到新库，".repeat(60) + "完。";
    Article article = summarize(SummarySpec.defaults(), "zh", "", text);
    String only = article.getSummary().get(0);
    assertThat(Scripts.length(only), lessThanOrEqualTo(280));
    assertThat(only, endsWith("新库"));
    assertThat(text, startsWith(only));
    String words = "alpha beta gamma ".repeat(100);
    assertThat(summary("en", words).get(0).length(), lessThanOrEqualTo(560));
    assertThat(words, containsString(summary("en", words).get(0) + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "你好？",
        "Really?",
        "大家好！",
        "https://example.org/",
        "# Heading",
        "```\ncode\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "以下几点：",
        "…",
        "订阅我们的频道。",
        "\n\n x"
      })
  void isNeverEmpty(String text) {
    Article article = summarize(SummarySpec.defaults(), "und", "", text);
    assertThat(article.getSummary(), hasSize(1));
    assertThat(text, containsString(article.getSummary().get(0)));
    assertThat(article.getSummary().get(0).isBlank(), equalTo(false));
    assertThat(article.getSummaryMethod(), equalTo("lead"));
  }

  @Test
  void tellsTheSentenceThatATitleWasDerivedFrom() {
    String first =
        "The old bridge over the Lenn will close for repairs on Monday and stay shut until October.";
    Article given = Texts.article("en", first, BRIDGE);
    Article derived = Article.newBuilder(given).setTitleOrigin("derived").build();
    Summarizer summarizer = new Summarizer(new SummarySpec(null, 3));
    assertThat(summarizer.summarize(given).getSummary(), not(hasItem(first)));
    assertThat(summarizer.summarize(derived).getSummary(), hasItem(first));
  }

  @Test
  void givesTheSameSummaryInEveryLocale() {
    Locale before = Locale.getDefault();
    List<String> summary = summary("en", BRIDGE.toUpperCase(Locale.ROOT));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(summary("en", BRIDGE.toUpperCase(Locale.ROOT)), equalTo(summary));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tellsPassagesRatherThanScatteredSentences() {
    String text =
        "The lighthouse of Orsk was switched off on Sunday after 140 years.\n\n"
            + "Imagine a coast in the dark.\n\n"
            + "Its keeper, Rolf Anders, left the island with two suitcases. He had lived there since 1979. "
            + "The coast guard now sells the tower for 90,000 euros.\n\n"
            + "Ships have not needed the light of Orsk since satellites showed the way. "
            + "They pass the island on another course today.";
    List<String> summary = summarize(new SummarySpec(260, null), "en", "", text).getSummary();
    assertThat(summary.get(0), startsWith("The lighthouse of Orsk"));
    for (int i = 0; i < summary.size(); i++) {
      if (summary.get(i).startsWith("He had") || summary.get(i).startsWith("They pass")) {
        String before = summary.get(i).startsWith("He had") ? "Its keeper" : "Ships have";
        assertThat(summary.get(i - 1), startsWith(before));
      }
    }
  }

  @Test
  void refusesABlankText() {
    assertThrows(
        IllegalArgumentException.class, () -> summarize(SummarySpec.defaults(), "en", "", " \n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "对吧", "“", "The same. ", "一句话。", "x, ", "you know ", "如果你请"})
  void staysFastOnHostileInput(String part) {
    String text = part.repeat(10_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> summarize(SummarySpec.defaults(), "und", "", text));
  }

  @Test
  void tellsNoNameThatReadersCannotKnow() {
    String text =
        "The prize for the best harbour went to Lund on Monday. The jury of nine met for six hours. "
            + "The prize for the best ferry went to Ada Winterfeld of Port Ebba, who built it alone. "
            + "Visitors came from eleven countries to see the ferries of this year.\n\n"
            + "Winterfeld built the best ferry of the prize in Port Ebba for 300 guests in 1911.";
    Article article =
        new Summarizer(new SummarySpec(null, 2))
            .summarize(Texts.article("en", "The best harbour", text));
    String summary = String.join(" ", article.getSummary());
    assertThat(summary.contains("Winterfeld") && !summary.contains("Ada"), equalTo(false));
  }

  @Test
  void opensWithTheFirstSentenceThoughItHasAPronoun() {
    Article article =
        new Summarizer(new SummarySpec(null, 1))
            .summarize(
                Texts.article(
                    "zh",
                    "",
                    "所以每一个只管理数据的港口软件，都能被更小的工具取代，这是 2026 年最大的变化。\n\n码头上的人很多。\n\n船也很多，天气也好。"));
    assertThat(article.getSummary().get(0).startsWith("所以每一个"), equalTo(true));
  }
}
