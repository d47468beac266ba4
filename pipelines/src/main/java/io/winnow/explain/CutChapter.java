package io.winnow.explain;

import io.winnow.write.Dataset;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a piece begins and ends where it does: the shape of its source, its cues, its neighbours. */
final class CutChapter {
  private static final int EDGE = 70;

  private final Finder finder;
  private final Runs runs;
  private final CuttingWords words = CuttingWords.bundled();

  CutChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException, SQLException {
    Optional<Row> ledger = finder.ledger(row);
    String detector =
        row.has("split_detector")
            ? row.text("split_detector")
            : ledger.map(file -> file.text("detector")).orElse("");
    if (detector.isEmpty()) {
      return;
    }
    telling.section("cut", "How it was cut out of its source");
    telling.fact("split_detector", "detector", Telling.node(detector), detector + shape(detector));
    if (row.decimal("split_score") > 0) {
      telling.fact(
          "split_score",
          "sure",
          row.value("split_score"),
          "the shape explains the whole source to "
              + Words.percent(row.decimal("split_score"))
              + "; below 50 % nothing is cut");
    }
    telling.fact("source_path", "below", row.value("source_path"), headings(row));
    cues(row, telling);
    if (ledger.isPresent()) {
      pieces(ledger.get(), telling);
    }
    neighbours(row, telling);
  }

  private String shape(String detector) {
    return ": " + words.shape(detector).or(() -> words.shape("record")).orElseThrow();
  }

  private void cues(Row row, Telling telling) throws IOException {
    List<String> cues = row.texts("split_cues");
    if (cues.isEmpty()) {
      telling.fact(
          "split_cues",
          "begins here",
          row.value("split_cues"),
          runs.tells(row.run(), Finder.datasetOf(row), "split_cues")
              ? ""
              : "because of what, this output of an older version does not say");
      return;
    }
    telling.data(row, List.of("split_cues"));
    for (int i = 0; i < cues.size(); i++) {
      telling.fact(
          "cue_" + (i + 1),
          i == 0 ? "begins here as" : "",
          Telling.node(words.cue(cues.get(i))),
          words.cue(cues.get(i)) + " (" + cues.get(i) + ")");
    }
  }

  private static void pieces(Row file, Telling telling) throws IOException {
    String lines =
        file.number("lines") == 0
            ? ""
            : " of "
                + Words.count(file.number("lines"), "line")
                + " with text"
                + (file.number("lines_frame") == 0
                    ? ""
                    : "; "
                        + Words.count(file.number("lines_frame"))
                        + " of them stand between pieces, as headings of sections do");
    telling.fact(
        "pieces",
        "its source",
        file.value("split"),
        Words.count(file.number("split"), "piece") + lines);
  }

  private void neighbours(Row row, Telling telling) throws IOException, SQLException {
    Optional<Row> before = neighbour(row, -1);
    Optional<Row> after = neighbour(row, 1);
    if (before.isPresent()) {
      telling.fact(
          "before", "before it", before.get().value("id"), edge(before.get(), "ends", false));
    }
    if (after.isPresent()) {
      telling.fact("after", "after it", after.get().value("id"), edge(after.get(), "begins", true));
    }
  }

  private static String edge(Row row, String verb, boolean head) {
    String text = row.text("text").strip();
    String edge = head ? Words.head(firstLine(text), EDGE) : Words.tail(lastLine(text), EDGE);
    return row.kind()
        + " "
        + Row.brief(row.id())
        + row.lines()
        + (edge.isEmpty() ? "" : ", which " + verb + " “" + edge + "”");
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private Optional<Row> neighbour(Row row, int step) throws SQLException {
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
      List<Row> found =
          finder.rows(
              "SELECT id, start_line, end_line, title, "
                  + (dataset == Dataset.REJECTS ? "original AS text" : "text")
                  + " FROM "
                  + finder.table(dataset, List.of(row.run()))
                  + " WHERE source_uri = ? AND source_ordinal = ?",
              row.text("source_uri"),
              row.number("source_ordinal") + step);
      if (!found.isEmpty()) {
        String name = dataset.name();
        found.get(0).json().put("what", name.substring(0, name.length() - 1));
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  private static String headings(Row row) {
    List<String> headings = new ArrayList<>(row.texts("source_path"));
    return headings.isEmpty() ? "" : "the headings " + String.join(" › ", headings);
  }
}
