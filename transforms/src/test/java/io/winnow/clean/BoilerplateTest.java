package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.DroppedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplateTest {
  private static final List<String> BODY =
      IntStream.rangeClosed(1, 12).mapToObj(i -> "这是正文的第 " + i + " 段,讲编译器怎样安排寄存器。").toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "欢迎在评论区说说你用过的编译器!|call-to-action",
        "觉得有用的话,记得点赞、转发和收藏。|call-to-action",
        "Don't forget to like and subscribe!|call-to-action",
        "Let me know what you think in the comments below.|call-to-action",
        "今天的内容就讲到这里,感谢大家收听。|sign-off",
        "Thanks for listening, see you next week.|sign-off",
        "未经作者授权,禁止转载。|licence",
        "This post is licensed under a Creative Commons licence.|licence",
        "Copyright 2026 Somebody|copyright",
        "(全文完)|end-mark",
        "扫描下方二维码,领取学习资料。|promo",
        "Prompt: a red house, oil on canvas --ar 16:9 --stylize 200|image-prompt"
      })
  void dropsALineAtTheEndUnderItsRule(String line, String rule) {
    assertThat(rulesOf(drop(after(BODY, line))), hasItem(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "平台统计了用户有没有点赞、有没有转发、有没有在评论区留言。",
        "他们现在加入一家创业公司,需要先学会独立做决定。",
        "欢迎使用这个编译器,它已经在生产环境里跑了三年。",
        "协议要求保留引用的出处,否则链接会失效。",
        "时间/空间复杂度分析",
        "时间:O(n log n)",
        "编辑/删除一条记录",
        "阅读:从段落到篇章",
        "The kernel keeps a copy of the page until the reader subscribes to the event.",
        "Readers who subscribe to an event get every later message."
      })
  void keepsALineThatOnlySpeaksOfSuchThings(String line) {
    assertThat(drop(after(BODY, line)).dropped(), is(empty()));
  }

  @Test
  void titlesOfOtherArticlesAtTheEndGoWithTheLineThatAnnouncesThem() {
    assertThat(rulesOf(drop(after(BODY, "延伸阅读", "某编译器有话说"))), equalTo(List.of("related-reading")));
    assertThat(drop(after(BODY, "延伸阅读", "某编译器有话说")).lines().size(), is(BODY.size()));
    assertThat(drop(after(List.of("延伸阅读"), BODY.toArray(new String[0]))).dropped(), is(empty()));
  }

  @Test
  void looksForCallsOnlyNearTheEnd() {
    List<String> lines = new ArrayList<>(BODY);
    lines.add(1, "记得点赞、转发和收藏。");
    lines.addAll(BODY);

    assertThat(drop(lines).dropped(), is(empty()));
  }

  @Test
  void takesTheQuestionThatLeadsToACall() {
    Manuscript text = drop(after(BODY, "你的编译器故事", "你在工作中改过编译器吗?", "欢迎在评论区分享!"));

    assertThat(text.lines().size(), equalTo(BODY.size()));
  }

  @Test
  void takesWhatStandsBetweenTwoLinesOfAPromotion() {
    Manuscript text = drop(after(BODY, "我的新专栏《编译原理入门》上线了。", "从词法到寄存器。", "扫描二维码,马上报名。"));

    assertThat(text.lines().size(), equalTo(BODY.size()));
    assertThat(rulesOf(text), equalTo(List.of("promo")));
  }

  @Test
  void logsNeighboursOfOneRuleAsOneSpan() {
    Manuscript text = drop(after(BODY, "感谢大家收听。", "我们下期再见。"));

    assertThat(text.dropped().size(), equalTo(1));
    assertThat(text.dropped().get(0).getExcerpt(), equalTo("感谢大家收听。\n我们下期再见。"));
  }

  @Test
  void findsAPaidReadByItsBrand() {
    List<String> lines = new ArrayList<>(BODY);
    lines.add(4, "Friends, you know how slow builds are.");
    lines.add(5, "Our friends at Acme Forge looked at this and made them fast.");
    lines.add(6, "It caches every layer.");
    lines.add(7, "Try Acme Forge today at acmeforge.dev and use our link.");

    Manuscript text = drop(lines);

    assertThat(text.lines().size(), equalTo(BODY.size()));
    assertThat(rulesOf(text), equalTo(List.of("sponsor")));
  }

  @Test
  void keepsABrandThatIsTheSubject() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add("Acme Forge caches layer " + i + " of every build it has seen.");
    }
    lines.add(3, "Our friends at Acme Forge wrote about it; learn more at acmeforge.dev.");
    lines.addAll(List.of("a b c d.", "e f g h."));
    lines.addAll(
        IntStream.range(0, 30)
            .mapToObj(i -> "Then Acme Forge changed release " + i + ".")
            .toList());

    assertThat(drop(lines).dropped(), is(empty()));
  }

  private static List<String> after(List<String> body, String... lines) {
    List<String> all = new ArrayList<>(body);
    all.addAll(List.of(lines));
    return all;
  }

  private static Manuscript drop(List<String> lines) {
    return Boilerplate.drop(
        BoilerplateRules.defaults(), PlainText.read(new RawText(String.join("\n", lines))));
  }

  private static List<String> rulesOf(Manuscript text) {
    return text.dropped().stream().map(DroppedSpan::getRule).toList();
  }
}
