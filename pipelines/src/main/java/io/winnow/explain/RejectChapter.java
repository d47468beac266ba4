package io.winnow.explain;

import io.winnow.reject.RejectReason;
import java.io.IOException;
import java.util.Optional;

/** Why a piece stopped, and what would let it through. */
final class RejectChapter {
  private static final int EXCERPT = 600;

  void tell(Row row, Telling telling) throws IOException {
    telling.section("rejected", "Why it stopped");
    Optional<RejectReason> reason = Remedy.reason(row.text("reason"));
    telling.fact("stage", "in step", row.text("stage"));
    telling.fact(
        "reason",
        "reason",
        row.value("reason"),
        row.text("reason") + reason.map(known -> ": " + known.words()).orElse(""));
    telling.fact("detail", "exactly", exactly(row));
    if (row.has("measured")) {
      telling.fact(
          "measured",
          "measured",
          row.value("measured"),
          Words.measure(row.decimal("measured"))
              + ", where "
              + Words.measure(row.decimal("threshold"))
              + " is the threshold");
      telling.fact(
          "threshold",
          "threshold",
          row.value("threshold"),
          Words.measure(row.decimal("threshold")));
    }
    if (reason.isPresent()) {
      telling.fact("remedy", "what to do", Remedy.of(reason.get()));
      if (Remedy.isOption(reason.get())) {
        telling.fact(
            "command",
            "so",
            "./winnow curate --input=... --output=... --runId="
                + row.run()
                + " with that option runs the run again in its own place; --inputs=all in a new run reads all"
                + " files again.");
      }
    }
    telling.section("original", "The original");
    telling.fact("title", "title", row.text("title"));
    telling.fact("url", "URL", row.text("url"));
    telling.fact(
        "original_bytes",
        "size",
        row.value("original_bytes"),
        Words.count(row.number("original_bytes"), "byte"));
    telling.fact("excerpt", "begins", Words.head(row.text("original"), EXCERPT));
  }

  /** What became of it, in a few words: {@code a contents page}, or the reason. */
  static String why(Row row) {
    String reason = Remedy.reason(row.text("reason")).map(RejectReason::words).orElse("");
    return CuttingWords.bundled()
        .kind(row.text("detail"))
        .filter(kind -> row.text("reason").equals(RejectReason.NOT_AN_ARTICLE.column()))
        .map(kind -> "it was taken for " + kind + ".")
        .orElse(reason.isEmpty() ? row.text("reason") : reason);
  }

  private static String exactly(Row row) {
    String detail = row.text("detail");
    return CuttingWords.bundled().kind(detail).map(kind -> detail + ": " + kind).orElse(detail);
  }
}
