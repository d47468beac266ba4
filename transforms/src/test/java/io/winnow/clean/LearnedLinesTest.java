package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedLinesTest {
  private static final String SLOGAN = "每周三晚上九点,准时更新";
  private static final Draft DRAFT =
      Pieces.kept(
          Pieces.text("寄存器分配是图着色问题。", SLOGAN, "图着色是 NP 完全的。", "要点:").setPublication("编译周刊"));

  @Test
  void removesALearnedLineAndSetsWhatFollowsFromTheText() {
    Article article = LearnedLines.finish(DRAFT, Set.of(ContentHash.ofLine(SLOGAN)));

    assertThat(article.getText(), equalTo("寄存器分配是图着色问题。\n\n图着色是 NP 完全的。\n\n要点:"));
    assertThat(article.getChars(), equalTo(article.getText().length()));
    assertThat(article.getContentSha256(), not(DRAFT.getArticle().getContentSha256()));
    DroppedSpan span = article.getDroppedSpans().get(0);
    assertThat(span.getRule(), equalTo("learned"));
    assertThat(span.getFromChar(), equalTo(13));
    assertThat(span.getToChar(), equalTo(13 + SLOGAN.length()));
  }

  @Test
  void countsWhatALineSaysAndNotHowItIsWritten() {
    long wide = ContentHash.ofLine("每周三晚上九点，准时更新！");

    assertThat(ContentHash.ofLine(SLOGAN), equalTo(wide));
  }

  @Test
  void neverCountsLabelsHeadingsCodeOrLongParagraphs() {
    Draft draft =
        Pieces.kept(
            Pieces.markdown(
                    "# 标题",
                    "",
                    "## 核心观点",
                    "",
                    "观点如下：",
                    "",
                    "字".repeat(300),
                    "",
                    "```",
                    "int x = 1;",
                    "```")
                .setPublication("编译周刊"));

    assertThat(LearnedLines.keys(draft), is(empty()));
  }

  @Test
  void countsLinesNearTheEdgesAndNoRefrainInBetween() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> lines.add("第 " + i + " 段讲寄存器分配。"));
    lines.add(5, "编译器不会骗人。");
    lines.add("我在小镇写字。");

    List<Long> keys = LearnedLines.keys(ofSite(lines));

    assertThat(keys, not(hasItem(ContentHash.ofLine("编译器不会骗人。"))));
    assertThat(keys, hasItem(ContentHash.ofLine("我在小镇写字。")));
  }

  @Test
  void neverCountsWorksThatManyArticlesReferTo() {
    List<String> lines =
        List.of("寄存器分配是图着色问题。", "", "参考资料：", "", "《编译十讲》", "", "《图着色》", "", "我在小镇写字。");

    List<Long> keys = LearnedLines.keys(ofSite(lines));

    assertThat(keys, not(hasItem(ContentHash.ofLine("《编译十讲》"))));
    assertThat(keys, not(hasItem(ContentHash.ofLine("《图着色》"))));
    assertThat(keys, hasItem(ContentHash.ofLine("我在小镇写字。")));
  }

  private static Draft ofSite(List<String> lines) {
    return Pieces.kept(Pieces.markdown(String.join("\n\n", lines)).setPublication("编译周刊"));
  }

  @Test
  void learnsNothingWithoutASite() {
    assertThat(LearnedLines.keys(Pieces.kept(Pieces.text("寄存器分配是图着色问题。"))), is(empty()));
  }

  @Test
  void leavesAnArticleAloneThatHasNoLearnedLine() {
    assertThat(LearnedLines.finish(DRAFT, Set.of(5L)), equalTo(DRAFT.getArticle()));
  }
}
