package io.winnow.summarize;

import static io.winnow.summarize.Flaw.ADDRESS;
import static io.winnow.summarize.Flaw.ANNOUNCEMENT;
import static io.winnow.summarize.Flaw.BROKEN;
import static io.winnow.summarize.Flaw.BYLINE;
import static io.winnow.summarize.Flaw.CHAIN;
import static io.winnow.summarize.Flaw.DEPENDENT;
import static io.winnow.summarize.Flaw.EMPTY;
import static io.winnow.summarize.Flaw.GREETING;
import static io.winnow.summarize.Flaw.GUIDE;
import static io.winnow.summarize.Flaw.HEADING;
import static io.winnow.summarize.Flaw.HOOK;
import static io.winnow.summarize.Flaw.LABELLED;
import static io.winnow.summarize.Flaw.MARKED;
import static io.winnow.summarize.Flaw.POINTING;
import static io.winnow.summarize.Flaw.PRAISE;
import static io.winnow.summarize.Flaw.PROMOTION;
import static io.winnow.summarize.Flaw.QUESTION;
import static io.winnow.summarize.Flaw.SELF;
import static io.winnow.summarize.Flaw.SPOKEN;
import static io.winnow.summarize.Flaw.TITLE;
import static io.winnow.summarize.Flaw.TRAILING;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlawsTest {
  private static final String PLAIN = "The harbour of Lund opened its third quay in 1911.";

  /** The flaws of the first sentence of a text. */
  private static Set<Flaw> flaws(String text) {
    return flaws("", text);
  }

  private static Set<Flaw> flaws(String title, String text) {
    List<Sentence> sentences = Sentences.of(text + ("\n\n" + PLAIN).repeat(2));
    return Flaws.of(sentences.get(0), Style.of(title, sentences));
  }

  private static void assertEach(Flaw flaw, String... sentences) {
    for (String sentence : sentences) {
      assertThat(sentence, flaws(sentence), hasItem(flaw));
    }
  }

  @Test
  void findsNoneInAPlainStatement() {
    assertThat(flaws(PLAIN), empty());
    assertThat(flaws("隆德港在 1911 年修建了第三座码头，花费 40 万银元。"), empty());
    assertThat(flaws("结果表明，新算法把内存占用降低了三成以上，而且没有损失精度。"), empty());
    assertThat(flaws("点赞和转发的权重，是这套推荐算法里最受争议的两个参数。"), empty());
  }

  @Test
  void findsGreetings() {
    assertEach(
        GREETING,
        "大家好，欢迎收听我们的节目。",
        "各位听众朋友早上好！",
        "我们下期节目再见。",
        "Hello everybody, this is our weekly show.",
        "My friends, welcome back to the show of the week.",
        "Thanks for listening to all of this today.");
  }

  @Test
  void findsRequestsAndAdvertisements() {
    assertEach(
        PROMOTION,
        "如果觉得有用，别忘了点赞并转发给朋友。",
        "扫描下方二维码，加入我们的读者群。",
        "未经许可不得转载本站的任何内容。",
        "Subscribe to our channel for a new story every week.",
        "Today's episode is brought to you by a maker of kettles.",
        "Leave a comment and tell us what you think about it.");
  }

  @Test
  void findsQuestionsAndAnnouncements() {
    assertEach(QUESTION, "你有没有想过编译器为什么会这么慢？", "Who would have thought that it was so slow?");
    assertEach(ANNOUNCEMENT, "他们这样决定，主要有下面两个原因：", "The team decided so for two simple reasons:");
  }

  @Test
  void findsHooksAndTalkAboutTheText() {
    assertEach(
        HOOK,
        "随着人工智能的快速发展，越来越多的人开始写代码。",
        "在信息爆炸的今天，阅读变成了一件奢侈的事情。",
        "Imagine a city without a single car in its streets.");
    assertEach(
        GUIDE,
        "本文将带你了解索引的三种实现方式。",
        "如下图所示，请求先经过网关再到达服务。",
        "In this article we look at three ways to build an index.",
        "Let's look at the numbers of the last ten years.");
  }

  @Test
  void findsWhatHangsOnTheSentenceBefore() {
    assertEach(
        DEPENDENT,
        "但是这个方案的成本实在太高了。",
        "它把延迟从 40 毫秒降到了 9 毫秒。",
        "通过这种方式，团队省下了一半的机器。",
        "However, the price of it was far too high for them.",
        "This cut the latency from 40 to 9 milliseconds.",
        "The shop will open again in June, he said on Monday.");
    assertThat(flaws("其他城市的地铁在 2019 年之后都没有再延长。"), not(hasItem(DEPENDENT)));
    assertThat(
        flaws("Italy opened 12 new stations in the spring of 2019."), not(hasItem(DEPENDENT)));
  }

  @Test
  void findsWhatIsNoSentence() {
    assertEach(HEADING, "What we have learnt from ten years of boats");
    assertEach(EMPTY, "没错。", "Of course.");
    assertEach(ADDRESS, "More at https://example.org/a/b?c=d today.");
    assertEach(BROKEN, "He called it “the end of the line and went home on foot.");
    assertEach(TRAILING, "The boat left the quay in the early morning, and then…");
    assertEach(CHAIN, "Reader → Parser → Planner → Executor make up the whole engine.");
    assertEach(MARKED, "The **third quay** of the harbour opened in the year 1911.");
    assertEach(SPOKEN, "So it was, you know, kind of a big deal for us.");
    assertThat(flaws("The third quay of Lund", "The Third Quay of Lund!"), hasItem(TITLE));
  }

  @Test
  void takesALabelThatRecursForASpeaker() {
    String turn = "Ines: The quay is older than the town hall and the church.";
    assertThat(flaws(turn), not(hasItem(LABELLED)));
    assertThat(flaws(String.join("\n\n", turn, turn, turn)), hasItem(LABELLED));
  }

  @Test
  void findsPraiseAndBylines() {
    assertEach(
        PRAISE,
        "这不仅是一座码头，更是一部关于耐心与勇气的史诗级作品。",
        "A must-read piece on the harbours of the old north.");
    assertEach(
        BYLINE,
        "Ines Lund @ines_lund 2026-01-25",
        "Ines Lund @ines_lund 5:27 PM · May 12, 2026",
        "Ines Lund posted 25th October 2025 at 6:42 pm");
  }

  @Test
  void takesATextThatSaysWhatItStatesForAStatement() {
    assertThat(flaws("本文将证明，码头的寿命取决于木材的产地。"), hasItem(SELF));
    assertThat(flaws("本文将证明，码头的寿命取决于木材的产地。"), not(hasItem(GUIDE)));
  }

  @Test
  void findsSubjectsThatWereNamedBefore() {
    assertEach(
        POINTING,
        "为了这个目标，港口买下了三条旧船和一座仓库。",
        "The company said that the quay would open in the spring.");
    assertThat(flaws("Lund bought ships for their new quay in 1911."), not(hasItem(POINTING)));
    assertThat(flaws("隆德港开放了第三座码头，这一决定花掉了 40 万银元。"), not(hasItem(POINTING)));
  }

  @Test
  void asksForNoStopsWhereATextHasNone() {
    String notes = "第一代芯片只能处理整数运算\n\n第二代芯片的功耗下降了四成\n\n第三代芯片开始支持浮点运算";
    List<Sentence> sentences = Sentences.of(notes);
    Style style = Style.of("", sentences);
    assertThat(
        sentences.stream().map(s -> Flaws.of(s, style)).toList(), everyItem(not(hasItem(HEADING))));
  }

  @Test
  void takesWhatIntroducesByNameForNoPointing() {
    assertThat(
        flaws("今天推荐的这篇 TideNet 报告由隆德港与 Acme Labs 联合推出，把靠港时间缩短了 39%。"), not(hasItem(POINTING)));
    assertEach(POINTING, "对于大船和渡轮，这一做法在 2026 年可能失效。");
    assertEach(DEPENDENT, "作为一个“先测量，后靠港”的系统，它支持三种船，也支持港口的旧设备。");
  }
}
