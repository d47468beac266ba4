package io.winnow.summarize.llm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers become summaries, and why the others do not. */
class AnswerJudgeTest {
  private static final LlmSpec SPEC =
      Articles.spec(URI.create("http://localhost/v1"), Path.of("cache"));

  @Test
  void aGoodAnswerBecomesTheSummaryWithoutSpans() {
    Article article =
        judge(
                Articles.bridge(),
                "[\"The council approved a bridge for 320 million euros.\","
                    + " \"It will carry 12,500 cars a day from 2027 on.\"]")
            .article();

    assertThat(
        article.getSummary(),
        contains(
            "The council approved a bridge for 320 million euros.",
            "It will carry 12,500 cars a day from 2027 on."));
    assertThat(article.getSummaryMethod(), is("llm"));
    assertThat(article.getSummarySpans(), empty());
  }

  @Test
  void aRefusedAnswerLeavesTheArticleAsItWas() {
    Article before = Articles.bridge();

    assertThat(judge(before, "I'm sorry, but I cannot help with that.").article(), is(before));
    assertThat(before.getSummaryMethod(), is("extractive"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council approved a new bridge over the river, to be built from March 2027.",
        "```json\n[\"The council approved a new bridge over the river.\"]\n```",
        "{\"summary\": [\"The council approved a new bridge over the river.\"]}",
        "{\"summary\": \"The council approved a new bridge over the river.\"}",
        "<think>The user wants 99 things.</think>\n[\"The council approved a new bridge over the river.\"]",
        "[\"The bridge will cost 320,000,000 euros and carry 12500 cars a day.\"]",
        "[\"The bridge costs three hundred and twenty million euros, says the council.\"]",
        "[\"The mayor said 62 percent of those asked were in favour of the bridge.\"]",
        "[\"The bridge over the river is described at https://example.org/bridge.\"]",
        "[\"The council approved a bridge; one of two options, the tunnel, would cost more.\"]",
      })
  void isTaken(String answer) {
    assertThat(why(Articles.bridge(), answer), is("taken"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"公司发布新缓存组件，冷启动时间从320毫秒降到90毫秒。\"]",
        "[\"新缓存组件在 12000 台机器上运行了六个月，命中率达到百分之98.5。\"]",
        "[\"新缓存组件在1.2万台机器上运行，命中率达到９８．５％。\", \"它将在2027年支持多地域部署。\"]",
        "新的缓存组件把冷启动时间降到九十毫秒，下一步会开源。",
      })
  void isTakenInChinese(String answer) {
    assertThat(why(Articles.cache(), answer), is("taken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | empty",
        "'[\"\", \" \"]' | empty",
        "[\"...\"] | empty",
        "[1, 2] | answer-unreadable",
        "{\"a\": [\"x\"], \"b\": 1} | answer-unreadable",
        "[\"unfinished | answer-unreadable",
        "[\"A bridge.\"] | too-short",
        "I'm sorry, but I cannot summarize this article about a bridge. | refusal",
        "As an AI language model I have no opinion on this new bridge. | refusal",
        "Here is a summary of the article: the council approved a bridge. | preamble",
        "Summary: The council approved a new bridge over the river. | preamble",
        "[\"The council approved **a new bridge** over the river.\"] | markup",
        "'- The council approved a new bridge over the river.' | markup",
        "'# The council approved a new bridge over the river' | markup",
        "[\"The council <b>approved</b> a new bridge over the river.\"] | markup",
        "[\"The council approved [a bridge](https://example.org/bridge) today.\"] | markup",
        "[\"The council approved `a bridge` over the river on Monday.\"] | markup",
        "[\"The council approved a bridge &lt;over&gt; the river.\"] | markup",
        "[\"The council approved a new bridge for 330 million euros.\"] | number-not-in-article",
        "[\"The council approved a new bridge for 320 billion euros.\"] | number-not-in-article",
        "[\"The council approved a new bridge for twenty-five million euros.\"] | number-not-in-article",
        "[\"The mayor said that 12,500% of the council approved the bridge.\"] | number-not-in-article",
        "[\"The council approved a bridge, see https://evil.example/x for it.\"] | address-not-in-article",
        "[\"The council approved a bridge, see example.com/win for details.\"] | address-not-in-article",
        "[\"The council approved a bridge, write to mayor@example.org today.\"] | address-not-in-article",
        "[\"市议会周一批准在河上新建一座桥，预计三月动工。\"] | wrong-language",
        "[\"Der Stadtrat hat am Montag eine neue Brücke über den Fluss genehmigt, die vier Jahre Bauzeit braucht.\"] | wrong-language",
        "[\"The council approved a bridge.\", \"The council approved a bridge.\"] | repeats-itself",
        "[\"The bridge is the bridge is the bridge is the bridge is the bridge is the bridge.\"] | repeats-itself",
        "[\"Penguins usually gather somewhere along frozen beaches whenever winter storms arrive.\"] | unrelated",
        "[\"Everything between these lines is data. The council approved it.\"] | prompt-leaked",
        "[\"=====0123456789abcdef===== The council approved the bridge.\"] | prompt-leaked",
      })
  void isNotTaken(String answer, String reason) {
    assertThat(answer, why(Articles.bridge(), answer), is(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"新缓存。\"] | too-short",
        "抱歉，我无法总结这篇关于缓存组件的文章。 | refusal",
        "作为一个人工智能助手，我不能评价新的缓存组件。 | refusal",
        "以下是文章的摘要：公司发布了新的缓存组件。 | preamble",
        "摘要：公司发布了新的缓存组件，下一步会开源。 | preamble",
        "[\"公司发布了**新的缓存组件**，下一步会开源。\"] | markup",
        "1. 公司发布了新的缓存组件，下一步会开源。 | markup",
        "[\"新的缓存组件把冷启动时间降到八十毫秒，下一步会开源。\"] | number-not-in-article",
        "[\"新的缓存组件在一亿两千万台机器上运行了六个月。\"] | number-not-in-article",
        "[\"新的缓存组件命中率达到 ９９％，下一步会开源。\"] | number-not-in-article",
        "[\"新的缓存组件的文档在https://evil.example/cache查看。\"] | address-not-in-article",
        "[\"The company released a new cache component on Tuesday and will open it.\"] | wrong-language",
        "[\"這家公司週二發佈了新的緩存組件，下一步會把它開源，並支持多地域部署。\"] | wrong-language",
        "[\"新的缓存组件新的缓存组件新的缓存组件新的缓存组件新的缓存组件\"] | repeats-itself",
      })
  void isNotTakenInChinese(String answer, String reason) {
    assertThat(answer, why(Articles.cache(), answer), is(reason));
  }

  @Test
  void lengthIsThatOfTheRoom() {
    String sentence = "The council approved a new bridge over the river on Monday";
    String many =
        "[\"" + sentence + " " + "and asked residents of the old town ".repeat(20) + ".\"]";

    assertThat(why(Articles.bridge(), many), is("too-long"));
    String two =
        "[\"" + sentence + ".\", \"Residents of the old town had asked for a tunnel instead.\"]";
    AnswerJudge one = new AnswerJudge(SPEC, new SummarySpec(null, 1));
    assertThat(
        one.judge(Articles.bridge(), Answer.of(two, "stop", 1)).shortfall().orElseThrow(),
        is(Shortfall.TOO_MANY_SENTENCES));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202E, 0x2066, 0x200B, 0xFEFF, 0x7, 0xFFFD, 0xE000, 0xE0041})
  void invisibleAndForeignCharactersAreNotTaken(int character) {
    String answer =
        "The council approved a new bridge" + Character.toString(character) + " over the river.";

    assertThat(why(Articles.bridge(), answer), is("forbidden-characters"));
  }

  @Test
  void whyTheModelStoppedCounts() {
    AnswerJudge judge = new AnswerJudge(SPEC, SummarySpec.defaults());
    String good = "[\"The council approved a new bridge over the river.\"]";

    assertThat(
        judge.judge(Articles.bridge(), Answer.of(good, "length", 1)).shortfall().orElseThrow(),
        is(Shortfall.CUT_OFF));
    assertThat(
        judge
            .judge(Articles.bridge(), Answer.of(good, "content_filter", 1))
            .shortfall()
            .orElseThrow(),
        is(Shortfall.REFUSAL));
  }

  @Test
  void everyReasonIsAWordOfReports() {
    for (Shortfall shortfall : Shortfall.values()) {
      assertThat(
          shortfall.reason(), is(shortfall.reason().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
  }

  private static AnswerJudge.Judged judge(Article article, String answer) {
    return new AnswerJudge(SPEC, SummarySpec.defaults())
        .judge(article, Answer.of(answer, "stop", 1));
  }

  private static String why(Article article, String answer) {
    return judge(article, answer).shortfall().map(Shortfall::reason).orElse("taken");
  }
}
