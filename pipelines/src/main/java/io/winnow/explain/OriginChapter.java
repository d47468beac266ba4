package io.winnow.explain;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where a piece came from, and how it was decoded. */
final class OriginChapter {
  private static final List<String> ONLY_DATA =
      List.of(
          "start_line",
          "end_line",
          "start_offset",
          "end_offset",
          "charset_confidence",
          "first_seen");

  private final Finder finder;
  private final Runs runs;

  OriginChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException, SQLException {
    telling.section("origin", "Where it came from");
    telling.fact("id", "id", row.id());
    telling.fact("run_id", "run", Telling.node(row.run()), run(row));
    telling.fact("source_uri", "source", row.text("source_uri"));
    telling.fact("source_ordinal", "place", Telling.node(row.number("source_ordinal")), place(row));
    telling.data(row, ONLY_DATA);
    telling.fact("source_id", "record's own id", row.text("source_id"));
    ledger(row, telling);
    telling.fact("source_format", "read as", row.text("source_format"));
    telling.fact("damage", "damaged", Decoding.damage(row.text("text") + row.text("original")));
  }

  private String run(Row row) {
    return runs.find(row.run())
        .map(
            run ->
                "%s, logical date %s, number %d of this output, by Winnow %s"
                    .formatted(
                        row.run(),
                        run.date(),
                        run.sequence(),
                        run.versions().getOrDefault("winnow", "?")))
        .orElse(row.run());
  }

  private static String place(Row row) {
    StringBuilder place = new StringBuilder("piece " + row.number("source_ordinal") + ", from 0");
    if (row.has("start_line")) {
      place
          .append(row.number("start_line") == row.number("end_line") ? ", line " : ", lines ")
          .append(Words.range(row.number("start_line"), row.number("end_line")));
    }
    if (row.has("start_offset")) {
      place.append(", bytes ");
      place.append(Words.range(row.number("start_offset"), row.number("end_offset")));
    }
    return place.toString();
  }

  private void ledger(Row row, Telling telling) throws IOException, SQLException {
    Optional<Row> ledger = finder.ledger(row);
    if (ledger.isPresent()) {
      Row file = ledger.get();
      telling.fact(
          "file_sha256",
          "file",
          file.value("file_sha256"),
          "%s%s; SHA-256 %s"
              .formatted(
                  Words.count(file.number("bytes"), "byte"),
                  file.has("container") ? " in " + file.text("container") : "",
                  Words.head(file.text("file_sha256"), 12)));
      String charset = row.has("charset") ? row.text("charset") : file.text("charset");
      if (!charset.isEmpty()) {
        telling.fact(
            "charset",
            "decoded as",
            Telling.node(charset),
            Decoding.of(charset, row.decimal("charset_confidence")));
      }
    }
  }
}
