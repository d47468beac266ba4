package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import io.winnow.run.RunInfo;
import io.winnow.schema.Draft;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.split.SplitDump;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final RunInfo RUN = new RunInfo("r", LocalDate.of(2026, 2, 16), 2);

  private final SplitDump dump = dump();
  private final List<Draft> drafts = drafts();

  @Test
  void letsWantedPiecesGoOnAndCountsThemAlone() {
    CleanedDump cleaned =
        new Selection(Map.of("a.txt", Set.of("p1", "x3")), Set.of())
            .of(dump, drafts, dump.rejects());

    assertThat(ids(cleaned.drafts()), is(List.of("p1")));
    assertThat(ids(cleaned.beside()), is(List.of("p0", "p2")));
    assertThat(cleaned.rejects().stream().map(Reject::getId).toList(), is(List.of("x3")));
    assertThat(cleaned.ledger().getStatus(), is("replayed"));
    assertThat(cleaned.ledger().getSplit(), is(2));
    assertThat(cleaned.ledger().getLines(), is(4));
    assertThat(cleaned.ledger().getLinesFrame(), is(0));
  }

  @Test
  void knowsPiecesByTheirSource() {
    CleanedDump cleaned =
        new Selection(Map.of("b.txt", Set.of("p1")), Set.of()).of(dump, drafts, dump.rejects());

    assertThat(cleaned.drafts(), hasSize(0));
    assertThat(cleaned.beside(), hasSize(3));
    assertThat(cleaned.ledger().getSplit(), is(0));
    assertThat(cleaned.ledger().getLines(), is(0));
  }

  @Test
  void letsAllOfASourceGoOnOfWhichNothingCouldBeRead() {
    CleanedDump cleaned =
        new Selection(Map.of("a.txt", Set.of("unread")), Set.of("a.txt"))
            .of(dump, drafts, dump.rejects());

    assertThat(cleaned.drafts(), hasSize(3));
    assertThat(cleaned.rejects(), hasSize(1));
    assertThat(cleaned.ledger().getSplit(), is(4));
    assertThat(cleaned.ledger().getLinesFrame(), is(1));
  }

  private static List<String> ids(List<Draft> drafts) {
    return drafts.stream().map(draft -> draft.getArticle().getId()).toList();
  }

  /** Three pieces of two lines, a reject of two, and a line of frame. */
  private static SplitDump dump() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pieces.add(piece("p" + i, i));
    }
    Reject reject =
        Rejects.of(RUN, piece("x3", 3), "split", RejectReason.NOT_AN_ARTICLE, "imprint");
    LedgerEntry ledger =
        LedgerEntry.newBuilder()
            .setRunId("r")
            .setSourceUri("a.txt")
            .setSha256("")
            .setFileSha256("")
            .setBytes(100)
            .setFormat("text")
            .setStatus("read")
            .setSplit(4)
            .setLines(9)
            .setLinesFrame(1)
            .build();
    return new SplitDump(pieces, List.of(reject), ledger);
  }

  private static Piece piece(String id, int ordinal) {
    return Piece.newBuilder()
        .setId(id)
        .setSourceUri("a.txt")
        .setSourceFormat("text")
        .setSourceOrdinal(ordinal)
        .setLines(2)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("stream")
        .setSplitScore(1)
        .setMedia("text")
        .setText(
            "The kettle number "
                + ordinal
                + " boils in the morning, and it is empty in the evening.\nThen it is filled again.")
        .build();
  }

  private List<Draft> drafts() {
    ArticleCleaner cleaner = new ArticleCleaner(CleanSpec.defaults(), RUN);
    return dump.pieces().stream()
        .map(piece -> ((Cleaned.Kept) cleaner.clean(piece)).draft())
        .toList();
  }
}
