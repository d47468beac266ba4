package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  private static List<String> split(String text) {
    return Sentences.of(text).stream().map(Sentence::text).toList();
  }

  @Test
  void keepsAChineseQuotationWithItsStop() {
    assertThat(split("他说：“先写测试。”然后合上了电脑。大家都笑了！"), contains("他说：“先写测试。”", "然后合上了电脑。", "大家都笑了！"));
  }

  @Test
  void keepsTheReporterWithTheQuotation() {
    assertThat(split("“真的可以吗？”她问道。没有人回答。"), contains("“真的可以吗？”她问道。", "没有人回答。"));
    assertThat(
        split("\"Is it safe?\" he asked. Nobody knew."),
        contains("\"Is it safe?\" he asked.", "Nobody knew."));
  }

  @Test
  void neverCutsInsideAShortQuotationOrBracket() {
    assertThat(split("口号是“快。稳。准。”三个字。完。"), contains("口号是“快。稳。准。”三个字。", "完。"));
    assertThat(
        split("书名《为什么？怎么办！》很好。（见下文。第二章。）再说。"), contains("书名《为什么？怎么办！》很好。", "（见下文。第二章。）", "再说。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dr. Lee met Mr. Wu in the U.S. Senate, e.g. on Jan. 5.",
        "Version 1.2.3 costs $3.50, i.e. 2.5 percent more.",
        "See https://example.org/a.b?c=d!e for Node.js and README.md files.",
        "J. R. Smith et al. wrote it.",
        "It came with tools, docs, etc. from Acme Inc. of Ohio.",
        "版本 v1.22.3 的 Node.js 在 example.org/a?b=1 上提升了 98.5% 的速度。",
        "Yahoo! was fun... and then it was not."
      })
  void readsOneSentence(String text) {
    assertThat(split(text), contains(text));
  }

  @Test
  void endsAtAnAbbreviationWhenANewSentencePlainlyBegins() {
    assertThat(
        split("She moved to the U.S. The firm stayed. They sell bolts, nuts, etc. He knew."),
        contains(
            "She moved to the U.S.",
            "The firm stayed.",
            "They sell bolts, nuts, etc.",
            "He knew."));
  }

  @Test
  void readsHalfWidthStopsInChinese() {
    assertThat(
        split("为什么?Go 更快!因为编译.结果表明,它稳定.价格是3.5元。"),
        contains("为什么?", "Go 更快!", "因为编译.", "结果表明,它稳定.", "价格是3.5元。"));
  }

  @Test
  void keepsEllipsesInsideASentence() {
    assertThat(split("我觉得……也许吧。好……\n下一行没有停。"), contains("我觉得……也许吧。", "好……", "下一行没有停。"));
    assertThat(
        split("Well… maybe. Or not… Then it ran."),
        contains("Well… maybe.", "Or not…", "Then it ran."));
  }

  @Test
  void leavesTheMarksOfItemsOut() {
    assertThat(
        split("- first item\n- second one. With two\n1. 第三条\n2. 第四条\n一、总则"),
        contains("first item", "second one.", "With two", "第三条", "第四条", "总则"));
  }

  @Test
  void hasNoSentencesInHeadingsCodeTablesAndImages() {
    assertThat(
        split(
            "# A heading. With a stop.\n\n```java\nint a = 1; // Done. Really.\n```\n\n"
                + "| a | b |\n|---|---|\n| One. | Two. |\n\n![An image.](x.png)\n\n---\n"),
        empty());
  }

  @Test
  void findsCodeWithoutAFence() {
    assertThat(
        split("Run this.\n\nimport os\ndef main():\n    return os.getcwd()\n\nIt works."),
        contains("Run this.", "It works."));
  }

  @Test
  void joinsWrappedLinesAndSeparatesShortOnes() {
    assertThat(
        split("This sentence was wrapped by a mail program at\nforty columns or so. Done."),
        contains("This sentence was wrapped by a mail program at\nforty columns or so.", "Done."));
    assertThat(split("标题一行\n正文第一句。\n正文第二句"), contains("标题一行", "正文第一句。", "正文第二句"));
  }

  @Test
  void separatesTurnsOfATranscript() {
    assertThat(
        split("主持人：你好？\n\n嘉宾：我们有 3.5 万用户。其中 40% 付费。"),
        contains("主持人：你好？", "嘉宾：我们有 3.5 万用户。", "其中 40% 付费。"));
  }

  @Test
  void countsOffsetsInCodePoints() {
    String text = "😀好。\n\n第二句😀！";
    Sentence second = Sentences.of(text).get(1);
    assertThat(second.fromChar(), equalTo(5));
    assertThat(second.toChar(), equalTo(10));
    assertThat(second.start(), equalTo(6));
    assertThat(text.substring(second.start(), second.end()), equalTo(second.text()));
  }

  @Test
  void numbersTheBlocks() {
    List<Sentence> sentences = Sentences.of("One. Two.\n\n# H\n\nThree.");
    assertThat(sentences.stream().map(Sentence::block).toList(), contains(0, 0, 2));
  }

  @Test
  void findsNothingInNothing() {
    assertThat(split(""), empty());
    assertThat(split(" \n\n —— \n"), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "“)(", "\"a ", "a.", "e.g. ", "1.中", "。”", "! ", "| ", "> - ", "\t", "`", "A\n",
        "....", "“。"
      })
  void staysLinearOnHostileInput(String part) {
    String text = part.repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Sentences.of(text));
  }

  @Test
  void keepsASentenceOfAnyLength() {
    assertThat(split("啊".repeat(100_000)), hasSize(1));
  }
}
