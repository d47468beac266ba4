package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterDetectorTest {
  @Test
  void cutsDocumentsAtTheirFrontMatter() {
    SplitDump split =
        split(
            """
            ---
            title: 'Bells before beacons'
            date: 2026-02-12T08:00:00Z
            ---

            A bell tells you that you are close.

            ---

            A rule is no front matter.

            +++
            title = "老街灯"
            date = 2026-02-13
            +++
            七盏老灯。
            """);
    assertThat(split.ledger().getDetector(), is("front-matter"));
    assertThat(starts(split), contains(1, 12));
    assertThat(split.pieces().get(1).getTitle(), is("老街灯"));
  }

  @Test
  void takesABlockThatIsShownAsCodeForContent() {
    SplitDump split =
        split(
            """
            ---
            title: How notes begin
            date: 2026-02-12
            ---

            ```yaml
            ---
            title: An example
            date: 2026-01-01
            ---
            ```

            So they begin.

            ---
            title: How they end
            date: 2026-02-13
            ---

            They do not.
            """);
    assertThat(starts(split), contains(1, 15));
  }

  @Test
  void isNotMisledByAFenceThatIsNeverClosed() {
    SplitDump split =
        split(
            """
            ---
            title: One
            date: 2026-02-12
            ---
            ```
            code

            ---
            title: Two
            date: 2026-02-13
            ---
            ```
            code
            ```
            """);
    assertThat(starts(split), contains(1, 8));
  }

  @Test
  void leavesASingleDocumentWhole() {
    SplitDump split = split("---\ntitle: One\n---\n\n# Two\n\nText.\n");
    assertThat(starts(split), contains(1));
    assertThat(split.pieces().get(0).getTitle(), is("One"));
  }

  @Test
  void doesNotTakeLabelsBetweenRulesForFrontMatter() {
    SplitDump split =
        split(
            "# Talk\n\nWe begin.\n\n---\nAda: good morning\n---\n\nWe end.\n\n---\nLin: bye\n---\n");
    assertThat(split.ledger().getDetector(), is("single"));
  }

  private static SplitDump split(String text) {
    return new Splitter(Dumps.RUN).split(Dumps.markdown(text));
  }

  private static List<Integer> starts(SplitDump split) {
    return split.pieces().stream().map(Piece::getStartLine).toList();
  }
}
