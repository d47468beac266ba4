package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestDetectorTest {
  private static final String DIGEST =
      """
      # 2026 年第 07 周阅读小记

      本周读到的东西，仅列出标题与链接。

      ## 目录

      - [2026 年第 07 周阅读小记](#a)
        - [目录](#b)
        - [技术](#c)
          - [水壶：一种被低估的乐器](#d)
          - [电梯调度：排队论的家常版](#e)
        - [摘录](#f)
          - [关于早起：三条短帖](#g)

      ## 技术

      #### 水壶：一种被低估的乐器

      [The kettle as an instrument](https://a.example.org/kettle)

      > [!NOTE]
      >
      > 我家的那只是降 B。

      水壶的哨声来自两块薄板之间的涡流。

      核心论点：音高可控

      改变孔距就能改变音高。

      #### 电梯调度：排队论的家常版

      [[202602100101_Elevators]]

      电梯总是停在你不在的那一层。

      ## 摘录

      #### 关于早起：三条短帖

      Some One @someone [2026-02-11](https://posts.example.org/someone/1)

      > 早起的人有早饭吃。
      """;

  private static final SplitDump SPLIT = new Splitter(Dumps.RUN).split(Dumps.markdown(DIGEST));

  @Test
  void makesOneArticleOfEveryItem() {
    assertThat(SPLIT.ledger().getDetector(), is("digest"));
    assertThat(
        SPLIT.pieces().stream().map(Piece::getTitle).toList(),
        contains("水壶：一种被低估的乐器", "电梯调度：排队论的家常版", "关于早起：三条短帖"));
    assertThat(SPLIT.pieces().get(0).getText(), containsString("> 我家的那只是降 B。"));
  }

  @Test
  void rejectsFrontMatterAndContents() {
    assertThat(
        SPLIT.rejects().stream().map(Reject::getDetail).toList(),
        contains("front-matter", "contents"));
    assertThat(
        SPLIT.rejects().stream().map(Reject::getReason).toList(),
        contains("not-an-article", "not-an-article"));
  }

  @Test
  void countsSectionHeadingsAsFrameAndNamesThemInThePath() {
    assertThat(SPLIT.ledger().getLinesFrame(), is(2));
    assertThat(SPLIT.pieces().get(1).getSourcePath(), is(List.of("技术")));
    assertThat(SPLIT.pieces().get(2).getSourcePath(), is(List.of("摘录")));
  }

  @Test
  void takesTheSourceLinkAsSubject() {
    assertThat(SPLIT.pieces().get(0).getUrl(), is("https://a.example.org/kettle"));
    assertThat(SPLIT.pieces().get(0).getUrlRole(), is("subject"));
    assertThat(SPLIT.pieces().get(0).getKind(), is("digest_item"));
    assertThat("a wiki link is no URL", SPLIT.pieces().get(1).getUrl(), is(nullValue()));
    assertThat(SPLIT.pieces().get(2).getUrl(), is("https://posts.example.org/someone/1"));
  }

  @Test
  void readsPublicationAndIssueFromTheTitle() {
    assertThat(SPLIT.pieces().get(0).getPublication(), is("阅读小记"));
    assertThat(SPLIT.pieces().get(0).getIssue(), is("2026 年第 07 周"));
  }

  @Test
  void countsOrdinalsOverRejectsToo() {
    assertThat(SPLIT.pieces().stream().map(Piece::getSourceOrdinal).toList(), contains(2, 3, 4));
  }

  @Test
  void leavesAnArticleWithSectionsWhole() {
    String article =
        """
        # On kettles

        ## Shape

        The shape matters most of all.

        ## Water

        So does the water.

        ## Fire

        And the fire, [of course](https://example.org/fire).
        """;
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.markdown(article));
    assertThat(split.ledger().getDetector(), is("single"));
    assertThat(split.pieces().size(), is(1));
  }
}
