package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;

/** Shows what cleaning removed from inside articles, by rule, and the lines learned to recur. */
final class DroppedChapter {
  private static final int SHOWN_RULES = 6;
  private static final int SHOWN_LINES = 6;

  private DroppedChapter() {}

  static void write(MarkdownWriter page, RunFacts facts) {
    rules(page, facts);
    lines(page, facts);
  }

  private static void rules(MarkdownWriter page, RunFacts facts) {
    ReportTable table =
        new ReportTable(
            Column.text("rule"),
            Column.number("spans"),
            Column.number("articles"),
            Column.number("characters"),
            Column.text("for example"));
    for (RunFacts.Dropped rule : facts.dropped()) {
      table.row(
          Inline.code(rule.rule()),
          Inline.text(count(rule.spans())),
          Inline.text(count(rule.articles())),
          Inline.text(count(rule.characters())),
          Inline.text(rule.example()));
    }
    if (!table.isEmpty()) {
      page.heading(2, Inline.text("What was dropped from texts"));
      table.write(page, SHOWN_RULES, "rules");
    }
  }

  private static void lines(MarkdownWriter page, RunFacts facts) {
    ReportTable table =
        new ReportTable(
            Column.text("site"),
            Column.text("line, folded"),
            Column.number("articles that have it"),
            Column.number("times dropped"));
    for (RunFacts.Learned line : facts.learned()) {
      table.row(
          Inline.text(line.site()),
          Inline.text(line.line()),
          Inline.text(count(line.articles()) + " of " + count(line.siteArticles())),
          Inline.text(count(line.dropped())));
    }
    if (!table.isEmpty()) {
      page.heading(2, Inline.text("Boilerplate that was learned"));
      page.paragraph(
          Inline.fill(
              "Lines that recur over the articles of a site; they are dropped where they stand, and {} keeps them.",
              java.util.List.of(Inline.code("--keepBoilerplate"))));
      table.write(page, SHOWN_LINES, "lines");
    }
  }
}
