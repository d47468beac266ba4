package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import io.winnow.page.RunFacts.Flow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the ledger: files with trouble first, then the largest. */
final class FilesChapter {
  private static final int SHOWN = 8;

  private FilesChapter() {}

  static void write(MarkdownWriter page, RunFacts facts) {
    if (facts.ledger().isEmpty()) {
      return;
    }
    page.heading(2, Inline.text("Files"));
    long more = facts.input().files() - facts.ledger().size();
    page.paragraph(
        Inline.fill(
            "Files and members of archives: those with trouble first, then the largest"
                + (more > 0 ? "; " + count(more) + " more are" : "; all are")
                + " in the dataset {}.",
            List.of(Inline.code("ledger"))));
    ReportTable table =
        new ReportTable(
            Column.text("file"),
            Column.number("size"),
            Column.text("read as, split by"),
            Column.number("pieces"),
            Column.number("articles"),
            Column.number("duplicates"),
            Column.number("rejects"),
            Column.number("lines (frame)"));
    for (RunFacts.Source file : facts.ledger()) {
      Flow flow = file.flow();
      table.row(
          Inline.code(file.uri()),
          Inline.text(Figures.bytes(file.bytes())),
          readAs(file),
          Inline.text(count(flow.split())),
          Inline.text(count(flow.published())),
          Inline.text(count(flow.duplicates())),
          Inline.text(count(flow.rejects())),
          Inline.text(count(flow.lines()) + " (" + count(flow.linesFrame()) + ")"));
    }
    table.write(page, SHOWN, "files");
  }

  private static Inline readAs(RunFacts.Source file) {
    if (file.status().equals("unreadable")) {
      return Inline.text(file.status()).bold();
    }
    return file.status().equals("read")
        ? Inline.text(
            Stream.of(file.format(), file.charset(), file.detector())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")))
        : Inline.text(file.status());
  }
}
