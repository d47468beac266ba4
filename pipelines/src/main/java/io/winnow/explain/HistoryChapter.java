package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.publish.Manifest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What else is published of the same piece, URL and source, over all runs. */
final class HistoryChapter {
  private static final int SHOWN = 20;

  private final Finder finder;
  private final Runs runs;

  HistoryChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException, SQLException {
    url(row, telling);
    source(row, telling);
  }

  private void url(Row row, Telling telling) throws IOException, SQLException {
    if (!row.has("url")) {
      return;
    }
    List<Row> all = finder.atUrl(row.text("url"));
    if (all.size() <= 1) {
      return;
    }
    telling.section("url", "Everything at its URL, over all runs");
    Matches.tell(all, row, SHOWN, telling);
    if (row.has("revision_of")) {
      telling.fact(
          "revision_of",
          "revision of",
          row.value("revision_of"),
          Row.brief(row.text("revision_of"))
              + ": the same URL, and a text too different to be a copy, so both stay");
    }
    List<Row> later =
        finder.rows(
            "SELECT 'article' AS what, id, run_id FROM published_articles WHERE revision_of = ?"
                + " ORDER BY run_id, id LIMIT ?",
            row.id(),
            SHOWN);
    if (!later.isEmpty()) {
      telling.fact(
          "revised_by",
          "revised by",
          Words.joined(
              later.stream().map(each -> Row.brief(each.id()) + " of run " + each.run()).toList()));
    }
  }

  private void source(Row row, Telling telling) throws IOException, SQLException {
    List<Row> again = finder.ofId(row.id()).stream().filter(each -> !each.is(row)).toList();
    List<Row> ledger =
        finder.rows(
            "SELECT sequence, date, l.* FROM ledger l JOIN runs USING (run_id) WHERE source_uri = ?"
                + " ORDER BY sequence DESC LIMIT ?",
            row.text("source_uri"),
            SHOWN);
    telling.section("history", "Its source over all runs");
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Row each : ledger) {
      rows.add(
          List.of(
              Telling.node(each.run()),
              each.value("date"),
              Telling.node(each.text("status")),
              each.value("split"),
              each.value("published"),
              each.value("duplicates"),
              each.value("rejects"),
              Telling.node(Words.head(each.text("file_sha256"), 12))));
    }
    telling.table(
        "ledger",
        List.of("run", "date", "status", "pieces", "articles", "duplicates", "rejects", "sha256"),
        rows);
    if (!again.isEmpty()) {
      telling.say("again", "The same piece was read by other runs, too:");
      Matches.tell(again, row, SHOWN, telling);
    } else if (ledger.size() == 1) {
      telling.say("later", "No other run read this source.");
    }
    replaced(row, telling);
  }

  private void replaced(Row row, Telling telling) throws IOException {
    List<String> before = runs.thatSawItBefore(row.run());
    if (!before.isEmpty()) {
      telling.say(
          "replaced",
          "Run "
              + row.run()
              + " was run again after "
              + Words.joined(before)
              + ", which saw what it had published before"
              + runs.find(row.run()).map(HistoryChapter::finished).orElse("")
              + ".");
    }
    List<String> rewrites = runs.rewrites(row.run());
    if (!rewrites.isEmpty()) {
      telling.say(
          "rewritten",
          "Run "
              + row.run()
              + " was changed after it was published: "
              + String.join("; ", rewrites)
              + ".");
    }
  }

  private static String finished(Manifest run) {
    return "; it is of " + run.finished();
  }
}
