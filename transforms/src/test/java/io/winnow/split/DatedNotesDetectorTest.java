package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedNotesDetectorTest {
  private static final String NOTES =
      """
      # 20260211 **Why Kettles Whistle**（下）
      + [https://video.example.org/watch?v=k1](https://video.example.org/watch?v=k1)
      + 壶嘴的形状决定了音高。
          - 两块薄板之间的涡流

      # 20250210 Why Kettles Whistle 上
      + [https://video.example.org/watch?v=k1](https://video.example.org/watch?v=k1)
      + 水开之前是另一种声音。

      # 20260208 读《水的历史》

      [https://books.example.org/water](https://books.example.org/water)

      + 第一章讲井。

      # 20260207 No link here
      + 只有一条。
      """;

  @Test
  void cutsAtDatedHeadings() {
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.markdown(NOTES));
    assertThat(split.ledger().getDetector(), is("dated-notes"));
    assertThat(split.pieces().stream().map(Piece::getStartLine).toList(), contains(1, 6, 10, 16));
    assertThat(split.pieces().stream().map(Piece::getEndLine).toList(), contains(4, 8, 14, 17));
    assertThat(split.rejects(), is(List.of()));
  }

  @Test
  void takesTitleWithoutMarkupAndKeepsThePartMark() {
    assertThat(piece(0).getTitle(), is("Why Kettles Whistle（下）"));
    assertThat(piece(1).getTitle(), is("Why Kettles Whistle 上"));
  }

  @Test
  void correctsAYearThatItsNeighboursContradict() {
    assertThat(piece(0).getPublished(), is(LocalDate.of(2026, 2, 11)));
    assertThat(piece(0).getPublishedOrigin(), is("given"));
    assertThat(piece(1).getPublished(), is(LocalDate.of(2026, 2, 10)));
    assertThat(piece(1).getPublishedOrigin(), is("corrected"));
    assertThat(piece(1).getPublishedRaw(), is("20250210"));
  }

  @Test
  void takesTheLinkAtTheHeadAsSubject() {
    assertThat(piece(0).getUrl(), is("https://video.example.org/watch?v=k1"));
    assertThat(piece(0).getUrlRole(), is("subject"));
    assertThat(piece(0).getKind(), is("video_notes"));
    assertThat(piece(2).getUrl(), is("https://books.example.org/water"));
    assertThat(piece(2).getKind(), is(nullValue()));
    assertThat(piece(3).getUrl(), is(nullValue()));
  }

  @Test
  void findsTheTitleBelowAHeadingThatIsOnlyADay() {
    String notes =
        """
        # TIL

        ## 2024-01-03

        ### Boil water twice

        Never.

        ## 2024-01-02

        ### Salt first

        Or last.

        ## 2024-01-01

        ### Start

        Here.
        """;
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.markdown(notes));
    assertThat(
        split.pieces().stream().map(Piece::getTitle).toList(),
        contains("Boil water twice", "Salt first", "Start"));
    assertThat("the title of the notebook is frame", split.ledger().getLinesFrame(), is(1));
  }

  @Test
  void findsBoldDaysAndLeavesCodeAlone() {
    String notes =
        """
        **2026.03.03** One

        ```
        **2026.03.02** not a note
        ```

        **2026.03.01** Two

        x

        **2026.02.28** Three

        y
        """;
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, notes));
    assertThat(
        split.pieces().stream().map(Piece::getTitle).toList(), contains("One", "Two", "Three"));
  }

  @Test
  void leavesTwoDatedSectionsOfOneArticleAlone() {
    String article =
        """
        # How it went

        Some words on how it went, which was long.

        ## 2026-01-02 Update

        It went well.

        ## 2026-01-03 Update

        It went on.
        """;
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.markdown(article));
    assertThat(split.ledger().getDetector(), equalTo("single"));
    assertThat(split.pieces().get(0).getTitle(), is("How it went"));
  }

  private static Piece piece(int index) {
    return new Splitter(Dumps.RUN).split(Dumps.markdown(NOTES)).pieces().get(index);
  }
}
