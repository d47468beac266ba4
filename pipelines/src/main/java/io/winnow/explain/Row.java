package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.schema.Article;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Link;
import io.winnow.schema.Span;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a dataset, its columns by name. */
record Row(ObjectNode json) {
  private static final int SHORT_ID = 10;

  boolean has(String column) {
    return json.hasNonNull(column);
  }

  JsonNode value(String column) {
    return json.path(column);
  }

  /** The value as text; nothing where it is null. */
  String text(String column) {
    return has(column) ? json.path(column).asText() : "";
  }

  long number(String column) {
    return json.path(column).asLong();
  }

  double decimal(String column) {
    return json.path(column).asDouble();
  }

  List<Row> structs(String column) {
    List<Row> all = new ArrayList<>();
    json.path(column).forEach(each -> all.add(new Row((ObjectNode) each)));
    return all;
  }

  List<String> texts(String column) {
    List<String> all = new ArrayList<>();
    json.path(column).forEach(each -> all.add(each.asText()));
    return all;
  }

  String id() {
    return text("id");
  }

  String run() {
    return text("run_id");
  }

  /** Article, duplicate or reject. */
  String kind() {
    return text("what");
  }

  boolean is(Row other) {
    return id().equals(other.id()) && run().equals(other.run());
  }

  /** Enough of an id to name it among millions. */
  static String brief(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  /** Where it stands in its source: {@code a.txt#3}, with its lines where it has some. */
  String place() {
    return text("source_uri") + "#" + number("source_ordinal") + lines();
  }

  /** Its lines in brackets; nothing where it has none. */
  String lines() {
    if (!has("start_line")) {
      return "";
    }
    return number("start_line") == number("end_line")
        ? " (line " + number("start_line") + ")"
        : " (lines " + number("start_line") + "-" + number("end_line") + ")";
  }

  /** The row of the dataset {@code fingerprints}. */
  Fingerprint fingerprint() {
    return Fingerprint.newBuilder()
        .setRunId(run())
        .setId(id())
        .setRunSequence(number("run_sequence"))
        .setVersion((int) number("version"))
        .setKept(json.path("kept").asBoolean())
        .setClusterId(text("cluster_id"))
        .setSourceUri(text("source_uri"))
        .setSourceOrdinal((int) number("source_ordinal"))
        .setUrl(orNull("url"))
        .setTitle(text("title"))
        .setPublished(has("published") ? LocalDate.parse(text("published")) : null)
        .setSeries(orNull("series"))
        .setPart(has("part") ? (Integer) (int) number("part") : null)
        .setChars((int) number("chars"))
        .setMetadata((int) number("metadata"))
        .setContentSha256(text("content_sha256"))
        .setShingles((int) number("shingles"))
        .setSketch(ByteBuffer.wrap(HexFormat.of().parseHex(text("sketch"))))
        .build();
  }

  /**
   * The published article, as far as it was read by the steps that tag and summarize: what they
   * wrote is not in it, but the summary.
   */
  Article article() {
    return Article.newBuilder()
        .setRunId(run())
        .setId(id())
        .setFirstSeen(LocalDate.parse(text("first_seen")))
        .setSourceUri(text("source_uri"))
        .setSourceFormat(text("source_format"))
        .setSourceOrdinal((int) number("source_ordinal"))
        .setSourcePath(texts("source_path"))
        .setCharset(text("charset"))
        .setCharsetConfidence(decimal("charset_confidence"))
        .setSplitDetector(text("split_detector"))
        .setSplitScore(decimal("split_score"))
        .setPublication(orNull("publication"))
        .setUrl(orNull("url"))
        .setUrlRole(orNull("url_role"))
        .setSite(orNull("site"))
        .setTitle(text("title"))
        .setTitleOrigin(text("title_origin"))
        .setPublished(has("published") ? LocalDate.parse(text("published")) : null)
        .setLang(text("lang"))
        .setKind(text("kind"))
        .setSeries(orNull("series"))
        .setText(text("text"))
        .setChars((int) number("chars"))
        .setLinks(structs("links").stream().map(Row::link).toList())
        .setSummary(texts("summary"))
        .setSummarySpans(
            structs("summary_spans").stream()
                .map(span -> new Span((int) span.number("from_char"), (int) span.number("to_char")))
                .toList())
        .build();
  }

  private Link link() {
    return Link.newBuilder()
        .setUrl(text("url"))
        .setText(orNull("text"))
        .setRole(text("role"))
        .build();
  }

  private @Nullable String orNull(String column) {
    return has(column) ? text(column) : null;
  }
}
