package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookDetectorTest {
  private static final String BODY = "一只水壶放在火上，水就会开，这是厨房里最可靠的一件事。".repeat(12);

  private static final String MAGAZINE =
      String.join(
          "\n",
          "# 水壶月刊",
          "",
          "— 2026年第二期 —",
          "",
          "# CONTENTS / 目录",
          "",
          "## 专题 | 水与火",
          "",
          "打破AI辅助烧水困境：三步走",
          "",
          "专家说：“凡人+水壶”就够？",
          "",
          "## 语言新秩序",
          "",
          "水壶的下半场，拼的是壶嘴",
          "",
          "### 水壶月刊 2026 年第二期",
          "",
          "本期主编 某某",
          "",
          "# 水壶大会",
          "",
          "给你答案",
          "",
          "# 卷首语",
          "",
          BODY,
          "",
          BODY,
          "",
          "# 打破AI 辅助烧水困境:三步走",
          "",
          "作者 甲",
          "",
          BODY,
          "",
          "# 第一步",
          "",
          BODY,
          "",
          "## 专家说：“几人+水壶”就够？",
          "",
          "作者 乙",
          "",
          BODY,
          "",
          "### 水壶的下半场,拼的是壶嘴",
          "",
          "编译 丙",
          "",
          BODY,
          "",
          "延伸阅读",
          "",
          "",
          "",
          "扫码关注水壶公众号");

  private static final SplitDump SPLIT = new Splitter(Dumps.RUN).split(Dumps.markdown(MAGAZINE));

  @Test
  void cutsWhereTheContentsPageSaysWhateverTheLevelAndTheSpelling() {
    assertThat(SPLIT.ledger().getDetector(), is("book"));
    assertThat(
        SPLIT.pieces().stream().map(Piece::getTitle).toList(),
        contains("卷首语", "打破AI 辅助烧水困境:三步走", "专家说：“几人+水壶”就够？", "水壶的下半场,拼的是壶嘴"));
  }

  @Test
  void rejectsWhatIsNoArticle() {
    assertThat(
        SPLIT.rejects().stream().map(Reject::getDetail).toList(),
        contains("cover", "contents", "imprint-or-advert", "imprint-or-advert", "back-cover"));
  }

  @Test
  void knowsTheEditorial() {
    assertThat(SPLIT.pieces().get(0).getKind(), is("editorial"));
  }

  @Test
  void readsThePublicationFromTheCoverAndTheColumnFromTheContents() {
    Piece last = SPLIT.pieces().get(3);
    assertThat(last.getPublication(), is("水壶月刊"));
    assertThat(last.getIssue(), is("2026年第二期"));
    assertThat(last.getSourcePath(), is(List.of("语言新秩序")));
  }

  @Test
  void leavesAnArticleWithAListOfItsSectionsWhole() {
    String article =
        String.join(
            "\n",
            "# 水壶",
            "",
            "## 目录",
            "",
            "- [壶嘴](#a)",
            "",
            "## 水",
            "",
            BODY,
            "",
            "## 火",
            "",
            BODY);
    assertThat(
        new Splitter(Dumps.RUN).split(Dumps.markdown(article)).ledger().getDetector(),
        is("single"));
  }
}
