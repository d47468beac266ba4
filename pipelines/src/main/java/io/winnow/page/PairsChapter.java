package io.winnow.page;

import io.winnow.page.ReportTable.Column;
import java.util.List;

/** Shows the compared pairs whose decision was closest. */
final class PairsChapter {
  private static final int MAX_TITLE = 60;
  private static final int SHOWN = 8;

  private PairsChapter() {}

  static void write(MarkdownWriter page, List<RunFacts.Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    page.heading(2, Inline.text("Pairs nearest to the threshold"));
    page.paragraph(
        Inline.fill(
            "Jaccard: share of the pieces of wording of both texts that both have, 0 to 1; containment: of the shorter"
                + " one's; both as estimated. Two ids after {} show such a pair side by side.",
            List.of(Inline.code("./winnow explain --output=DIR"))));
    ReportTable table =
        new ReportTable(
            Column.text("verdict"),
            Column.number("Jaccard"),
            Column.number("containment"),
            Column.text("one"),
            Column.text("the other"));
    for (RunFacts.Pair pair : pairs) {
      table.row(
          Inline.text(pair.joined() ? "joined" : "apart"),
          Inline.text(Figures.similarity(pair.jaccard())),
          Inline.text(Figures.similarity(pair.containment())),
          side(pair.one()),
          side(pair.other()));
    }
    table.write(page, SHOWN, "pairs");
  }

  private static Inline side(RunFacts.Pair.Side side) {
    return Inline.joined(
        " ", List.of(ReportPage.id(side.id()), Inline.text(side.title(), MAX_TITLE)));
  }
}
