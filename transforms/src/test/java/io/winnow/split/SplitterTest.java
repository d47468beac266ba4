package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.SourceFormat;
import io.winnow.read.Unreadable;
import io.winnow.reject.RejectReason;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {
  private final Splitter splitter = new Splitter(Dumps.RUN);

  @Test
  void leavesASingleArticleWhole() {
    SplitDump split = splitter.split(Dumps.markdown("\n# 水壶\n\n水开了。\n\n- 一\n- 二\n\n"));
    Piece piece = split.pieces().get(0);
    assertThat(split.pieces().size(), is(1));
    assertThat(piece.getTitle(), is("水壶"));
    assertThat(piece.getText(), is("# 水壶\n\n水开了。\n\n- 一\n- 二"));
    assertThat(piece.getStartLine(), is(2));
    assertThat(piece.getEndLine(), is(7));
    assertThat(piece.getLines(), is(4));
    assertThat(piece.getStartOffset(), is(1L));
    assertThat(piece.getSplitDetector(), is("single"));
    assertThat(piece.getId(), matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void tellsEachPieceBecauseOfWhatItBegins() {
    SplitDump split =
        splitter.split(
            Dumps.markdown(
                "Notes of a walk\n\n# 2026-01-03 c\n\nx\n\n# 2026-01-02 b\n\ny\n\n# 2026-01-01 a\n\nz\n"));
    for (Piece piece : split.pieces()) {
      assertThat(piece.getSplitCues(), is(List.of("date-heading")));
    }
    assertThat(split.rejects().get(0).getSplitCues(), is(List.of("front-matter")));
  }

  @Test
  void makesOnePieceOfAPage() {
    SplitDump split =
        splitter.split(Dumps.of(SourceFormat.HTML, "<html>\n<body># 2026-01-01\n</body>\n</html>"));
    assertThat(split.pieces().get(0).getMedia(), is("html"));
    assertThat(split.pieces().get(0).getLines(), is(4));
    assertThat(split.ledger().getDetector(), is("page"));
  }

  @Test
  void turnsUnreadablePartsIntoRejectsWithTheNextOrdinals() {
    Dump whole = Dumps.markdown("# a\n\nb\n");
    Unreadable tail =
        new Unreadable(RejectReason.CORRUPT, "ends early", null, null, "?", 1, "00", 7);
    SplitDump split =
        splitter.split(new Dump(whole.origin(), whole.text(), List.of(tail, tail), true));
    assertThat(split.ledger().getStatus(), is("read"));
    assertThat(split.ledger().getSplit(), is(3));
    assertThat(split.rejects().get(0).getSourceOrdinal(), is(1));
    assertThat(split.rejects().get(1).getSourceOrdinal(), is(2));
    assertThat(split.rejects().get(0).getReason(), is("corrupt"));
    assertThat(split.rejects().get(0).getId().equals(split.rejects().get(1).getId()), is(false));
  }

  @Test
  void callsADumpWithoutAnyTextUnreadable() {
    Dump none = Dumps.of("x.bin", SourceFormat.UNKNOWN, DumpText.ofUtf8(""));
    Unreadable all = new Unreadable(RejectReason.BINARY, null, null, null, "?", 9, "00", 0);
    SplitDump split = splitter.split(new Dump(none.origin(), none.text(), List.of(all), true));
    assertThat(split.ledger().getStatus(), is("unreadable"));
    assertThat(split.ledger().getSplit(), is(1));
    assertThat(split.ledger().getLines(), is(0));
  }

  @Test
  void keepsTheIdOfAPieceWhenOthersComeBeforeIt() {
    String notes = "# 2026-01-03 c\n\nx\n\n# 2026-01-02 b\n\ny\n\n# 2026-01-01 a\n\nz\n";
    String more = "# 2026-01-04 d\n\nw\n\n" + notes;
    List<Piece> before = splitter.split(Dumps.markdown(notes)).pieces();
    List<Piece> after = splitter.split(Dumps.markdown(more)).pieces();
    assertThat(after.get(3).getId(), is(before.get(2).getId()));
  }

  @Test
  void refusesToLoseALine() {
    SplitDump good = splitter.split(Dumps.markdown("# a\n\nb\n"));
    LedgerEntry wrong = LedgerEntry.newBuilder(good.ledger()).setLines(3).build();
    IllegalStateException lost =
        assertThrows(
            IllegalStateException.class, () -> new SplitDump(good.pieces(), good.rejects(), wrong));
    assertThat(lost.getMessage(), containsString("dump.txt has 3 lines, split has 2"));
  }

  @Test
  void refusesToLoseAPiece() {
    SplitDump good = splitter.split(Dumps.markdown("# a\n\nb\n"));
    LedgerEntry wrong = LedgerEntry.newBuilder(good.ledger()).setSplit(2).build();
    assertThrows(
        IllegalStateException.class, () -> new SplitDump(good.pieces(), good.rejects(), wrong));
  }

  @Test
  void explainsWithTheBestProposalFirst() {
    String notes = "# 2026-01-03 c\n\nx\n\n# 2026-01-02 b\n\ny\n\n# 2026-01-01 a\n\nz\n";
    List<Proposal> proposals = splitter.explain(Dumps.markdown(notes));
    assertThat(proposals.get(0).detector(), is("dated-notes"));
    assertThat(proposals.get(proposals.size() - 1).detector(), is("single"));
    assertThat(proposals.get(0).layout().parts().get(0).cues().get(0).name(), is("date-heading"));
    assertThat(proposals.get(0).layout().parts().get(0).title(), is("c"));
  }
}
