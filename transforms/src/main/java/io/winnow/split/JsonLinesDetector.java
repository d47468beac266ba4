package io.winnow.split;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.read.SourceFormat;
import io.winnow.reject.RejectReason;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one piece of every line of a JSON Lines dump (jsonlines.org): one line is one record.
 *
 * <p>A line that is no JSON object, has anything after it or nests deeper than {@value #MAX_DEPTH}
 * is a reject {@code malformed-record}; a record without text one of {@code no-text}. Of a key that
 * occurs twice the last value counts.
 */
final class JsonLinesDetector implements Detector {
  private static final int MAX_DEPTH = 200;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);
  private static final RecordFields FIELDS = RecordFields.defaults();
  private static final Pattern HTML =
      Pattern.compile("^\\s*+<(?:!doctype|[a-z][a-z0-9]*+)\\b.*</[a-z][a-z0-9]*+>\\s*+$", flags());

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (lines.format() != SourceFormat.JSONL) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    int malformed = 0;
    for (int n = lines.first(); n <= lines.last(); n++) {
      if (!lines.isBlank(n)) {
        Part part = part(n, lines.line(n));
        malformed += part.reason() == RejectReason.MALFORMED_RECORD ? 1 : 0;
        layout.add(part);
      }
    }
    return Optional.of(layout.build(1 - (double) malformed / Math.max(1, lines.count())));
  }

  private static Part part(int line, String json) {
    JsonNode node;
    try {
      node = READER.readTree(json);
    } catch (JsonProcessingException e) {
      return malformed(line, e.getOriginalMessage());
    }
    if (!node.isObject()) {
      return malformed(line, "not an object but " + node.getNodeType());
    }
    JsonRecord record = new JsonRecord(node, FIELDS);
    String text = record.paragraphs("text");
    String html = record.paragraphs("html");
    if (text == null && html == null) {
      return Part.reject(
          line, line, RejectReason.NO_TEXT, "no text or html", piece -> facts(record, piece));
    }
    return Part.article(
        line,
        line,
        List.of(Cue.certain("record")),
        piece -> {
          facts(record, piece);
          piece.setText(text != null ? text : html);
          piece.setMedia(text == null || HTML.matcher(text).find() ? "html" : media(text));
        });
  }

  private static Part malformed(int line, String why) {
    return Part.reject(line, line, RejectReason.MALFORMED_RECORD, why, piece -> {});
  }

  private static void facts(JsonRecord record, Piece.Builder piece) {
    piece
        .setSourceId(record.first("id"))
        .setTitle(record.first("title"))
        .setAuthors(record.all("author"))
        .setLang(record.first("lang"));
    String url = record.first("url");
    if (url != null) {
      piece.setUrl(url).setUrlRole("self");
    }
    String date = record.first("date");
    LocalDate day = date == null ? null : PrintedDate.field(date);
    if (day != null) {
      piece.setPublished(day).setPublishedOrigin("given").setPublishedRaw(date);
    }
  }

  private static String media(String text) {
    return text.lines().anyMatch(Markup::isMarkdown) ? "markdown" : "text";
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }
}
