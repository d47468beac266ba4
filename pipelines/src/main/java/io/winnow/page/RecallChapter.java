package io.winnow.page;

import io.winnow.dedupe.MeasuredRecall;
import io.winnow.page.ReportTable.Column;
import org.jspecify.annotations.Nullable;

/** Estimates how many duplicates were missed, and names those of the sample. */
final class RecallChapter {
  private static final int MAX_MISSED = 20;
  private static final int SHOWN = 5;

  private RecallChapter() {}

  static void write(MarkdownWriter page, @Nullable MeasuredRecall recall) {
    if (recall == null || recall.articles() == 0) {
      return;
    }
    page.heading(2, Inline.text("Missed duplicates, estimated"));
    page.paragraph(Inline.text(RecallText.of(recall)));
    ReportTable table =
        new ReportTable(
            Column.number("Jaccard"),
            Column.number("contained"),
            Column.text("missed: one"),
            Column.text("the other"));
    for (MeasuredRecall.Missed missed : recall.missed().stream().limit(MAX_MISSED).toList()) {
      table.row(
          Inline.text(Figures.similarity(missed.jaccard())),
          Inline.text(Figures.similarity(missed.containment())),
          ReportPage.id(missed.idA()),
          ReportPage.id(missed.idB()));
    }
    table.write(page, SHOWN, "missed pairs");
  }
}
