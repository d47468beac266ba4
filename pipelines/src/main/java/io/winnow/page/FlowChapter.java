package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import io.winnow.page.RunFacts.Flow;
import java.util.ArrayList;
import java.util.List;

/** What became of the input: every piece and every line went one way, and the sums show it. */
final class FlowChapter {
  private static final int SHORT_HASH = 10;

  private FlowChapter() {}

  static void write(MarkdownWriter page, RunFacts facts, boolean published) {
    Flow flow = facts.flow();
    page.heading(2, Inline.text("What became of it"));
    ReportTable table =
        new ReportTable(
            Column.text("step"),
            Column.number("pieces"),
            Column.number("lines"),
            Column.text("in detail"));
    row(table, "input", "", "", input(facts));
    row(table, "split", count(flow.split()), count(flow.lines()), Figures.named(facts.pieces()));
    row(
        table,
        "− rejects",
        count(flow.rejects()),
        count(flow.linesRejects()),
        Figures.named(facts.rejects()));
    row(
        table,
        "− duplicates",
        count(flow.duplicates()),
        count(flow.linesDuplicates()),
        Figures.named(facts.duplicates()));
    row(table, "− frame", "", count(flow.linesFrame()), "headings and rules between pieces");
    table.row(
        Inline.text(published ? "= articles published" : "= articles").bold(),
        sum(flow.published(), flow.piecesAddUp()),
        sum(flow.linesPublished(), flow.linesAddUp()),
        Inline.text(Figures.named(facts.languages())));
    table.write(page);
    page.bullets(notes(facts));
  }

  private static void row(
      ReportTable table, String step, String pieces, String lines, String rest) {
    table.row(Inline.text(step), Inline.text(pieces), Inline.text(lines), Inline.text(rest));
  }

  private static String input(RunFacts facts) {
    var input = facts.input();
    return count(input.files(), "file", "files")
        + (input.unchanged() > 0 ? ", " + count(input.unchanged()) + " unchanged and skipped" : "")
        + (input.unreadable() > 0 ? ", " + count(input.unreadable()) + " unreadable" : "")
        + "; "
        + Figures.bytes(input.bytes())
        + (facts.charsets().isEmpty() ? "" : "; " + Figures.named(facts.charsets()));
  }

  private static Inline sum(long number, boolean addsUp) {
    return Inline.text(count(number))
        .bold()
        .then(Inline.words(addsUp ? " ✓" : " ✗ does not add up"));
  }

  private static List<Inline> notes(RunFacts facts) {
    List<Inline> notes = new ArrayList<>();
    if (facts.masked() != null) {
      String masked = facts.masked().isEmpty() ? "none found" : Figures.named(facts.masked());
      notes.add(Inline.text("Personal data masked: " + masked + "."));
    }
    if (facts.byModel() != null) {
      notes.add(Inline.text(summaries(facts.byModel())));
    }
    if (facts.sectionsByModel() != null) {
      notes.add(Inline.text(sections(facts.sectionsByModel(), facts.flow().published())));
    }
    return notes;
  }

  private static String summaries(RunFacts.ByModel did) {
    return "Summaries by a model: "
        + count(did.taken(), "article", "articles")
        + (did.kept().isEmpty() ? "" : "; extractive instead: " + Figures.named(did.kept()))
        + "; "
        + count(did.fromCache(), "answer", "answers")
        + " from the cache, "
        + count(did.requests(), "request", "requests")
        + " ("
        + count(did.retries(), "retry", "retries")
        + "), "
        + count(did.tokens(), "token", "tokens")
        + ".";
  }

  private static String sections(RunFacts.SectionsByModel by, long articles) {
    return "Sections by the model "
        + by.model()
        + " (SHA-256 "
        + by.sha256().substring(0, Math.min(SHORT_HASH, by.sha256().length()))
        + "): "
        + count(by.sections(), "section", "sections")
        + "; "
        + count(by.unsure())
        + " of "
        + count(articles, "article", "articles")
        + " have a section_score under "
        + RunFacts.SectionsByModel.UNSURE
        + ": more probably wrong than right.";
  }
}
