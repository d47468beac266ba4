package io.winnow.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.pipeline.InspectedDump.Kept;
import io.winnow.pipeline.InspectedDump.Stopped;
import io.winnow.query.TerminalText;
import io.winnow.schema.Article;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.split.Cue;
import io.winnow.split.Proposal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints an inspected dump for scripts: a JSON object for the dump, then one for each piece. */
final class InspectJson implements InspectFormat {
  private static final JsonMapper JSON = TerminalText.json();

  private final PrintWriter out;

  InspectJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(InspectedDump dump) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", dump.origin().uri());
    row.put("decision", "split");
    row.put("format", dump.origin().format().column());
    row.put("charset", dump.origin().charset());
    row.put("proposals", dump.proposals().stream().map(InspectJson::proposal).toList());
    row.put("fields", dump.fields());
    row.put(
        "frame",
        dump.items().stream()
            .filter(InspectedDump.Frame.class::isInstance)
            .map(frame -> List.of(frame.from(), frame.to()))
            .toList());
    print(row);
    for (InspectedDump.Item item : dump.items()) {
      if (item instanceof Kept kept) {
        print(row(kept));
      } else if (item instanceof Stopped stopped) {
        print(row(stopped));
      }
    }
  }

  private static Map<String, Object> proposal(Proposal proposal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("detector", proposal.detector());
    row.put("score", rounded(proposal.layout().score()));
    row.put("articles", proposal.layout().articles());
    return row;
  }

  private static Map<String, Object> row(Kept kept) {
    Piece piece = kept.piece();
    Article article = kept.article();
    Map<String, Object> row =
        place("article", piece.getSourceUri(), piece.getSourceOrdinal(), kept);
    row.put("detector", piece.getSplitDetector());
    row.put("score", piece.getSplitScore());
    row.put("cues", cues(kept.cues()));
    row.put("title", article.getTitle());
    row.put("url", article.getUrl());
    row.put("published", text(article.getPublished()));
    row.put("authors", article.getAuthors());
    row.put("section", article.getSourcePath());
    row.put("lang", article.getLang());
    row.put("kind", article.getKind());
    row.put("text", article.getText());
    row.put(
        "dropped",
        article.getDroppedSpans().stream()
            .map(span -> List.of(span.getRule(), span.getExcerpt()))
            .toList());
    return row;
  }

  private static Map<String, Object> row(Stopped stopped) {
    Reject reject = stopped.reject();
    Map<String, Object> row =
        place("reject", reject.getSourceUri(), reject.getSourceOrdinal(), stopped);
    row.put("reason", reject.getReason());
    row.put("detail", reject.getDetail());
    row.put("cues", cues(stopped.cues()));
    return row;
  }

  private static Map<String, Object> place(
      String decision, String file, int ordinal, InspectedDump.Item item) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file);
    row.put("decision", decision);
    row.put("ordinal", ordinal);
    row.put("record", ordinal);
    row.put("start_line", item.from());
    row.put("end_line", item.to());
    return row;
  }

  private static Map<String, Double> cues(List<Cue> cues) {
    Map<String, Double> row = new LinkedHashMap<>();
    cues.forEach(cue -> row.put(cue.name(), rounded(cue.weight())));
    return row;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  private void print(Map<String, Object> row) {
    try {
      out.println(JSON.writeValueAsString(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
