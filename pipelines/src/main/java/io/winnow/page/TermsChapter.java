package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import io.winnow.tag.unknown.UnknownTerm;
import java.util.List;

/** Shows what articles name and the taxonomy does not know. */
final class TermsChapter {
  private static final int MAX_TITLE = 40;
  private static final int SHOWN = 8;

  private TermsChapter() {}

  static void write(MarkdownWriter page, List<UnknownTerm> terms) {
    if (terms.isEmpty()) {
      return;
    }
    page.heading(2, Inline.text("Terms the taxonomy does not know"));
    page.paragraph(
        Inline.fill(
            "What at least two articles name. None of them is a tag; one that should be goes into the file of {}.",
            List.of(Inline.code("--taxonomy"))));
    ReportTable table =
        new ReportTable(
            Column.text("term"),
            Column.number("articles"),
            Column.number("sources"),
            Column.text("for example"));
    for (UnknownTerm term : terms) {
      table.row(
          Inline.text(term.name()),
          Inline.text(count(term.articles())),
          Inline.text(count(term.sources().size()) + (term.isOfManySources() ? " or more" : "")),
          Inline.text(term.title(), MAX_TITLE));
    }
    table.write(page, SHOWN, "terms");
  }
}
