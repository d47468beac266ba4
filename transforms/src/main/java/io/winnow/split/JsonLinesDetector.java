package io.winnow.split;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.read.SourceFormat;
import io.winnow.record.JsonMapping;
import io.winnow.record.SourceRecord;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one piece of every line of a JSON Lines dump (jsonlines.org): one line is one record.
 *
 * <p>A line that is no JSON object, has anything after it or nests deeper than the mapping allows
 * is a reject {@code malformed-record}; a record without text one of {@code no-text}. Of a key that
 * occurs twice the last value counts.
 */
final class JsonLinesDetector implements Detector, Serializable {
  private static final long serialVersionUID = 1;

  private final JsonMapping mapping;
  private transient @Nullable ObjectReader reader;

  JsonLinesDetector(JsonMapping mapping) {
    this.mapping = mapping;
  }

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

  private Part part(int line, String json) {
    JsonNode node;
    try {
      node = reader().readTree(json);
    } catch (JsonProcessingException e) {
      return malformed(line, e.getOriginalMessage());
    }
    SourceRecord record = mapping.record(node, json);
    Stop stop = record.stop();
    if (stop != null) {
      return Part.reject(
          line,
          line,
          stop.reason(),
          String.valueOf(stop.detail()),
          piece -> RecordPieces.write(record.facts(), piece));
    }
    return Part.article(
        line,
        line,
        List.of(Cue.certain("record")),
        piece -> {
          RecordPieces.write(record.facts(), piece);
          piece.setText(record.text()).setMedia(record.media());
        });
  }

  private static Part malformed(int line, String why) {
    return Part.reject(line, line, RejectReason.MALFORMED_RECORD, why, piece -> {});
  }

  private ObjectReader reader() {
    if (reader == null) {
      reader =
          JsonMapper.builder(
                  JsonFactory.builder()
                      .streamReadConstraints(
                          StreamReadConstraints.builder()
                              .maxNestingDepth(mapping.maxNesting())
                              .maxStringLength(Integer.MAX_VALUE)
                              .build())
                      .build())
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .build()
              .readerFor(JsonNode.class);
    }
    return reader;
  }
}
