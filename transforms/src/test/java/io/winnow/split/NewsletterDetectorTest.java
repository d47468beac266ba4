package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsletterDetectorTest {
  private static final String ESSAY = "修灯的人先听，再拆，这是老师傅留下来的规矩。".repeat(12);

  private static final String ISSUE =
      String.join(
          "\n",
          "# 巷口周刊（第 12 期）：修灯的人",
          "",
          "这里记录每周值得一读的东西。",
          "",
          "## 封面图",
          "",
          "![](https://img.example.org/cover.jpg)",
          "",
          "## 修灯的人",
          "",
          ESSAY,
          "",
          "## 动态",
          "",
          "1、[路灯换新](https://a.example.org/lamps)",
          "",
          "七盏老灯修好了四盏。",
          "",
          "2、上周，[水厂](https://a.example.org/water)停水一天",
          "",
          "十二点恢复。",
          "",
          "## 工具",
          "",
          "1、[听壶](https://b.example.org/kettle)",
          "",
          "用来记录水壶的音高。",
          "",
          "1、不是新的一条，只是编号写错了。",
          "",
          "## 言论",
          "",
          "1、",
          "",
          "螺丝要二十年拧一次。",
          "",
          "## 往年回顾",
          "",
          "[去年的这一期](https://a.example.org/old)");

  private static final SplitDump SPLIT = new Splitter(Dumps.RUN).split(Dumps.markdown(ISSUE));

  @Test
  void makesOneArticleOfEveryNumberedItemAndEssay() {
    assertThat(SPLIT.ledger().getDetector(), is("newsletter"));
    assertThat(
        SPLIT.pieces().stream().map(Piece::getTitle).toList(),
        contains("修灯的人", "路灯换新", "上周，水厂停水一天", "听壶", null));
  }

  @Test
  void takesTheLinkOfAnItemAsItsSubjectAndTheSectionAsItsPath() {
    Piece item = SPLIT.pieces().get(1);
    assertThat(item.getUrl(), is("https://a.example.org/lamps"));
    assertThat(item.getUrlRole(), is("subject"));
    assertThat(item.getSourcePath(), is(List.of("动态")));
    assertThat(item.getPublication(), is("巷口周刊"));
    assertThat(item.getIssue(), is("第 12 期"));
    assertThat(SPLIT.pieces().get(4).getUrl(), is(nullValue()));
  }

  @Test
  void rejectsWhatIsAboutTheNewsletterItself() {
    assertThat(
        SPLIT.rejects().stream().map(Reject::getDetail).toList(),
        contains("front-matter", "about-the-newsletter", "about-the-newsletter"));
    assertThat("headings of numbered sections", SPLIT.ledger().getLinesFrame(), is(3));
  }

  @Test
  void leavesAnArticleWithNumberedPointsWhole() {
    String article =
        String.join(
            "\n", "# 修灯", "", "## 准备", "", "1、梯子", "", "2、醋", "", "## 动手", "", "1、拆", "", "2、洗");
    assertThat(
        new Splitter(Dumps.RUN).split(Dumps.markdown(article)).ledger().getDetector(),
        is("single"));
  }
}
