package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import io.winnow.page.RunFacts.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is different from the run before: counts, reasons of rejects that jumped, sources. */
final class BeforeChapter {
  private static final int MAX_NAMES = 8;
  private static final int LEAST_JUMP = 3;
  private static final double JUMP = 0.5;

  private final RunFacts facts;
  private final Before before;
  private final ReportTable table;

  private BeforeChapter(RunFacts facts, Before before) {
    this.facts = facts;
    this.before = before;
    this.table =
        new ReportTable(
            Column.text(""),
            Column.number("this run"),
            Column.number(before.runId()),
            Column.number("change"));
  }

  static void write(MarkdownWriter page, RunFacts facts) {
    Before before = facts.before();
    if (before != null) {
      page.heading(2, Inline.text("Against the run before"));
      new BeforeChapter(facts, before).write(page);
    }
  }

  private void write(MarkdownWriter page) {
    long read = facts.input().read();
    row("files read", read, before.read());
    row("pieces", facts.flow().split(), before.split());
    row("articles", facts.flow().published(), before.articles());
    row("duplicates", facts.flow().duplicates(), before.duplicates());
    row("rejects", facts.flow().rejects(), before.rejects());
    reasons();
    row("sources", facts.sources().counts().size(), before.sources().counts().size());
    table.write(page);
    if (before.sameInput()) {
      page.bullets(sources());
    }
    page.paragraph(
        Inline.fill(
            "Run "
                + before.runId()
                + " is of "
                + before.date()
                + (before.sameInput() ? "" : " and of another {}")
                + ". A source is "
                + SourceName.NOTE
                + ". Unchanged files are skipped and give no articles.",
            List.of(Inline.code("--input"))));
  }

  private List<Inline> sources() {
    List<Inline> changes = new ArrayList<>();
    Tally gained = facts.sources().without(before.sources());
    Tally lost = before.sources().without(facts.sources());
    if (!gained.isEmpty()) {
      changes.add(names("New sources", gained));
    }
    if (!lost.isEmpty()) {
      changes.add(names("Sources of that run without an article in this one", lost));
    }
    return changes;
  }

  private void reasons() {
    TreeSet<String> reasons = new TreeSet<>();
    facts.rejects().counts().forEach(reason -> reasons.add(reason.name()));
    before.reasons().counts().forEach(reason -> reasons.add(reason.name()));
    for (String reason : reasons) {
      long now = facts.rejects().of(reason);
      long then = before.reasons().of(reason);
      if (Math.abs(now - then) >= Math.max(LEAST_JUMP, JUMP * Math.max(now, then))) {
        row("– " + reason, now, then);
      }
    }
  }

  private void row(String what, long now, long then) {
    table.row(
        Inline.text(what),
        Inline.text(count(now)),
        Inline.text(count(then)),
        Inline.text(Figures.difference(now - then)));
  }

  private static Inline names(String what, Tally sources) {
    List<String> named = new ArrayList<>();
    for (Tally.Count source : sources.first(MAX_NAMES)) {
      named.add(MarkdownEscaper.plain(source.name(), 60) + " " + count(source.count()));
    }
    Tally rest = sources.rest(MAX_NAMES);
    if (!rest.isEmpty()) {
      named.add(
          count(rest.counts().size()) + " more with " + count(rest.total(), "article", "articles"));
    }
    return Inline.text(
        what
            + " ("
            + count(sources.counts().size())
            + "), by articles: "
            + String.join(", ", named));
  }
}
