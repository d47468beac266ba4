package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of pieces, each with what became of it. */
final class Matches {
  private Matches() {}

  /** Marks the one that all this is about, where there is one. */
  static void tell(List<Row> all, @Nullable Row own, int most, Telling telling) throws IOException {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Row row : all.subList(0, Math.min(most, all.size()))) {
      rows.add(
          List.of(
              row.value("id"),
              Telling.node(own != null && row.is(own)),
              Telling.node(row.run()),
              Telling.node(became(row)),
              Telling.node(row.place()),
              Telling.node(row.text("title"))));
    }
    telling.table(
        "pieces", List.of("id", "this", "run", "what became of it", "place", "title"), rows);
    if (all.size() > most) {
      telling.say("more", "… and " + Words.count(all.size() - most) + " more.");
    }
  }

  private static String became(Row row) {
    return switch (row.kind()) {
      case "duplicate" ->
          row.text("method") + " duplicate of " + Row.brief(row.text("duplicate_of"));
      case "reject" -> "reject: " + row.text("reason");
      default -> row.kind();
    };
  }
}
