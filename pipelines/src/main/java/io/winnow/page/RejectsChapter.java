package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import java.util.List;

/** Shows rejects from which one learns whether the rules are right. */
final class RejectsChapter {
  private static final int SHOWN = 6;
  private static final int MAX_BEGINNING = 60;

  private RejectsChapter() {}

  static void write(MarkdownWriter page, List<RunFacts.Sample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    page.heading(2, Inline.text("Rejects worth a look"));
    page.paragraph(
        Inline.fill(
            "Of each reason those nearest to its threshold or else the longest, from different files. {} after an"
                + " id says more.",
            List.of(Inline.code("./winnow explain --output=DIR"))));
    ReportTable table =
        new ReportTable(
            Column.text("reason"),
            Column.text("id"),
            Column.text("file and lines"),
            Column.number("bytes"),
            Column.text("begins"));
    for (RunFacts.Sample sample : samples) {
      table.row(
          Inline.text(why(sample)),
          ReportPage.id(sample.id()),
          Inline.code(sample.place()),
          Inline.text(count(sample.bytes())),
          Inline.text(sample.beginning(), MAX_BEGINNING));
    }
    table.write(page, SHOWN, "rejects");
  }

  private static String why(RunFacts.Sample sample) {
    Double measured = sample.measured();
    Double threshold = sample.threshold();
    return sample.reason()
        + (sample.detail() == null ? "" : ": " + sample.detail())
        + (measured == null || threshold == null
            ? ""
            : " (" + Figures.value(measured) + " against " + Figures.value(threshold) + ")");
  }
}
