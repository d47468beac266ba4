package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.schema.DroppedSpan;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void spellsNestedListsOneWay() {
    assertThat(
        text("+ 一层", "    - 二层", "        * 三层", "+ ", "+ 又一层"),
        equalTo("- 一层\n  - 二层\n    - 三层\n- 又一层"));
  }

  @Test
  void keepsFencedCodeAsItIs() {
    assertThat(
        text("看代码：", "```java", "int  a = **p;", "", "// <!-- x -->", "```", "完。"),
        equalTo("看代码：\n\n```java\nint  a = **p;\n\n// <!-- x -->\n```\n\n完。"));
  }

  @Test
  void makesATableOfTabbedLines() {
    assertThat(
        text("名称\t价格", "苹果\t3", "梨\t4"),
        equalTo("| 名称 | 价格 |\n| --- | --- |\n| 苹果 | 3 |\n| 梨 | 4 |"));
  }

  @Test
  void keepsATableOfPipes() {
    assertThat(
        text("| a | **b** |", "|:--|--:|", "| 1 | `x|y` |"),
        equalTo("| a | b |\n| --- | --- |\n| 1 | `x | y` |"));
  }

  @Test
  void joinsSoftLineBreaksAndKeepsHardOnes() {
    assertThat(
        text(
            "The quick brown fox jumps over the lazy dog and",
            "runs away into the woods.",
            "",
            "Name  ",
            "Street"),
        equalTo(
            "The quick brown fox jumps over the lazy dog and runs away into the woods.\n\nName\nStreet"));
  }

  @Test
  void dropsCommentsAndPicturesAndLogsThem() {
    Manuscript text =
        MarkdownText.read(
            new RawText("前文。<!-- ocr:\nSOME WORDS -->后文。\n\n![](https://img.example.org/a.png)"),
            0);

    assertThat(text.text(), equalTo("前文。\n后文。"));
    assertThat(
        text.dropped().stream().map(DroppedSpan::getRule).toList(), contains("comment", "image"));
    assertThat(
        text.links(), contains(new FoundLink("https://img.example.org/a.png", null, 32, true)));
  }

  @Test
  void anUnclosedCommentHidesOnlyItsLine() {
    assertThat(text("一。<!-- oops", "二。"), equalTo("一。\n二。"));
  }

  @Test
  void dropsPresentationalTagsAndNothingElse() {
    assertThat(
        text("<font style=\"color:red\">红</font>色，<mark>亮</mark>，`<b>`，以及<table>元素和<p>元素。"),
        equalTo("红色，亮，`<b>`，以及<table>元素和<p>元素。"));
  }

  private static String text(String... lines) {
    return MarkdownText.read(new RawText(String.join("\n", lines)), 0).text();
  }
}
